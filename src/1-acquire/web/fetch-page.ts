/**
 * Fetches one page: redirects are followed by hand so that each address is checked, and time, size and speed are
 * limited. No cookies, no referrer, no script; nothing but this one address and those it redirects to is asked for.
 */
import { type Dispatcher, request } from 'undici';
import { ReportedlyError } from '../../errors.ts';
import { mayBeFetched } from '../formats/media-type.ts';
import { tooLarge } from '../limits.ts';
import { checkedUrl } from './checked-url.ts';
import { dispatcherFor } from './dispatcher.ts';
import { fetchError } from './fetch-error.ts';
import { contentType, headerOf, keptHeaders } from './headers.ts';
import { ACCEPT_ENCODING, readBody } from './read-body.ts';
import { retryAfter } from './retry-after.ts';
import { userAgent, type WebPolicy } from './web-policy.ts';

/** How an address answered, and by what way. */
export interface Answer {
  finalUrl: string;
  /** The addresses that sent on to another, in order; the first is the one asked for. */
  redirects: string[];
  status: number;
  /** As sent with the page, cookies left out. */
  headers: Record<string, string>;
}

export interface FetchedPage extends Answer {
  bytes: Uint8Array;
  declared: { mediaType: string | null; charset: string | null };
}

/** What the server said of a version that is here, to be told whether there is another. */
export interface Conditions {
  etag?: string | null;
  lastModified?: string | null;
}

/** `page` is null where the server says that there is nothing new (304). */
export type ConditionalPage = Answer & { page: FetchedPage | null };

/**
 * @param signal ends the fetch from outside; its reason is thrown on
 * @throws ReportedlyError `url-…`, `offline`, `proxy-…`, `input-too-large`, `input-type`
 */
export async function fetchPage(
  address: string,
  policy: WebPolicy,
  signal: AbortSignal | null,
): Promise<FetchedPage> {
  const { page, status } = await fetchIfChanged(address, {}, policy, signal);
  if (!page) throw new ReportedlyError('url-status', { input: address, status: String(status) });
  return page;
}

/** Asked of each address before it is, those redirected to as well; throws where it may not be asked. */
export type BeforeHop = (url: URL) => Promise<void>;

/** As `fetchPage`, but asks only for what is not here yet. */
export async function fetchIfChanged(
  address: string,
  conditions: Conditions,
  policy: WebPolicy,
  signal: AbortSignal | null,
  beforeHop: BeforeHop = async () => {},
): Promise<ConditionalPage> {
  // Checked before a pool or a timer is made: offline, nothing at all happens.
  const url = checkedUrl(address, undefined, policy, address);
  const deadline = AbortSignal.timeout(policy.totalMs);
  const agent = dispatcherFor(policy, address);
  try {
    return await follow(url, address, conditions, {
      policy,
      agent,
      beforeHop,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw fetchError(error, address, policy);
  } finally {
    await agent.destroy();
  }
}

interface Means {
  policy: WebPolicy;
  agent: Dispatcher;
  signal: AbortSignal;
  beforeHop: BeforeHop;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

async function follow(
  first: URL,
  input: string,
  conditions: Conditions,
  { policy, agent, signal, beforeHop }: Means,
): Promise<ConditionalPage> {
  let url = first;
  const redirects: string[] = [];
  while (redirects.length <= policy.maxRedirects) {
    await beforeHop(url);
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: { ...asked(policy), ...conditional(conditions) },
    });
    const location = headerOf(response.headers, 'location');
    if (!REDIRECTS.has(response.statusCode) || location === null)
      return await answered(url, redirects, response, input, policy);
    // The body of a redirect is of no use; the connection it came by is given up with it.
    response.body.on('error', () => {}).destroy();
    redirects.push(url.href);
    url = checkedUrl(location, url.href, policy, input);
  }
  throw new ReportedlyError('url-redirects', { input, limit: String(policy.maxRedirects) });
}

const asked = (policy: WebPolicy): Record<string, string> => ({
  accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1',
  'accept-encoding': ACCEPT_ENCODING,
  'accept-language': 'en;q=0.9, *;q=0.5',
  'user-agent': userAgent(policy),
});

const conditional = ({ etag, lastModified }: Conditions): Record<string, string> => ({
  ...(etag ? { 'if-none-match': etag } : {}),
  ...(lastModified ? { 'if-modified-since': lastModified } : {}),
});

async function answered(
  url: URL,
  redirects: string[],
  response: Dispatcher.ResponseData,
  input: string,
  policy: WebPolicy,
): Promise<ConditionalPage> {
  const { statusCode: status, headers, body } = response;
  const declared = contentType(headerOf(headers, 'content-type'));
  const length = Number(headerOf(headers, 'content-length') ?? Number.NaN);
  const answer: Answer = { finalUrl: url.href, redirects, status, headers: keptHeaders(headers) };
  try {
    if (status === 304) return { ...answer, page: null };
    if (status !== 200) throw refusedWith(status, headers, input);
    if (!mayBeFetched(declared.mediaType)) {
      throw new ReportedlyError('input-type', { input, type: `of type ${declared.mediaType}` });
    }
    if (length > policy.maxBytes) throw tooLarge(input, length, policy.maxBytes);
    const bytes = await readBody(body, headerOf(headers, 'content-encoding'), policy, input);
    return { ...answer, page: { ...answer, bytes, declared } };
  } finally {
    body.on('error', () => {}).destroy();
  }
}

/** A server that says when to come back is busy; any other answer is told by its number. */
function refusedWith(
  status: number,
  headers: Dispatcher.ResponseData['headers'],
  input: string,
): ReportedlyError {
  const until = status === 429 || status === 503 ? retryAfter(headers, new Date()) : null;
  if (until === null) return new ReportedlyError('url-status', { input, status: String(status) });
  return new ReportedlyError('url-busy', { input, status: String(status), until: until.toISOString() });
}
