/** The chain: no statement missing, every hash as worked out, every payload as committed to, the head its end. */
import { chainHash, commit } from '../statements/hash-chain.ts';
import type { StatementRow } from '../statements/kinds.ts';
import type { Findings } from './findings.ts';

export class ChainCheck {
  readonly #findings: Findings;
  #previous: string;
  #seq = 0;

  /** `before`: number and hash of the statement ahead of the first, or 0 and the genesis. */
  constructor(findings: Findings, before: { seq: number; hash: string }) {
    this.#findings = findings;
    this.#seq = before.seq;
    this.#previous = before.hash;
  }

  /** The last statement that was seen. */
  get last(): { seq: number; hash: string } {
    return { seq: this.#seq, hash: this.#previous };
  }

  /** Whether the statement's content can be looked at: it may be gone, and it must be what was recorded. */
  link(row: StatementRow): boolean {
    const findings = this.#findings;
    const where = `statement ${row.seq}`;
    this.#missingBefore(row.seq);
    findings.counts.statements++;
    // Each link is checked against the hash stored before it, so one edit shows as one fault.
    const hash = chainHash(this.#previous, row);
    if (hash !== row.hash) {
      findings.fault('statement-changed', where, `its hash is ${row.hash}, worked out is ${hash}`);
    }
    this.#previous = row.hash;
    if (hash !== row.hash) return false;
    if (row.payload === null && row.salt === null) return true;
    if (row.payload !== null && row.salt !== null && commit(row.salt, row.payload) === row.commitment)
      return true;
    findings.fault('payload-changed', where, `the content of this ${row.kind} is not what was recorded`);
    return false;
  }

  end(head: { seq: number; hash: string } | undefined): void {
    const findings = this.#findings;
    if (!head) {
      findings.fault('head-differs', 'head', 'the row that names the last statement is gone');
      return;
    }
    this.#missingBefore(head.seq + 1);
    if (head.hash !== this.#previous) {
      const detail = `it names the hash ${head.hash}, the chain ends in ${this.#previous}`;
      findings.fault('head-differs', 'head', detail);
    }
  }

  #missingBefore(seq: number): void {
    const from = this.#seq + 1;
    const to = seq - 1;
    if (from === to) this.#findings.fault('statement-missing', `statement ${from}`, 'the row is gone');
    else if (from < to)
      this.#findings.fault('statement-missing', `statements ${from} to ${to}`, 'the rows are gone');
    this.#seq = seq;
  }
}
