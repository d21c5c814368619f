/** Documents added over the API, and what happens as it happens. */
import Type from 'typebox';
import { ReportedlyError } from '../../../errors.ts';
import { exampleFiles } from '../../cli/examples.ts';
import type { ApiContext } from '../context.ts';
import { handedOver } from '../jobs/handed.ts';
import { ref } from '../schemas/common.ts';
import { fileOf } from '../schemas/files.ts';
import { AddBody, Job } from '../schemas/jobs.ts';
import type { Api } from '../server.ts';

/** JSON escapes may make a text several times as long as it is. */
const BODY_BYTES = 40_000_000;

const EventParams = Type.Object(
  {
    since: Type.Optional(
      Type.Integer({ minimum: 0, description: 'first what was said after the statement of this number' }),
    ),
    stay: Type.Optional(Type.Boolean({ description: 'false: ends with what there is; default true' })),
  },
  { additionalProperties: false },
);

export function jobRoutes(app: Api, { jobs, events }: ApiContext): void {
  app.post(
    '/documents',
    {
      bodyLimit: BODY_BYTES,
      schema: {
        summary:
          'Hand over reports to be read: files of a form (multipart/form-data), or a text or an address',
        description:
          'Fields of a form: any number of files, and title, published, url, publisher where they hold for all of them. ' +
          'The answer is a job; a document is in the ledger for good once a result of the job names it.',
        consumes: ['application/json', 'multipart/form-data'],
        body: AddBody,
        response: { 202: ref(Job) },
      },
      // A form has no body that could be checked before it is read.
      validatorCompiler: () => () => true,
    },
    async (request, reply): Promise<Job> => {
      const job = jobs.add({ ...(await handedOver(request)), who: request.account?.name ?? null });
      reply.code(202).header('location', `/api/v1/jobs/${job.id}`);
      return job;
    },
  );
  app.post(
    '/documents/examples',
    {
      schema: {
        summary: 'Have the reports read that were written for the demonstration',
        response: { 202: ref(Job) },
      },
    },
    (request, reply): Job => {
      const inputs = [...exampleFiles().values()];
      const job = jobs.add({ inputs, given: {}, who: request.account?.name ?? null });
      reply.code(202).header('location', `/api/v1/jobs/${job.id}`);
      return job;
    },
  );
  app.get(
    '/jobs/:id',
    {
      schema: {
        summary: 'How far a job is',
        params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }),
        response: { 200: ref(Job) },
      },
    },
    ({ params: { id } }): Job => {
      const job = jobs.get(id);
      if (!job) throw new ReportedlyError('not-in-ledger', { what: 'job', id });
      return job;
    },
  );
  app.get(
    '/events',
    {
      schema: {
        summary: 'Server-sent events: progress of jobs, claims (a Reading came in), said (all else)',
        description: 'After a break a browser sends Last-Event-ID and gets what it missed.',
        querystring: EventParams,
        response: {
          200: fileOf('text/event-stream', 'events; the id of claims and said is their statement'),
        },
      },
    },
    async ({ query, headers }, reply) => {
      const last = Number(headers['last-event-id']);
      const since = Number.isSafeInteger(last) && last > 0 ? last : (query.since ?? null);
      const stream = await events.listen(since, query.stay ?? true);
      if (!stream) throw new ReportedlyError('too-many-requests', { after: 'a minute' });
      return reply
        .type('text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(stream);
    },
  );
}
