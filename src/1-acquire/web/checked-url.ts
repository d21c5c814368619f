/** An address checked before anything is opened: scheme, credentials, port, and whether its host is a private address. */
import { isIP } from 'node:net';
import { ReportedlyError } from '../../errors.ts';
import { isPublicAddress, isWebPort } from './address-guard.ts';
import { isAllowedHost, type WebPolicy } from './web-policy.ts';

/**
 * @param address as typed or as a redirect gave it; the URL parser has already turned 0x7f.1, 0177.1 and 2130706433
 *   into the dotted form that is checked
 * @param input what the user gave, for messages
 * @throws ReportedlyError `url-invalid`, `url-refused`, `offline`
 */
export function checkedUrl(address: string, base: string | undefined, policy: WebPolicy, input: string): URL {
  const invalid = (reason: string): ReportedlyError => new ReportedlyError('url-invalid', { input, reason });
  if (policy.offline) throw new ReportedlyError('offline', { input });
  if (!URL.canParse(address, base)) throw invalid('it cannot be parsed');
  const url = new URL(address, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw invalid(`its scheme is ${url.protocol.slice(0, 20)}`);
  if (url.username !== '' || url.password !== '') throw invalid('it holds a user name or password');
  const port = portOf(url);
  if (isAllowedHost(policy, url.hostname, port)) return url;
  if (!isWebPort(port)) throw refused(input, `port ${port} is no port for web pages`);
  const host = bareHost(url.hostname);
  if (isIP(host) !== 0 && !isPublicAddress(host))
    throw refused(input, `${host} is a private or local address`);
  if (policy.proxy?.looksUpNames && isIP(host) === 0 && isInsideName(host))
    throw refused(input, `${host} names a host of the proxy's own network`);
  return url;
}

/** Where the proxy looks names up its answers are not seen here; these names never mean a public host. */
function isInsideName(host: string): boolean {
  const bare = host.replace(/\.$/, '');
  return !bare.includes('.') || /\.(?:localhost|local|internal|intranet|lan|home\.arpa)$/.test(bare);
}

export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

/** A host name without the brackets of an IPv6 address. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

export function refused(input: string, reason: string): ReportedlyError {
  return new ReportedlyError('url-refused', { input, reason });
}
