/** Fetching for one run: keeps to what hosts ask of programs, and remembers it between addresses. */
import { ReportedlyError } from '../../../errors.ts';
import { checkedUrl } from '../checked-url.ts';
import { type ConditionalPage, type Conditions, type FetchedPage, fetchIfChanged } from '../fetch-page.ts';
import type { WebPolicy } from '../web-policy.ts';
import { HostTurns } from './host-turns.ts';
import { Robots } from './robots.ts';

export interface Asking {
  /** A listing named the address and not a person: robots.txt holds, and hosts are asked one at a time. */
  byProgram: boolean;
  conditions?: Conditions;
  signal: AbortSignal | null;
}

/** Longer than this nothing waits for a host; it is told as a failure, to be tried again later. */
const MOST_WAIT_MS = 120_000;

export class WebSession {
  readonly policy: WebPolicy;
  readonly #turns: HostTurns;
  readonly #robots: Robots;
  readonly #now: () => number;

  constructor(policy: WebPolicy, now: () => number = Date.now) {
    this.policy = policy;
    this.#now = now;
    this.#turns = new HostTurns(now);
    this.#robots = new Robots(policy);
  }

  /** @throws as `fetchPage`, and `url-disallowed` */
  async fetch(address: string, asking: Asking): Promise<FetchedPage> {
    const { page, status } = await this.fetchIfChanged(address, { ...asking, conditions: {} });
    if (!page) throw new ReportedlyError('url-status', { input: address, status: String(status) });
    return page;
  }

  async fetchIfChanged(address: string, asking: Asking): Promise<ConditionalPage> {
    const { byProgram, conditions = {}, signal } = asking;
    const url = checkedUrl(address, undefined, this.policy, address);
    if (!byProgram) return this.#ask(url, address, conditions, signal);
    await this.#mayAsk(url, address, signal);
    await this.#turn(url, address, signal);
    return this.#ask(url, address, conditions, signal, async (hop) => {
      if (hop.href !== url.href) await this.#mayAsk(hop, address, signal);
    });
  }

  async #ask(
    url: URL,
    address: string,
    conditions: Conditions,
    signal: AbortSignal | null,
    beforeHop?: (hop: URL) => Promise<void>,
  ): Promise<ConditionalPage> {
    try {
      return await fetchIfChanged(address, conditions, this.policy, signal, beforeHop);
    } catch (error) {
      if (error instanceof ReportedlyError && error.code === 'url-busy')
        this.#turns.rest(url.host, Date.parse(error.details.until!));
      throw error;
    }
  }

  async #mayAsk(url: URL, input: string, signal: AbortSignal | null): Promise<void> {
    const rules = await this.#rules(url, input, signal);
    if (!rules.mayAsk(url.href)) throw new ReportedlyError('url-disallowed', { input });
  }

  async #rules(url: URL, input: string, signal: AbortSignal | null) {
    try {
      return await this.#robots.rulesFor(url, this.#now(), signal);
    } catch (error) {
      // The page fails for the same reason as its host's robots.txt, and is what the user named.
      if (error instanceof ReportedlyError)
        throw new ReportedlyError(error.code, { ...error.details, input });
      throw error;
    }
  }

  async #turn(url: URL, input: string, signal: AbortSignal | null): Promise<void> {
    const { hostEveryMs, hostEveryMostMs } = this.policy;
    const { delay } = await this.#rules(url, input, signal);
    const left = this.#turns.left(url.host);
    if (left > MOST_WAIT_MS) {
      const until = new Date(this.#now() + left).toISOString();
      throw new ReportedlyError('url-busy', { input, status: 'before', until });
    }
    const every = Math.min(hostEveryMostMs, Math.max(hostEveryMs, (delay ?? 0) * 1000));
    await this.#turns.wait(url.host, every, signal);
  }
}
