/**
 * Opens sockets, and none to a private address. A name is looked up once, every answer is checked, and the socket is
 * opened to a checked answer, so that a name which answers differently the second time (DNS rebinding) gains nothing.
 * Hosts that are addresses skip the lookup and are checked by themselves.
 */
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { ReportedlyError } from '../../errors.ts';
import { isPublicAddress } from './address-guard.ts';
import { bareHost, refused } from './checked-url.ts';
import { isAllowedHost, type ResolvedAddress, type WebPolicy } from './web-policy.ts';

/** @param input what the user gave, for messages */
export function guardedConnector(policy: WebPolicy, input: string): buildConnector.connector {
  const timeout = policy.connectMs;
  const open = buildConnector({ timeout, lookup: lookupWith(policy, () => true, input) });
  const guarded = buildConnector({ timeout, lookup: lookupWith(policy, isPublicAddress, input) });
  return (options, callback) => {
    if (policy.offline) return callback(new ReportedlyError('offline', { input }), null);
    if (isAllowedHost(policy, options.hostname, portOf(options))) return open(options, callback);
    const host = bareHost(options.hostname);
    if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(privateAddress(input, host), null);
    return guarded(options, (error, socket) => {
      if (error) return callback(error, null);
      // What was really connected to has the last word.
      const remote = socket.remoteAddress ?? '';
      if (isPublicAddress(remote)) return callback(null, socket);
      socket.destroy();
      callback(privateAddress(input, remote), null);
    });
  };
}

/** The address of a host that may be reached, for whoever opens the socket elsewhere. */
export async function checkedAddress(
  policy: WebPolicy,
  options: Pick<buildConnector.Options, 'hostname' | 'port' | 'protocol'>,
  input: string,
): Promise<string> {
  const host = bareHost(options.hostname);
  const mayReach = isAllowedHost(policy, options.hostname, portOf(options)) ? () => true : isPublicAddress;
  if (isIP(host) !== 0) {
    if (!mayReach(host)) throw privateAddress(input, host);
    return host;
  }
  return firstChecked(host, await policy.resolve(host), mayReach, input).address;
}

/** Refuses a name if any of its answers is refused: a mixed answer is an attack or a fault, and never needed. */
function firstChecked(
  hostname: string,
  addresses: readonly ResolvedAddress[],
  mayReach: (address: string) => boolean,
  input: string,
): ResolvedAddress {
  const bad = addresses.find(({ address }) => !mayReach(address));
  if (bad) throw privateAddress(input, `${hostname} (${bad.address})`);
  const [first] = addresses;
  if (!first) throw notFound(hostname);
  return first;
}

function lookupWith(
  policy: WebPolicy,
  mayReach: (address: string) => boolean,
  input: string,
): LookupFunction {
  return (hostname, options, callback) => {
    policy.resolve(hostname).then(
      (addresses) => {
        try {
          const first = firstChecked(hostname, addresses, mayReach, input);
          if (options.all) callback(null, [...addresses]);
          else callback(null, first.address, first.family);
        } catch (error) {
          callback(error as NodeJS.ErrnoException, '', 0);
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

const portOf = ({ port, protocol }: Pick<buildConnector.Options, 'port' | 'protocol'>): number =>
  Number(port) || (protocol === 'https:' ? 443 : 80);

function privateAddress(input: string, host: string): ReportedlyError {
  return refused(input, `${host} is a private or local address`);
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
}
