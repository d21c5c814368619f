/** What people decide: recorded all or none, listed oldest first. */
import Type from 'typebox';
import { DecisionInput, type Ledger } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import type { ApiContext } from '../context.ts';
import { type Columns, csvLines, sendCsv } from '../csv-lists.ts';
import { DecisionEntry, Recorded } from '../schemas/claims.ts';
import { AsOf, documentId, readOptions, ref, Sha256 } from '../schemas/common.ts';
import { CSV, ndjsonOf } from '../schemas/files.ts';
import type { Api } from '../server.ts';
import { sendNdjson } from '../streams/ndjson.ts';

const optional = Type.Optional(Type.String({ maxLength: 300 }));
const Asked = Type.Object(
  {
    type: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })),
    who: optional,
    document: Type.Optional(Sha256),
    claim: optional,
    target: optional,
    asOf: AsOf,
  },
  { additionalProperties: false },
);
type Asked = Type.Static<typeof Asked>;

const Body = Type.Object({ decisions: Type.Array(DecisionInput, { minItems: 1, maxItems: 1000 }) });

function hasDecisions(body: unknown): boolean | { error: Error } {
  const decisions = (body as { decisions?: unknown } | null)?.decisions;
  if (Array.isArray(decisions) && decisions.length > 0 && decisions.length <= 1000) return true;
  return { error: new ReportedlyError('body-invalid', { reason: 'it needs 1 to 1000 decisions' }) };
}

const COLUMNS: Columns<DecisionEntry> = [
  ['statement', (r) => r.seq],
  ['at', (r) => r.at],
  ['who', (r) => r.who],
  ['why', (r) => r.why],
  ['type', (r) => r.decision.type],
  ['in_force', (r) => (r.inForce ? 'yes' : 'no')],
  ['decision', (r) => JSON.stringify(r.decision)],
];

async function list(ledger: Ledger, { asOf, document, type, ...rest }: Asked): Promise<DecisionEntry[]> {
  const query = {
    ...rest,
    document: document && documentId(document),
    type: type as DecisionEntry['decision']['type'][] | undefined,
  };
  return ledger.decisions(query, readOptions({ asOf }));
}

export function decisionRoutes(app: Api, { ledger }: ApiContext): void {
  for (const path of ['/decisions', '/decisions.json']) {
    app.get(
      path,
      {
        schema: {
          summary: 'Decisions, oldest first',
          querystring: Asked,
          response: { 200: Type.Array(ref(DecisionEntry)) },
        },
      },
      ({ query }): Promise<DecisionEntry[]> => list(ledger, query),
    );
  }
  app.get(
    '/decisions.csv',
    { schema: { summary: 'The same as CSV', querystring: Asked, response: CSV } },
    async (request, reply) =>
      sendCsv(reply, 'decisions', csvLines(COLUMNS, await list(ledger, request.query))),
  );
  app.get(
    '/decisions.ndjson',
    {
      schema: { summary: 'The same as NDJSON', querystring: Asked, response: ndjsonOf('DecisionEntry') },
    },
    async (request, reply) => sendNdjson(reply, 'decisions', await list(ledger, request.query)),
  );
  app.post(
    '/decisions',
    {
      schema: {
        summary: 'Record decisions, all or none',
        description: 'Where one signs in, `who` is whoever is signed in, whatever the body says.',
        body: Body,
        response: { 201: ref(Recorded) },
      },
      // The ledger checks each decision itself and says what does not fit.
      validatorCompiler: () => hasDecisions,
    },
    async (request, reply) => {
      const { decisions } = request.body as { decisions: DecisionInput[] };
      reply.code(201);
      return { recorded: await ledger.decide(decisions) };
    },
  );
}
