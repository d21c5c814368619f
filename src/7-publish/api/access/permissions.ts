/**
 * What each address of the API asks of whoever calls it. One that does not stand here asks for `manage`, and a test
 * fails. `session`: only a person who signed in, no token.
 */
import type { Permission } from '../../accounts/roles.ts';

export type Asks = Permission | 'anyone' | 'session';

export const ASKS: Readonly<Record<string, Asks>> = {
  'GET /ledger': 'read',
  'GET /ledger.json': 'read',
  'GET /verify': 'read',
  'GET /claims': 'read',
  'GET /claims.json': 'read',
  'GET /claims.csv': 'export',
  'GET /claims.ndjson': 'export',
  'GET /claims.atom': 'read',
  'GET /claims.feed': 'read',
  'GET /claims/:id': 'read',
  'GET /claims/:id.json': 'read',
  'GET /claims/:id.csv': 'export',
  'GET /facets': 'read',
  'GET /facets.json': 'read',
  'GET /facets.csv': 'export',
  'GET /documents': 'read',
  'GET /documents.json': 'read',
  'GET /documents.csv': 'export',
  'GET /documents.ndjson': 'export',
  'POST /documents': 'add',
  'GET /documents/:sha256': 'read',
  'GET /documents/:sha256.json': 'read',
  'GET /documents/:sha256.csv': 'export',
  'GET /documents/:sha256/article': 'read',
  'GET /documents/:sha256/versions': 'read',
  'GET /documents/:sha256/original': 'export',
  'GET /readings/:id': 'read',
  'GET /articles': 'read',
  'GET /jobs/:id': 'read',
  'GET /events': 'read',
  'GET /incidents': 'read',
  'GET /incidents.json': 'read',
  'GET /incidents.csv': 'export',
  'GET /incidents.ndjson': 'export',
  'GET /incidents/:id': 'read',
  'GET /incidents/:id.json': 'read',
  'GET /incidents/:id.csv': 'export',
  'GET /incidents/:id/coding': 'read',
  'POST /incidents/:id/coding': 'decide',
  'GET /cells': 'read',
  'GET /code-lists': 'read',
  'POST /code-lists': 'manage',
  'GET /sources': 'read',
  'GET /sources.json': 'read',
  'GET /sources.csv': 'export',
  'GET /sources/:name': 'read',
  'GET /map': 'read',
  'GET /map.json': 'read',
  'GET /map.csv': 'export',
  'GET /timeline': 'read',
  'GET /timeline.json': 'read',
  'GET /timeline.csv': 'export',
  'GET /decisions': 'read',
  'GET /decisions.json': 'read',
  'GET /decisions.csv': 'export',
  'GET /decisions.ndjson': 'export',
  'POST /decisions': 'decide',
  'GET /exports': 'read',
  'GET /exports/:format': 'export',
  'GET /table': 'read',
  'GET /table.json': 'read',
  'GET /table.csv': 'export',
  'GET /table.hxl': 'export',
  'GET /table.xlsx': 'export',
  'GET /releases': 'read',
  'POST /releases': 'release',
  'GET /bundle.zip': 'release',
  'GET /review/queue': 'read',
  'GET /review/documents': 'read',
  'GET /documents/:sha256/status': 'read',
  'GET /agreement': 'read',
  'GET /agreement.json': 'read',
  'GET /agreement.csv': 'export',
  'POST /documents/examples': 'add',
  'GET /session': 'anyone',
  'POST /session': 'anyone',
  'DELETE /session': 'anyone',
  'GET /tokens': 'session',
  'POST /tokens': 'session',
  'DELETE /tokens/:id': 'session',
  'GET /audit': 'manage',
  'GET /openapi.json': 'anyone',
};

export const PREFIX = '/api/v1';
/** The pages that show the OpenAPI document: the package's own files, no data. */
export const DOCS = `${PREFIX}/docs`;

/** `url` as the route was declared; null for what is no part of the API. */
export function asks(method: string, url: string | undefined): Asks | null {
  if (url === undefined || !url.startsWith('/api/')) return null;
  if (url === DOCS || url.startsWith(`${DOCS}/`)) return 'anyone';
  const verb = method === 'HEAD' ? 'GET' : method;
  return ASKS[`${verb} ${url.slice(PREFIX.length)}`] ?? 'manage';
}
