/** The HTTP server: the API under /api/v1, its OpenAPI document, and the workbench. */

import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { Ledger } from '../../5-ledger/index.ts';
import { LiveReconciler, openTables } from '../../6-reconcile/index.ts';
import { PACKAGE_VERSION, readPackageFile } from '../../package.ts';
import { ReadingPool } from '../../reading-pool/pool.ts';
import { Reading } from '../../records/index.ts';
import type { ApiContext } from './context.ts';
import { guard } from './guard.ts';
import { type ClosableReader, Intake } from './intake/intake.ts';
import { asCoded, sendProblem } from './problem.ts';
import { claimRoutes } from './routes/claims.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { documentRoutes } from './routes/documents.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { intakeRoutes } from './routes/intake.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { reviewRoutes } from './routes/review.ts';
import * as claimSchemas from './schemas/claims.ts';
import { Problem } from './schemas/common.ts';
import * as documentSchemas from './schemas/documents.ts';
import { IncidentDetail, IncidentItem, IncidentPage } from './schemas/incidents.ts';
import { Addition, Additions } from './schemas/intake.ts';
import { Agreement, ArticleStatus, IncidentCells, ReviewQueue } from './schemas/review.ts';
import { validatorCompiler } from './validate.ts';
import { serveWeb } from './web.ts';

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export interface ServerOptions {
  ledger: Ledger;
  /** Folder of the built workbench; null: the API alone. */
  web?: string | null;
  examples?: ReadonlySet<string>;
  now?: () => Date;
  /** Who reads what is added; default: a thread of its own, opened when something is added. */
  openReader?: () => ClosableReader;
  /** Told of what should not happen, with its cause. */
  onFault?: (error: unknown) => void;
}

const ROUTES = [
  ledgerRoutes,
  claimRoutes,
  documentRoutes,
  decisionRoutes,
  incidentRoutes,
  reviewRoutes,
  intakeRoutes,
];

export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  const { ledger, web = null, examples = new Set(), now = () => new Date(), onFault } = options;
  const openReader = options.openReader ?? (() => new ReadingPool(1));
  const app = fastify({ routerOptions: { maxParamLength: 300 }, forceCloseConnections: true });
  app.setValidatorCompiler(validatorCompiler);
  // What a route returns has its schema's type already; a test holds every answer to its schema.
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler((error, _, reply) => {
    const coded = asCoded(error);
    if (coded.code === 'server-fault') onFault?.(error);
    return sendProblem(reply, coded);
  });
  await guard(app);
  await describe(app);
  const reconciler = new LiveReconciler(ledger, { tables: openTables(readPackageFile) });
  const intake = new Intake({ ledger, openReader, now });
  app.addHook('onClose', () => intake.close());
  const context: ApiContext = { ledger, reconciler, examples, now, intake };
  await app.register(
    async (scope) => {
      const api: Api = scope.withTypeProvider<TypeBoxTypeProvider>();
      for (const add of ROUTES) add(api, context);
      api.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
    },
    { prefix: '/api/v1' },
  );
  await serveWeb(app, web);
  return app;
}

async function describe(app: FastifyInstance): Promise<void> {
  const schemas = [
    ...[Problem, Reading, IncidentItem, IncidentPage, IncidentDetail],
    ...[ReviewQueue, ArticleStatus, Agreement, IncidentCells, Addition, Additions],
    ...Object.values(claimSchemas),
    ...Object.values(documentSchemas),
  ];
  for (const schema of schemas) app.addSchema(schema);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Reportedly',
        version: PACKAGE_VERSION,
        description:
          'A ledger of claims: who says what, on whose word, how surely. It says what is claimed, never what is true. ' +
          'Errors are application/problem+json with a code.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
    },
    refResolver: { buildLocalReference: (json, _, __, i) => String(json.$id ?? `def-${i}`) },
    transform: ({ schema, url }) => ({
      schema: {
        ...schema,
        response: { ...(schema.response as object), default: { $ref: 'Problem#' } },
      },
      url,
    }),
  });
}
