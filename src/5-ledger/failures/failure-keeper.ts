/** Keeps the failures of a run in the ledger as they happen, and forgets those whose inputs were read since. */
import type { ReportedlyError } from '../../errors.ts';
import type { Ledger } from '../contract.ts';
import type { FailureInput } from './failure-types.ts';

/** What became of one input of a run. `source`: see `FailureInput`; null where it cannot be asked for again. */
export type Tried =
  | { ok: true; input: string; source?: string | null }
  | { ok: false; input: string; source?: string | null; error: ReportedlyError };

/** When a failure is to be tried again by itself, if ever. */
export type WhenDue = (code: string, times: number, now: Date, until: string | null) => Date | null;

/** Failures are written so many at a time; a kill loses at most these. */
const AT_ONCE = 20;

export class FailureKeeper {
  readonly #ledger: Ledger;
  readonly #settings: Readonly<Record<string, unknown>>;
  readonly #whenDue: WhenDue;
  readonly #now: () => Date;
  readonly #since: string;
  /** How often each input had failed before this run, by source and input. */
  readonly #before = new Map<string, number>();
  #waiting: FailureInput[] = [];
  #source: string | null = null;

  private constructor(
    ledger: Ledger,
    settings: Readonly<Record<string, unknown>>,
    whenDue: WhenDue,
    now: () => Date,
  ) {
    this.#ledger = ledger;
    this.#settings = settings;
    this.#whenDue = whenDue;
    this.#now = now;
    this.#since = now().toISOString();
  }

  /** @param settings what a retry needs to ask in the same way; plain JSON */
  static async open(
    ledger: Ledger,
    settings: Readonly<Record<string, unknown>> = {},
    whenDue: WhenDue = () => null,
    now: () => Date = () => new Date(),
  ): Promise<FailureKeeper> {
    const keeper = new FailureKeeper(ledger, settings, whenDue, now);
    for (const { source, input, times } of await ledger.failures()) {
      keeper.#before.set(source, 0);
      keeper.#before.set(input, times);
    }
    return keeper;
  }

  /** Told of each input in turn, parts of one source one after another. */
  async note(tried: Tried): Promise<void> {
    const source = tried.source === undefined ? tried.input : tried.source;
    if (source !== this.#source) await this.#settle();
    this.#source = source;
    if (tried.ok || source === null) return;
    const { code, message, details } = tried.error;
    const times = (this.#before.get(tried.input) ?? 0) + 1;
    const due = this.#whenDue(code, times, this.#now(), details.until ?? null);
    this.#waiting.push({
      input: tried.input,
      source,
      code,
      message,
      settings: this.#settings,
      due: due?.toISOString() ?? null,
    });
    if (this.#waiting.length >= AT_ONCE) await this.#write();
  }

  /** To be called when the run has gone through all of its inputs, or breaks off: `complete` says which. */
  async end(complete = true): Promise<void> {
    if (complete) await this.#settle();
    await this.#write();
  }

  async #settle(): Promise<void> {
    if (this.#source === null || !this.#before.has(this.#source)) return;
    await this.#write();
    await this.#ledger.settleFailures([this.#source], this.#since);
  }

  async #write(): Promise<void> {
    await this.#ledger.noteFailures(this.#waiting.splice(0));
  }
}
