/** How requests leave: straight through the guard, or by way of the proxy. */

import { socksConnector } from 'fetch-socks';
import { Agent, type buildConnector, type Dispatcher, ProxyAgent } from 'undici';
import { bareHost } from './checked-url.ts';
import { checkedAddress, guardedConnector } from './guarded-connector.ts';
import type { ProxySetting } from './proxy.ts';
import type { WebPolicy } from './web-policy.ts';

/** @param input what the user gave, for messages */
export function dispatcherFor(policy: WebPolicy, input: string): Dispatcher {
  const settings = {
    connections: 1,
    pipelining: 0,
    headersTimeout: policy.idleMs,
    bodyTimeout: policy.idleMs,
  };
  const { proxy } = policy;
  if (proxy === null) return new Agent({ ...settings, connect: guardedConnector(policy, input) });
  if (proxy.kind === 'socks') return new Agent({ ...settings, connect: socks(proxy, policy, input) });
  const host = proxy.host.includes(':') ? `[${proxy.host}]` : proxy.host;
  return new ProxyAgent({
    ...settings,
    uri: `${proxy.tls ? 'https' : 'http'}://${host}:${proxy.port}`,
    ...(proxy.user === null ? {} : { token: basic(proxy.user, proxy.password ?? '') }),
    connectTimeout: policy.connectMs,
  });
}

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

function socks(proxy: ProxySetting, policy: WebPolicy, input: string): buildConnector.connector {
  const connect = socksConnector(
    {
      type: 5,
      host: proxy.host,
      port: proxy.port,
      ...(proxy.user === null ? {} : { userId: proxy.user, password: proxy.password ?? '' }),
    },
    { timeout: policy.connectMs },
  );
  if (proxy.looksUpNames) return connect;
  // Names are looked up and checked here, and the proxy is given the address that was checked.
  return (options, callback) => {
    checkedAddress(policy, options, input).then(
      (address) =>
        connect({ ...options, hostname: address, servername: bareHost(options.hostname) }, callback),
      (error: Error) => callback(error, null),
    );
  };
}
