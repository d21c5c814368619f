/**
 * A connection pool that cannot reach private addresses. The guard sits where the socket is made: a name is looked up
 * once, every answer is checked, and the socket is opened to a checked answer, so that a name which answers differently
 * the second time (DNS rebinding) gains nothing. Hosts that are addresses skip the lookup and are checked by themselves.
 */
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { ReportedlyError } from '../../errors.ts';
import { isPublicAddress } from './address-guard.ts';
import { bareHost, refused } from './checked-url.ts';
import { isAllowedHost, type WebPolicy } from './web-policy.ts';

/** @param input what the user gave, for messages */
export function guardedAgent(policy: WebPolicy, input: string): Agent {
  const timeout = policy.connectMs;
  const open = buildConnector({ timeout, lookup: lookupWith(policy, () => true, input) });
  const guarded = buildConnector({ timeout, lookup: lookupWith(policy, isPublicAddress, input) });
  return new Agent({
    connections: 1,
    pipelining: 0,
    headersTimeout: policy.idleMs,
    bodyTimeout: policy.idleMs,
    connect(options, callback) {
      if (policy.offline) return callback(new ReportedlyError('offline', { input }), null);
      const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
      if (isAllowedHost(policy, options.hostname, port)) return open(options, callback);
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
    },
  });
}

/** Refuses a name if any of its answers is refused: a mixed answer is an attack or a fault, and never needed. */
function lookupWith(
  policy: WebPolicy,
  mayReach: (address: string) => boolean,
  input: string,
): LookupFunction {
  return (hostname, options, callback) => {
    policy.resolve(hostname).then(
      (addresses) => {
        const bad = addresses.find(({ address }) => !mayReach(address));
        if (bad) return callback(privateAddress(input, `${hostname} (${bad.address})`), '', 0);
        const [first] = addresses;
        if (!first) return callback(notFound(hostname), '', 0);
        if (options.all) return callback(null, addresses);
        return callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

function privateAddress(input: string, host: string): ReportedlyError {
  return refused(input, `${host} is a private or local address`);
}

function notFound(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
}
