/** Adding reports: files, pasted text, addresses, the examples; read in the background, their progress to be asked for. */
import path from 'node:path';
import Type from 'typebox';
import type { GivenMetadata } from '../../../records/index.ts';
import { exampleFiles } from '../../cli/examples.ts';
import type { ApiContext } from '../context.ts';
import { ref } from '../schemas/common.ts';
import { Addition, AdditionBody, Additions, Given } from '../schemas/intake.ts';
import type { Api } from '../server.ts';

const closed = { additionalProperties: false };
const FileParams = Type.Object({ name: Type.String({ minLength: 1, maxLength: 500 }), ...Given }, closed);
const Named = Type.Object({ id: Type.String({ maxLength: 40 }) });
/** A little more than a report may be, so that one too large is refused with its own code. */
const LARGEST_BODY = 21_000_000;

/** Only what was given: an empty field is none. */
function given({ title, publisher, published, url }: GivenMetadata): GivenMetadata {
  const entries = Object.entries({ title, publisher, published, url });
  return Object.fromEntries(entries.filter(([, value]) => value?.trim()));
}

export function intakeRoutes(app: Api, { intake }: ApiContext): void {
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: LARGEST_BODY },
    (_, body, done) => done(null, body),
  );
  app.get(
    '/additions',
    {
      schema: {
        summary: 'What was added since the server started, newest first',
        response: { 200: ref(Additions) },
      },
    },
    (): Additions => ({ rows: intake.list() }),
  );
  app.post(
    '/additions',
    {
      bodyLimit: LARGEST_BODY,
      schema: {
        summary: 'Add a text, the page or feed at an address, or the examples',
        body: AdditionBody,
        response: { 202: ref(Additions) },
      },
    },
    (request, reply): Additions => {
      reply.code(202);
      return { rows: inputsOf(request.body).map((input) => intake.add(input)) };
    },
  );
  app.post(
    '/additions/file',
    {
      schema: {
        summary: 'Add a file: its bytes as they are, as application/octet-stream',
        querystring: FileParams,
        response: { 202: ref(Addition) },
      },
    },
    ({ query: { name, ...rest }, body }, reply): Addition => {
      reply.code(202);
      const bytes = Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array();
      return intake.add({ input: { how: 'upload', name, bytes }, name, how: 'upload', given: given(rest) });
    },
  );
  app.post(
    '/additions/:id/retry',
    { schema: { summary: 'Try one that failed again', params: Named, response: { 202: ref(Addition) } } },
    ({ params: { id } }, reply): Addition => {
      reply.code(202);
      return intake.retry(id);
    },
  );
  app.delete(
    '/additions/:id',
    { schema: { summary: 'Take one off the list; what was recorded stays', params: Named } },
    ({ params: { id } }, reply) => {
      intake.forget(id);
      return reply.code(204).send();
    },
  );
}

function inputsOf(body: AdditionBody): Parameters<ApiContext['intake']['add']>[0][] {
  if ('examples' in body)
    return [...exampleFiles().values()].map((file) => ({
      input: file,
      name: path.basename(file),
      how: 'example',
      given: {},
    }));
  if ('address' in body) {
    const name = body.address.trim();
    // Only what is fetched: a path of this machine is never taken from a browser.
    const input = /^https?:\/\//i.test(name) ? name : `https://${name}`;
    return [{ input, name, how: 'address', given: given(body) }];
  }
  const name = body.title?.trim() || body.text.trim().slice(0, 60);
  const bytes = new TextEncoder().encode(body.text);
  return [{ input: { how: 'paste', name: 'pasted text', bytes }, name, how: 'paste', given: given(body) }];
}
