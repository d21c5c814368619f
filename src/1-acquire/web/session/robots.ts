/** What the robots.txt of a host asks of programs (RFC 9309), asked for once a day. */
import * as robotsParser from 'robots-parser';
import { ReportedlyError } from '../../../errors.ts';
import { fetchPage } from '../fetch-page.ts';
import { ROBOT_NAME, type WebPolicy } from '../web-policy.ts';

export interface RobotRules {
  mayAsk(url: string): boolean;
  /** Seconds between two requests that it asks for; null: not said. */
  delay: number | null;
}

const EVERYTHING: RobotRules = { mayAsk: () => true, delay: null };
const KEPT_MS = 24 * 3600 * 1000;
/** RFC 9309 has at least so much of the file read. */
const MOST_BYTES = 512_000;
const MOST_MS = 20_000;

export class Robots {
  readonly #policy: WebPolicy;
  readonly #known = new Map<string, { rules: Promise<RobotRules>; until: number }>();

  constructor(policy: WebPolicy) {
    this.#policy = {
      ...policy,
      maxBytes: Math.min(policy.maxBytes, MOST_BYTES),
      totalMs: Math.min(policy.totalMs, MOST_MS),
    };
  }

  /** @throws what kept the file from being read: then nothing may be asked of the host just now */
  rulesFor({ origin }: URL, now: number, signal: AbortSignal | null): Promise<RobotRules> {
    const known = this.#known.get(origin);
    if (known && known.until > now) return known.rules;
    const rules = this.#ask(origin, signal);
    this.#known.set(origin, { rules, until: now + KEPT_MS });
    // A failure is no answer to be kept.
    rules.catch(() => this.#known.delete(origin));
    return rules;
  }

  async #ask(origin: string, signal: AbortSignal | null): Promise<RobotRules> {
    const address = `${origin}/robots.txt`;
    try {
      const { bytes } = await fetchPage(address, this.#policy, signal);
      return rulesOf(address, new TextDecoder().decode(bytes));
    } catch (error) {
      // There is none, or something else stands there: then nothing is asked.
      if (error instanceof ReportedlyError) {
        const { code, details } = error;
        if (code === 'input-type' || (code === 'url-status' && /^4/.test(details.status ?? '')))
          return EVERYTHING;
      }
      throw error;
    }
  }
}

/** A CommonJS module that its types take for another kind. */
const parse = robotsParser.default as unknown as (
  address: string,
  text: string,
) => {
  isAllowed(url: string, robot: string): boolean | undefined;
  getCrawlDelay(robot: string): number | undefined;
};

function rulesOf(address: string, text: string): RobotRules {
  const rules = parse(address, text);
  return {
    mayAsk: (url) => rules.isAllowed(url, ROBOT_NAME) ?? true,
    delay: rules.getCrawlDelay(ROBOT_NAME) ?? null,
  };
}
