/** What the review screens need: the queue, how far articles are reviewed, agreement, cells to code. */
import Type from 'typebox';
import { ReportedlyError } from '../../../errors.ts';
import { type ApiContext, claimItem } from '../context.ts';
import { type Columns, csvLines, sendCsv } from '../csv-lists.ts';
import { articleStatuses } from '../review/article-status.ts';
import { reviewQueue } from '../review/queue.ts';
import { Cursor, documentId, Limit, ref, Sha256 } from '../schemas/common.ts';
import { CSV } from '../schemas/files.ts';
import { Agreement, ArticleStatus, QueueParams, ReviewQueue } from '../schemas/review.ts';
import type { Api } from '../server.ts';

const closed = { additionalProperties: false };
const QUEUE_LENGTH = 200;

const AgreementParams = Type.Object(
  {
    who: Type.Optional(Type.Array(Type.String({ maxLength: 300 }), { maxItems: 50 })),
    document: Type.Optional(Sha256),
  },
  closed,
);

const AGREEMENT_COLUMNS: Columns<Agreement['fields'][number]> = [
  ['field', (r) => r.field],
  ['claims', (r) => r.units],
  ['same', (r) => r.same],
  ['alpha', (r) => r.alpha],
  ['metric', (r) => r.metric],
  ['no alpha', (r) => r.noAlpha],
];

export function reviewRoutes(app: Api, context: ApiContext): void {
  const { ledger, reconciler: live } = context;
  app.get(
    '/review/queue',
    {
      schema: {
        summary:
          'Claims to review: by document, by incident (most reported first) or the most doubtful first',
        querystring: QueueParams,
        response: { 200: ref(ReviewQueue) },
      },
    },
    async ({ query: { by = 'document', limit = QUEUE_LENGTH, document, ...rest } }): Promise<ReviewQueue> => {
      const asked = { ...rest, by, limit, document: document && documentId(document) };
      const { rows, ...counts } = await reviewQueue(ledger, live, asked);
      return { rows: rows.map((one) => ({ ...one, row: claimItem(one.row, context) })), ...counts };
    },
  );
  app.get(
    '/review/documents',
    {
      schema: {
        summary: 'How far articles are reviewed, newest document first, a page at a time',
        querystring: Type.Object({ limit: Limit, cursor: Cursor }, closed),
        response: {
          200: Type.Object({
            rows: Type.Array(ref(ArticleStatus)),
            next: Type.Union([Type.String(), Type.Null()]),
          }),
        },
      },
    },
    async ({ query }) => {
      const page = await ledger.documents({ ...query, sort: 'recorded', descending: true });
      return { rows: await articleStatuses(ledger, page.rows), next: page.next };
    },
  );
  app.get(
    '/documents/:sha256/status',
    {
      schema: {
        summary: 'How far an article is reviewed: unread, machine-read, in review, complete (who, when)',
        params: Type.Object({ sha256: Sha256 }),
        response: { 200: ref(ArticleStatus) },
      },
    },
    async ({ params }): Promise<ArticleStatus> => {
      const id = documentId(params.sha256);
      const found = await ledger.document(id);
      if (!found) throw new ReportedlyError('not-in-ledger', { what: 'document', id });
      return (await articleStatuses(ledger, [found.row]))[0]!;
    },
  );
  agreementRoutes(app, context);
}

function agreementRoutes(app: Api, { ledger }: ApiContext): void {
  const measure = ({ document, who }: Type.Static<typeof AgreementParams>): Promise<Agreement> =>
    ledger.agreement({ who, document: document && documentId(document) });
  for (const path of ['/agreement', '/agreement.json']) {
    app.get(
      path,
      {
        schema: {
          summary: 'How far reviewers agree on the claims that several decided on, field by field',
          querystring: AgreementParams,
          response: { 200: ref(Agreement) },
        },
      },
      ({ query }) => measure(query),
    );
  }
  app.get(
    '/agreement.csv',
    { schema: { summary: 'The same as CSV', querystring: AgreementParams, response: CSV } },
    async ({ query }, reply) =>
      sendCsv(reply, 'agreement', csvLines(AGREEMENT_COLUMNS, (await measure(query)).fields)),
  );
}
