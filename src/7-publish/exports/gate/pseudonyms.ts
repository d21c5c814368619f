/** Reviewers by a stable name that tells nobody who they are: in the order in which they first said something here. */
import type { Ledger } from '../../../5-ledger/index.ts';

export class Pseudonyms {
  readonly #ledger: Ledger;
  readonly #off: boolean;
  #known: Promise<ReadonlyMap<string, string>> | null = null;

  constructor(ledger: Ledger, off: boolean) {
    this.#ledger = ledger;
    this.#off = off;
  }

  async of(who: string): Promise<string> {
    if (this.#off) return who;
    this.#known ??= this.#load();
    return (await this.#known).get(who) ?? 'reviewer';
  }

  async #load(): Promise<ReadonlyMap<string, string>> {
    const known = new Map<string, string>();
    let cursor: string | undefined;
    do {
      const page = await this.#ledger.log({ ascending: true, kind: SAYING, limit: 1000, cursor });
      for (const { who } of page.rows)
        if (who !== null && !known.has(who)) known.set(who, `reviewer-${known.size + 1}`);
      cursor = page.next ?? undefined;
    } while (cursor);
    return known;
  }
}

const SAYING = ['decision', 'assessment', 'retraction', 'code-list', 'release', 'erasure'];
