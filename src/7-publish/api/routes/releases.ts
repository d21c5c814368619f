/** Releases: named states of the ledger; and evidence bundles of them. */
import Type from 'typebox';
import { pack } from '../../bundle/pack.ts';
import type { ApiContext } from '../context.ts';
import { documentId, ref, Sha256 } from '../schemas/common.ts';
import { fileOf } from '../schemas/files.ts';
import { Release } from '../schemas/releases.ts';
import type { Api } from '../server.ts';

const name = Type.String({ minLength: 1, maxLength: 200 });
const NewRelease = Type.Object(
  {
    name,
    who: Type.String({ minLength: 1, maxLength: 300 }),
    why: Type.Union([Type.String({ maxLength: 10_000 }), Type.Null()]),
  },
  { additionalProperties: false },
);
const BundleParams = Type.Object(
  {
    release: Type.Optional(Type.String({ maxLength: 200, description: 'its state; default now' })),
    since: Type.Optional(
      Type.String({ maxLength: 200, description: 'only what was said after this release' }),
    ),
    document: Type.Optional(
      Type.Array(Sha256, { maxItems: 200, description: 'only what concerns these; the chain stays whole' }),
    ),
  },
  { additionalProperties: false },
);

export function releaseRoutes(app: Api, { ledger }: ApiContext): void {
  app.get(
    '/releases',
    { schema: { summary: 'Releases, oldest first', response: { 200: Type.Array(ref(Release)) } } },
    (): Promise<Release[]> => ledger.releases(),
  );
  app.post(
    '/releases',
    {
      schema: {
        summary: 'Name the present state',
        description: 'Where one signs in, `who` is whoever is signed in.',
        body: NewRelease,
        response: { 201: ref(Release) },
      },
    },
    async (request, reply): Promise<Release> => {
      reply.code(201);
      return ledger.createRelease(request.body);
    },
  );
  app.get(
    '/bundle.zip',
    {
      schema: {
        summary: 'An evidence bundle: documents, texts, claims with their words, the hash chain',
        description: 'It may name private persons. reportedly verify checks it, offline.',
        querystring: BundleParams,
        response: { 200: fileOf('application/zip', 'a ZIP whose entries are not compressed') },
      },
      config: { rateLimit: { max: 30, timeWindow: 60_000 } },
    },
    async ({ query: { release, since, document } }, reply) => {
      const { stream } = await pack(ledger, { release, since, documents: document?.map(documentId) });
      return reply
        .type('application/zip')
        .header('content-disposition', 'attachment; filename="reportedly-bundle.zip"')
        .send(stream);
    },
  );
}
