/** Documents, their articles and Readings, and the bytes as they came. */
import Type from 'typebox';
import type { DocumentQuery, DocumentRow, Ledger, ReadOptions } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { Reading } from '../../../records/index.ts';
import { csvHeader, csvRow } from '../../cli/claims-csv.ts';
import { type ApiContext, documentItem, standingItem } from '../context.ts';
import { type Columns, csvLines, lines, sendCsv } from '../csv-lists.ts';
import { AsOf, Cursor, documentId, Limit, ONLY_BY, readOptions, ref, Sha256 } from '../schemas/common.ts';
import { ArticleDetail, ArticlePage, DocumentDetail, DocumentPage } from '../schemas/documents.ts';
import { CSV, fileOf, ndjsonOf } from '../schemas/files.ts';
import type { Api } from '../server.ts';
import { mapped, sendNdjson } from '../streams/ndjson.ts';

const closed = { additionalProperties: false };
const LISTED = {
  sort: Type.Optional(Type.Enum(['recorded', 'published', 'title'] as const)),
  descending: Type.Optional(Type.Boolean()),
  publisher: Type.Optional(Type.Array(Type.String({ maxLength: 500 }), { maxItems: 100 })),
  read: Type.Optional(Type.Boolean({ description: 'whether it could be read' })),
  location: Type.Optional(Type.String({ maxLength: 4000 })),
  asOf: AsOf,
};
const DocumentParams = Type.Object({ ...LISTED, limit: Limit, cursor: Cursor }, closed);
const AllDocumentParams = Type.Object(LISTED, closed);
type DocumentParams = Type.Static<typeof DocumentParams>;
const Named = Type.Object({ sha256: Sha256 });
const State = Type.Object({ asOf: AsOf }, closed);
const OnlyBy = Type.Object({ asOf: AsOf, onlyBy: ONLY_BY }, closed);

const COLUMNS: Columns<DocumentRow & { example: boolean }> = [
  ['document', (r) => r.sha256],
  ['title', (r) => r.title],
  ['byline', (r) => r.byline],
  ['publisher', (r) => r.publisher],
  ['published', (r) => r.published],
  ['published_basis', (r) => r.publishedBasis],
  ['language', (r) => r.language],
  ['url', (r) => r.url],
  ['read', (r) => (r.wasRead ? 'yes' : 'no')],
  ['claims', (r) => r.claims],
  ['recorded', (r) => r.recorded],
  ['location', (r) => r.location],
  ['media_type', (r) => r.mediaType],
  ['bytes', (r) => r.size],
  ['example', (r) => (r.example ? 'yes' : '')],
];

function documentQuery({ asOf: _asOf, publisher, ...rest }: DocumentParams): DocumentQuery {
  return { ...rest, publisher: publisher?.map((name) => (name === '' ? null : name)) };
}

async function* everyDocument(ledger: Ledger, query: DocumentQuery, options: ReadOptions) {
  let cursor: string | undefined;
  do {
    const page = await ledger.documents({ ...query, limit: 500, cursor }, options);
    yield* page.rows;
    cursor = page.next ?? undefined;
  } while (cursor);
}

