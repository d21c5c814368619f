/**
 * Fetches one page: redirects are followed by hand so that each address is checked, and time, size and speed are
 * limited. No cookies, no referrer, no script; nothing but this one address and those it redirects to is asked for.
 */
import { type Dispatcher, request } from 'undici';
import { ReportedlyError } from '../../errors.ts';
import { mayHoldText } from '../formats/media-type.ts';
import { tooLarge } from '../limits.ts';
import { checkedUrl } from './checked-url.ts';
import { fetchError } from './fetch-error.ts';
import { guardedAgent } from './guarded-agent.ts';
import { contentType, headerOf, keptHeaders } from './headers.ts';
import { ACCEPT_ENCODING, readBody } from './read-body.ts';
import type { WebPolicy } from './web-policy.ts';

export interface FetchedPage {
  bytes: Uint8Array;
  finalUrl: string;
  status: number;
  /** As sent with the page, cookies left out. */
  headers: Record<string, string>;
  declared: { mediaType: string | null; charset: string | null };
}

/**
 * @param signal ends the fetch from outside; its reason is thrown on
 * @throws ReportedlyError `url-…`, `offline`, `input-too-large`, `input-type`
 */
export async function fetchPage(
  address: string,
  policy: WebPolicy,
  signal: AbortSignal | null,
): Promise<FetchedPage> {
  // Checked before a pool or a timer is made: offline, nothing at all happens.
  const url = checkedUrl(address, undefined, policy, address);
  const deadline = AbortSignal.timeout(policy.totalMs);
  const agent = guardedAgent(policy, address);
  try {
    return await follow(url, address, {
      policy,
      agent,
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
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

async function follow(first: URL, input: string, { policy, agent, signal }: Means): Promise<FetchedPage> {
  let url = first;
  for (let redirects = 0; redirects <= policy.maxRedirects; redirects++) {
    const response = await request(url, {
      dispatcher: agent,
      signal,
      headers: {
        accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1',
        'accept-encoding': ACCEPT_ENCODING,
        'accept-language': 'en;q=0.9, *;q=0.5',
        'user-agent': policy.userAgent,
      },
    });
    const location = headerOf(response.headers, 'location');
    if (!REDIRECTS.has(response.statusCode) || location === null)
      return await page(url, response, input, policy);
    // The body of a redirect is of no use; the connection it came by is given up with it.
    response.body.on('error', () => {}).destroy();
    url = checkedUrl(location, url.href, policy, input);
  }
  throw new ReportedlyError('url-redirects', { input, limit: String(policy.maxRedirects) });
}

async function page(
  url: URL,
  response: Dispatcher.ResponseData,
  input: string,
  policy: WebPolicy,
): Promise<FetchedPage> {
  const { statusCode: status, headers, body } = response;
  const declared = contentType(headerOf(headers, 'content-type'));
  const length = Number(headerOf(headers, 'content-length') ?? Number.NaN);
  try {
    if (status !== 200) throw new ReportedlyError('url-status', { input, status: String(status) });
    if (!mayHoldText(declared.mediaType)) {
      throw new ReportedlyError('input-type', { input, type: `of type ${declared.mediaType}` });
    }
    if (length > policy.maxBytes) throw tooLarge(input, length, policy.maxBytes);
    const bytes = await readBody(body, headerOf(headers, 'content-encoding'), policy, input);
    return { bytes, finalUrl: url.href, status, headers: keptHeaders(headers), declared };
  } finally {
    body.on('error', () => {}).destroy();
  }
}
