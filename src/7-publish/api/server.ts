/** The HTTP server: the API under /api/v1 with its OpenAPI document and pages that show it, and the workbench. */
import multipart from '@fastify/multipart';
import swaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { AcquireOptions } from '../../1-acquire/acquire.ts';
import type { Ledger } from '../../5-ledger/index.ts';
import { LiveReconciler, openTables } from '../../6-reconcile/index.ts';
import { readPackageFile } from '../../package.ts';
import { ReadingPool } from '../../reading-pool/pool.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Divisions } from '../exports/gate/points.ts';
import { openExportTables } from '../exports/tables.ts';
import { addGate } from './access/gate.ts';
import { DOCS, PREFIX } from './access/permissions.ts';
import { addETags } from './answers.ts';
import { addCompression } from './compress.ts';
import type { ApiContext } from './context.ts';
import { describe } from './describe/openapi.ts';
import { DOCS_POLICY, guard } from './guard.ts';
import { Events } from './jobs/events.ts';
import { FORM_LIMITS } from './jobs/handed.ts';
import { type ClosingReader, Jobs } from './jobs/jobs.ts';
import { asCoded, sendProblem } from './problem.ts';
import { cellRoutes } from './routes/cells.ts';
import { claimRoutes } from './routes/claims.ts';
import { decisionRoutes } from './routes/decisions.ts';
import { documentRoutes } from './routes/documents.ts';
import { exportRoutes } from './routes/exports.ts';
import { feedRoutes } from './routes/feeds.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { jobRoutes } from './routes/jobs.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { overviewRoutes } from './routes/overview.ts';
import { releaseRoutes } from './routes/releases.ts';
import { reviewRoutes } from './routes/review.ts';
import { sessionRoutes } from './routes/session.ts';
import { sourceRoutes } from './routes/sources.ts';
import { tableRoutes } from './routes/table.ts';
import { versionRoutes } from './routes/versions.ts';
import { validatorCompiler } from './validate.ts';
import { nothingAt, serveWeb } from './web.ts';

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
  /** Who may do what; null, on this machine only: whoever is at it may do all. */
  accounts?: Accounts | null;
  /** Where people open the workbench, when that is not this machine: https://ledger.example.org */
  origin?: string | null;
  /** Reads what is added; opened when first needed. Default: a thread with the built-in engine. */
  openReader?: () => ClosingReader;
  /** How addresses that are added are fetched: offline, by a proxy, with what contact. */
  fetching?: AcquireOptions;
  now?: () => Date;
  /** Where districts lie, for points that are coarsened. */
  divisions?: Divisions;
  /** From one address; default 3000. */
  requestsPerMinute?: number;
  /** Told of what should not happen, with its cause. */
  onFault?: (error: unknown) => void;
  /** Told of every route as it is declared; for tests. */
  onRoute?: (method: string, url: string) => void;
}

const ROUTES = [
  ledgerRoutes,
  claimRoutes,
  feedRoutes,
  documentRoutes,
  jobRoutes,
  decisionRoutes,
  incidentRoutes,
  cellRoutes,
  sourceRoutes,
  overviewRoutes,
  releaseRoutes,
  exportRoutes,
  tableRoutes,
  versionRoutes,
  reviewRoutes,
  sessionRoutes,
];

export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  const { ledger, web = null, now = () => new Date(), onFault, accounts = null, origin = null } = options;
  const app = fastify({
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: true,
    // Addresses that the router cannot take lead nowhere.
    frameworkErrors: (_, request, reply) => void sendProblem(reply as FastifyReply, nothingAt(request)),
    // A proxy on this machine says whom it asks for.
    trustProxy: origin === null ? false : 'loopback',
  });
  app.setValidatorCompiler(validatorCompiler);
  // What a route returns has its schema's type already; a test holds every answer to its schema.
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler((error, _, reply) => {
    const coded = asCoded(error);
    if (coded.code === 'server-fault') onFault?.(error);
    return sendProblem(reply, coded);
  });
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) options.onRoute?.(one, url);
  });
  await guard(app, origin, options.requestsPerMinute);
  addGate(app, accounts);
  addETags(app, ledger, now);
  addCompression(app);
  await describe(app);
  const context = contextOf(options, now, origin);
  app.addHook('preClose', async () => context.events.close());
  app.addHook('onClose', async () => context.jobs.close());
  await app.register(multipart, { limits: FORM_LIMITS });
  await app.register(
    async (scope) => {
      const api: Api = scope.withTypeProvider<TypeBoxTypeProvider>();
      for (const add of ROUTES) add(api, context);
      api.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
    },
    { prefix: PREFIX },
  );
  await app.register(swaggerUi, {
    routePrefix: DOCS,
    staticCSP: DOCS_POLICY,
    theme: { title: 'Reportedly: the API' },
    uiConfig: { url: `${PREFIX}/openapi.json`, validatorUrl: null, docExpansion: 'list' },
  });
  await serveWeb(app, web);
  return app;
}

function contextOf(options: ServerOptions, now: () => Date, origin: string | null): ApiContext {
  const { ledger, examples = new Set(), accounts = null, openReader, divisions, onFault } = options;
  const events = new Events(ledger);
  return {
    ...{ ledger, examples, accounts, now, events, divisions },
    tables: openExportTables(readPackageFile),
    reconciler: new LiveReconciler(ledger, { tables: openTables(readPackageFile) }),
    jobs: new Jobs({
      ...{ ledger, now, onFault, fetching: options.fetching },
      openReader: openReader ?? (() => new ReadingPool(1)),
      onProgress: (job) => events.progress(job),
    }),
    origin: (request) => origin ?? `http://${request.headers.host}`,
  };
}
