/** A reconciler that follows its ledger: it takes in only what was said since it last looked. */
import type { Ledger, LogEntry } from '../5-ledger/index.ts';
import { documentReports, reconcileLedger, takeDecisions } from './from-ledger.ts';
import type { Reconciler, ReconcilerOptions } from './reconciler.ts';

/** After these content has gone from anywhere in the ledger: all is read anew. */
const REBUILDING = new Set(['erasure', 'replacement']);
const PAGE = 500;

export class LiveReconciler {
  readonly #ledger: Ledger;
  readonly #options: ReconcilerOptions;
  #reconciler: Reconciler | null = null;
  #seen = 0;
  #last: Promise<unknown> = Promise.resolve();
  /** The past state asked for last. */
  #past: { asOf: string | number; seen: number; reconciler: Promise<Reconciler> } | null = null;

  constructor(ledger: Ledger, options: ReconcilerOptions) {
    this.#ledger = ledger;
    this.#options = options;
  }

  /** The reconciler with all that the ledger holds now. Calls wait for one another. */
  refresh(): Promise<Reconciler> {
    const next = this.#last.then(() => this.#catchUp());
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** As the ledger stood then; made anew, and kept until another time is asked for or something is said. */
  async at(asOf: string | number | undefined): Promise<Reconciler> {
    if (asOf === undefined) return this.refresh();
    const seen = await this.#head();
    if (this.#past?.asOf !== asOf || this.#past.seen !== seen) {
      const reconciler = reconcileLedger(this.#ledger, { ...this.#options, asOf });
      this.#past = { asOf, seen, reconciler };
      // One that failed is not kept for the next who asks.
      reconciler.catch(() => {
        this.#past = null;
      });
    }
    return this.#past.reconciler;
  }

  async #catchUp(): Promise<Reconciler> {
    if (!this.#reconciler) return this.#begin();
    const said = await this.#saidSince(this.#seen);
    if (said.length === 0) return this.#reconciler;
    if (said.some(({ kind }) => REBUILDING.has(kind))) return this.#begin();
    const touched = [...new Set(said.flatMap(({ document }) => document ?? []))].sort();
    for await (const report of documentReports(this.#ledger, touched)) this.#reconciler.set(report);
    if (said.some(({ kind }) => kind === 'decision' || kind === 'assessment'))
      await takeDecisions(this.#reconciler, this.#ledger);
    this.#seen = said[0]!.seq;
    return this.#reconciler;
  }

  async #begin(): Promise<Reconciler> {
    // What is said meanwhile is taken in again the next time.
    const seen = await this.#head();
    const reconciler = await reconcileLedger(this.#ledger, this.#options);
    this.#seen = seen;
    this.#reconciler = reconciler;
    return reconciler;
  }

  async #head(): Promise<number> {
    const { rows } = await this.#ledger.log({ limit: 1 });
    return rows[0]?.seq ?? 0;
  }

  /** Newest first. */
  async #saidSince(seq: number): Promise<LogEntry[]> {
    const said: LogEntry[] = [];
    let cursor: string | undefined;
    for (let limit = 20; ; limit = PAGE) {
      const page: { rows: LogEntry[]; next: string | null } = await this.#ledger.log({ limit, cursor });
      const rows = page.rows.filter((row) => row.seq > seq);
      said.push(...rows);
      if (rows.length < page.rows.length || !page.next) return said;
      cursor = page.next;
    }
  }
}
