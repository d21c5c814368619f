/** Failed sign-ins of one mail address, wherever they come from: after some it must wait. */
import { ReportedlyError } from '../../../errors.ts';

const MOST = 10;
const WINDOW_MS = 15 * 60_000;
/** Addresses remembered: strangers must not fill the memory. */
const REMEMBERED = 10_000;

export class Tries {
  readonly #failed = new Map<string, number[]>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  check(email: string): void {
    if (this.#recent(email).length >= MOST)
      throw new ReportedlyError('too-many-requests', { after: '15 minutes' });
  }

  failed(email: string): void {
    const recent = [...this.#recent(email), this.#clock()];
    this.forget(email);
    if (this.#failed.size >= REMEMBERED) this.#failed.delete(this.#failed.keys().next().value!);
    this.#failed.set(email.toLowerCase(), recent);
  }

  forget(email: string): void {
    this.#failed.delete(email.toLowerCase());
  }

  #recent(email: string): number[] {
    const since = this.#clock() - WINDOW_MS;
    return (this.#failed.get(email.toLowerCase()) ?? []).filter((at) => at > since);
  }
}
