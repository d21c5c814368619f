/** What keeps other pages and other machines out: host and origin checks, headers, a limit of requests. */
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { ReportedlyError } from '../../errors.ts';

/** Names under which this machine may call itself; any other in a Host header is another site's (DNS rebinding). */
const OWN_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);

export const isOwnHost = (host: string) => OWN_HOSTS.has(host.toLowerCase());

const hostName = (host: string) => host.replace(/:\d{1,5}$/, '');

/** No inline script or style, nothing from elsewhere, no frames, no images of others. */
const CONTENT_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  // The map draws in a thread of its own.
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

export const REQUESTS_PER_MINUTE = 3000;

/** `origin`: where people open the workbench, when that is not this machine; no other address is answered then. */
export async function guard(
  app: FastifyInstance,
  origin: string | null,
  requestsPerMinute = REQUESTS_PER_MINUTE,
): Promise<void> {
  const ownHost = origin === null ? null : new URL(origin).host;
  app.addHook('onRequest', async (request) => {
    const host = (request.headers.host ?? '').toLowerCase();
    const answered = ownHost === null ? isOwnHost(hostName(host)) : host === ownHost;
    if (!answered) throw new ReportedlyError('host-refused', { host: host.slice(0, 200) });
    const from = request.headers.origin;
    const foreign = from !== undefined && from !== (origin ?? `http://${host}`);
    if (foreign && request.method !== 'GET' && request.method !== 'HEAD') {
      throw new ReportedlyError('origin-refused', { origin: from.slice(0, 200) });
    }
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_POLICY },
    strictTransportSecurity: origin?.startsWith('https:') ?? false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_, { after }) => new ReportedlyError('too-many-requests', { after }),
  });
}

/** The pages of the OpenAPI document draw their signs as data: images; still no inline script. */
export const DOCS_POLICY = Object.entries({ ...CONTENT_POLICY, 'img-src': ["'self'", 'data:'] })
  .map(([name, values]) => `${name} ${values.join(' ')}`)
  .join(';');
