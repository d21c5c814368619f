/** When each host may be asked next: never two requests at once, and never sooner than it wants. */
import { setTimeout as sleep } from 'node:timers/promises';

export class HostTurns {
  readonly #next = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Waits until it is this request's turn. */
  async wait(host: string, everyMs: number, signal: AbortSignal | null): Promise<void> {
    const now = this.#now();
    const at = Math.max(now, this.#next.get(host) ?? 0);
    this.#next.set(host, at + everyMs);
    try {
      if (at > now) await sleep(at - now, undefined, signal ? { signal } : {});
    } finally {
      // An abort's own reason says more than that a timer ended.
      signal?.throwIfAborted();
    }
  }

  /** The host asked to be left alone. */
  rest(host: string, until: number): void {
    this.#next.set(host, Math.max(until, this.#next.get(host) ?? 0));
  }

  /** Milliseconds until its next turn. */
  left(host: string): number {
    return Math.max(0, (this.#next.get(host) ?? 0) - this.#now());
  }
}