export function documentRoutes(app: Api, context: ApiContext): void {
  const { ledger } = context;
  for (const path of ['/documents', '/documents.json']) {
    app.get(
      path,
      {
        schema: { summary: 'Documents', querystring: DocumentParams, response: { 200: ref(DocumentPage) } },
      },
      async ({ query }): Promise<DocumentPage> => {
        const { rows, next } = await ledger.documents(documentQuery(query), readOptions(query));
        return { rows: rows.map((row) => documentItem(row, context)), next };
      },
    );
  }
  app.get(
    '/documents.csv',
    { schema: { summary: 'All documents as CSV', querystring: AllDocumentParams, response: CSV } },
    (request, reply) => {
      const all = everyDocument(ledger, documentQuery(request.query), readOptions(request.query));
      const rows = mapped(all, (row) => documentItem(row, context));
      return sendCsv(reply, 'documents', csvLines(COLUMNS, rows));
    },
  );
  app.get(
    '/documents.ndjson',
    {
      schema: {
        summary: 'All documents as NDJSON',
        querystring: AllDocumentParams,
        response: ndjsonOf('DocumentItem'),
      },
    },
    (request, reply) => {
      const all = everyDocument(ledger, documentQuery(request.query), readOptions(request.query));
      return sendNdjson(
        reply,
        'documents',
        mapped(all, (row) => documentItem(row, context)),
      );
    },
  );
  for (const path of ['/documents/:sha256', '/documents/:sha256.json'])
    app.get(
      path,
      {
        schema: {
          summary: 'One document: how it came, and its Readings',
          params: Named,
          querystring: State,
          response: { 200: ref(DocumentDetail) },
        },
      },
      async ({ params, query }): Promise<DocumentDetail> => {
        const id = documentId(params.sha256);
        const found = await ledger.document(id, readOptions(query));
        if (!found) throw new ReportedlyError('not-in-ledger', { what: 'document', id });
        return { ...found, row: documentItem(found.row, context) };
      },
    );
  app.get(
    '/documents/:sha256.csv',
    {
      schema: {
        summary: 'The claims of a document as CSV',
        params: Named,
        querystring: State,
        response: CSV,
      },
    },
    async ({ params, query }, reply) => {
      const id = documentId(params.sha256);
      const options = readOptions(query);
      if (!(await ledger.document(id, options)))
        throw new ReportedlyError('not-in-ledger', { what: 'document', id });
      const rows = ledger.everyClaim({ document: [id] }, options);
      return sendCsv(reply, `document-${id.slice(7, 19)}`, lines(csvHeader(), csvRow, rows));
    },
  );
  articleRoutes(app, context);
}

function articleRoutes(app: Api, context: ApiContext): void {
  const { ledger } = context;
  app.get(
    '/documents/:sha256/article',
    {
      schema: {
        summary: 'The article with its Reading in force and its claims as they stand',
        params: Named,
        querystring: OnlyBy,
        response: { 200: ref(ArticleDetail) },
      },
    },
    async ({ params, query }): Promise<ArticleDetail> => {
      const id = documentId(params.sha256);
      const options = readOptions(query);
      const [document, stored, claims] = await Promise.all([
        ledger.document(id, options),
        ledger.currentReading(id, options),
        ledger.claimsOf(id, { ...options, onlyBy: query.onlyBy }),
      ]);
      if (!document) throw new ReportedlyError('not-in-ledger', { what: 'document', id });
      if (!stored) throw new ReportedlyError('not-in-ledger', { what: 'Reading of document', id });
      const { article, names, parties, places, times, attributions, notes, engine } = stored.reading;
      return {
        document: documentItem(document.row, context),
        reading: { id: stored.id, recorded: stored.recorded, engine, given: stored.given },
        ...{ article, names, parties, places, times, attributions, notes },
        claims: claims.map((one) => standingItem(one, context)),
      };
    },
  );
  app.get(
    '/documents/:sha256/original',
    {
      schema: {
        summary: 'The bytes as they came, to be saved and never shown',
        params: Named,
        response: { 200: fileOf('application/octet-stream', 'the document') },
      },
    },
    async ({ params }, reply) => {
      const id = documentId(params.sha256);
      const bytes = await ledger.original(id);
      if (!bytes) throw new ReportedlyError('not-in-ledger', { what: 'original', id });
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="${id.slice(7, 23)}.original"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(Buffer.from(bytes));
    },
  );
  app.get(
    '/readings/:id',
    {
      schema: {
        summary: 'A Reading as the engine made it, by its id in the ledger',
        params: Type.Object({ id: Type.String({ maxLength: 200 }) }),
        response: { 200: ref(Reading) },
      },
    },
    async ({ params: { id } }): Promise<Reading> => {
      const found = await ledger.reading(id);
      if (!found) throw new ReportedlyError('not-in-ledger', { what: 'Reading', id });
      return found.reading;
    },
  );
  app.get(
    '/articles',
    {
      schema: {
        summary: 'Articles by their words',
        querystring: Type.Object(
          { text: Type.String({ minLength: 1, maxLength: 1000 }), limit: Limit, cursor: Cursor, asOf: AsOf },
          closed,
        ),
        response: { 200: ref(ArticlePage) },
      },
    },
    async ({ query: { asOf, ...query } }): Promise<ArticlePage> => {
      const { rows, next } = await ledger.articles(query, readOptions({ asOf }));
      return {
        rows: rows.map(({ document, snippet }) => ({ document: documentItem(document, context), snippet })),
        next,
      };
    },
  );
}
