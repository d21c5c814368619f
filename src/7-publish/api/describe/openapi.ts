/** The OpenAPI 3.1 document: made of the routes' own schemas, with every schema that has a name as a component. */
import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { PACKAGE_VERSION } from '../../../package.ts';
import { Reading } from '../../../records/index.ts';
import * as accessSchemas from '../schemas/access.ts';
import { Cell, CodedEntry, CodeList } from '../schemas/cells.ts';
import * as claimSchemas from '../schemas/claims.ts';
import { Problem } from '../schemas/common.ts';
import * as documentSchemas from '../schemas/documents.ts';
import { IncidentDetail, IncidentItem, IncidentPage } from '../schemas/incidents.ts';
import { Job } from '../schemas/jobs.ts';
import * as overviewSchemas from '../schemas/overview.ts';
import { Release } from '../schemas/releases.ts';
import { Agreement, ArticleStatus, ReviewQueue } from '../schemas/review.ts';
import * as sourceSchemas from '../schemas/sources.ts';
import { FigureTable } from '../schemas/table.ts';
import { PageVersions, VisitItem } from '../schemas/versions.ts';

const DESCRIPTION =
  'A ledger of claims: who says what, on whose word, how surely. It says what is claimed, never what is true. ' +
  'Errors are application/problem+json with a code (docs/errors.md). Lists come in pages (`next` is the cursor of the ' +
  'page after) or whole, as CSV or NDJSON. Answers carry an ETag: ask again with If-None-Match.';

/** What went wrong, at any address, in one form. */
const REFUSED = {
  description: 'refused or failed: a problem with a code',
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
};

const TAGS: [tag: string, description: string][] = [
  ['ledger', 'the ledger as a whole'],
  ['claims', 'who says what: lists, searches, counts, feeds'],
  ['documents', 'reports as they came, their text and what was read in them'],
  ['incidents', 'what reports tell of together'],
  ['decisions', 'what people decided'],
  ['exports', 'tables and files for others'],
  ['events', 'what happens as it happens'],
  ['access', 'who may do what'],
];

export async function describe(app: FastifyInstance): Promise<void> {
  const schemas = [
    ...[
      Problem,
      Reading,
      IncidentItem,
      IncidentPage,
      IncidentDetail,
      Job,
      FigureTable,
      Release,
      Cell,
      CodedEntry,
      CodeList,
      PageVersions,
      VisitItem,
    ],
    ...[ReviewQueue, ArticleStatus, Agreement],
    ...[sourceSchemas.SourceItem, sourceSchemas.SourcePage, sourceSchemas.SourceDetail],
    ...Object.values(claimSchemas),
    ...Object.values(documentSchemas),
    ...Object.values(accessSchemas),
    ...Object.values(overviewSchemas),
  ];
  for (const schema of schemas) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Reportedly',
        version: PACKAGE_VERSION,
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: TAGS.map(([name, description]) => ({ name, description })),
    },
    refResolver: { buildLocalReference: (json, _, __, i) => String(json.$id ?? `def-${i}`) },
    transform: ({ schema, url, route }) => ({
      schema: {
        ...schema,
        operationId: operationId(String(route.method), url),
        tags: [tagOf(url)],
        response: { ...(schema.response as object), default: REFUSED },
      },
      url,
    }),
  });
}

/** `GET /api/v1/documents/:sha256/article` is `getDocumentsBySha256Article`. */
function operationId(method: string, url: string): string {
  const words = url
    .replace('/api/v1/', '')
    .replace(/[:{](\w+)}?/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const camel = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  return method.toLowerCase() + camel;
}

const TAG_OF: Record<string, string> = {
  claims: 'claims',
  facets: 'claims',
  documents: 'documents',
  articles: 'documents',
  readings: 'documents',
  jobs: 'documents',
  incidents: 'incidents',
  decisions: 'decisions',
  review: 'decisions',
  agreement: 'decisions',
  exports: 'exports',
  table: 'exports',
  events: 'events',
  session: 'access',
  tokens: 'access',
  audit: 'access',
};

const tagOf = (url: string): string => TAG_OF[/^\/api\/v1\/(\w+)/.exec(url)?.[1] ?? ''] ?? 'ledger';
