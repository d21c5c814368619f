/** What fetching may do: limits, which hosts it may reach, by what way, and what it says of itself. */
import { lookup } from 'node:dns/promises';
import { PACKAGE_VERSION } from '../../package.ts';
import type { ProxySetting } from './proxy.ts';

export interface ResolvedAddress {
  address: string;
  family: number;
}

export interface WebPolicy {
  /** No socket is opened at all. */
  offline: boolean;
  /** Hosts that may be private or local, as `NAME` or `NAME:PORT`, lower case. */
  allowHosts: readonly string[];
  proxy: ProxySetting | null;
  /** Bytes of a page, on the wire and unpacked. */
  maxBytes: number;
  maxRedirects: number;
  /** For the whole fetch, redirects and body included. */
  totalMs: number;
  connectMs: number;
  /** Longest silence, before the headers and between pieces of the body. */
  idleMs: number;
  /** A body slower than `minBytesPerSecond` on average after `slowAfterMs` is given up. */
  minBytesPerSecond: number;
  slowAfterMs: number;
  /** Time between two requests to one host, where a program and no person names the addresses. */
  hostEveryMs: number;
  /** A robots.txt may ask for more, but not for more than this. */
  hostEveryMostMs: number;
  /** An address of whoever runs this, for the server's log; null says nothing. */
  contact: string | null;
  /** Looks a name up; every answer is checked, and only checked answers are connected to. */
  resolve: (hostname: string) => Promise<ResolvedAddress[]>;
}

const DEFAULTS: WebPolicy = {
  offline: false,
  allowHosts: [],
  proxy: null,
  maxBytes: 20_000_000,
  maxRedirects: 5,
  totalMs: 60_000,
  connectMs: 10_000,
  idleMs: 15_000,
  minBytesPerSecond: 500,
  slowAfterMs: 10_000,
  hostEveryMs: 1_000,
  hostEveryMostMs: 60_000,
  contact: null,
  resolve: (hostname) => lookup(hostname, { all: true, verbatim: true }),
};

export function webPolicy(settings: Partial<WebPolicy>): WebPolicy {
  const policy = { ...DEFAULTS, ...settings };
  return { ...policy, allowHosts: policy.allowHosts.map((host) => host.trim().toLowerCase()) };
}

/** The name that robots.txt files know this program by. */
export const ROBOT_NAME = 'Reportedly';

/** The program, its version and the contact that was set: nothing of the machine it runs on. */
export function userAgent({ contact }: Pick<WebPolicy, 'contact'>): string {
  const about = contact?.replace(/[^\x20-\x7e]|[()]/g, '').slice(0, 200);
  return `Mozilla/5.0 (compatible; ${ROBOT_NAME}/${PACKAGE_VERSION}${about ? `; +${about}` : ''})`;
}

/** Whether a host was named as one that may be private. IPv6 addresses are named in brackets, as in URLs. */
export function isAllowedHost(policy: WebPolicy, hostname: string, port: number): boolean {
  const bare = hostname.toLowerCase().replace(/\.$/, '');
  return policy.allowHosts.some((host) => host === bare || host === `${bare}:${port}`);
}
