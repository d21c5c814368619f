/** What fetching may do: limits, and which hosts it may reach. */
import { lookup } from 'node:dns/promises';

export interface ResolvedAddress {
  address: string;
  family: number;
}

export interface WebPolicy {
  /** No socket is opened at all. */
  offline: boolean;
  /** Hosts that may be private or local, as `NAME` or `NAME:PORT`, lower case. */
  allowHosts: readonly string[];
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
  userAgent: string;
  /** Looks a name up; every answer is checked, and only checked answers are connected to. */
  resolve: (hostname: string) => Promise<ResolvedAddress[]>;
}

const DEFAULTS: WebPolicy = {
  offline: false,
  allowHosts: [],
  maxBytes: 20_000_000,
  maxRedirects: 5,
  totalMs: 60_000,
  connectMs: 10_000,
  idleMs: 15_000,
  minBytesPerSecond: 500,
  slowAfterMs: 10_000,
  userAgent: 'Mozilla/5.0 (compatible; Reportedly)',
  resolve: (hostname) => lookup(hostname, { all: true, verbatim: true }),
};

export function webPolicy(settings: Partial<WebPolicy>): WebPolicy {
  const policy = { ...DEFAULTS, ...settings };
  return { ...policy, allowHosts: policy.allowHosts.map((host) => host.trim().toLowerCase()) };
}

/** Whether a host was named as one that may be private. IPv6 addresses are named in brackets, as in URLs. */
export function isAllowedHost(policy: WebPolicy, hostname: string, port: number): boolean {
  const bare = hostname.toLowerCase().replace(/\.$/, '');
  return policy.allowHosts.some((host) => host === bare || host === `${bare}:${port}`);
}
