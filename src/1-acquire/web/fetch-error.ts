/** Turns what can go wrong on a connection into coded errors. */
import { ReportedlyError } from '../../errors.ts';
import type { WebPolicy } from './web-policy.ts';

const SLOW: Readonly<Record<string, (policy: WebPolicy) => string>> = {
  UND_ERR_CONNECT_TIMEOUT: ({ connectMs }) => `no connection within ${seconds(connectMs)}`,
  UND_ERR_HEADERS_TIMEOUT: ({ idleMs }) => `no answer within ${seconds(idleMs)}`,
  UND_ERR_BODY_TIMEOUT: ({ idleMs }) => `silent for ${seconds(idleMs)}`,
  ETIMEDOUT: ({ connectMs }) => `no connection within ${seconds(connectMs)}`,
};

const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host is not known',
  ENODATA: 'its host has no address',
  EAI_AGAIN: 'host names cannot be looked up just now',
  ECONNREFUSED: 'the host refused the connection',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'there is no network',
  UND_ERR_SOCKET: 'the connection broke off',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are too long',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'it sent more or less than it announced',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

/** @returns a ReportedlyError for every fault of the connection; a bug stays what it is */
export function fetchError(error: unknown, input: string, policy: WebPolicy): unknown {
  const coded = findCoded(error);
  if (coded) return coded;
  if (!(error instanceof Error)) return error;
  if (error.name === 'TimeoutError') {
    const reason = `not done within ${seconds(policy.totalMs)}`;
    return new ReportedlyError('url-slow', { input, reason }, { cause: error });
  }
  if (policy.proxy) {
    const reason = proxyFault(error);
    if (reason) {
      const details = { input, proxy: policy.proxy.shown, reason };
      return new ReportedlyError('proxy-failed', details, { cause: error });
    }
  }
  // undici gives its parser's errors a code only at times.
  const code = error.name === 'HTTPParserError' ? 'HPE_' : codeOf(error);
  if (code === null) return error;
  const slow = SLOW[code]?.(policy);
  if (slow) return new ReportedlyError('url-slow', { input, reason: slow }, { cause: error });
  const reason = UNREACHABLE[code] ?? (code.startsWith('HPE_') ? 'its answer is not HTTP' : code);
  return new ReportedlyError('url-unreachable', { input, reason }, { cause: error });
}

/** What went wrong at the proxy or in what it was asked, null where it was the page's own fault. */
function proxyFault(error: Error): string | null {
  // fetch-socks and undici tell these by their messages only.
  const { message } = error;
  if (/^Proxy response \((\d+)\)/.test(message)) return `it answered ${/\((\d+)\)/.exec(message)![1]}`;
  if (error.constructor.name === 'SocksClientError') return message.slice(0, 200);
  const code = codeOf(error);
  return code !== null && AT_CONNECTING.has(code) ? (UNREACHABLE[code] ?? code) : null;
}

/** With a proxy it is the one host that is connected to and looked up. */
const AT_CONNECTING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ETIMEDOUT',
]);

/** Our own error may come wrapped in another's. */
function findCoded(error: unknown): ReportedlyError | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at instanceof ReportedlyError) return at;
  }
  return null;
}

function codeOf(error: Error): string | null {
  const [first] = error instanceof AggregateError ? (error.errors as Error[]) : [];
  for (const each of [error, error.cause, first]) {
    if (each instanceof Error && 'code' in each && typeof each.code === 'string') return each.code;
  }
  return null;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} s`;
}
