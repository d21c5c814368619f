/** The chain: no statement missing, every hash as worked out, every payload as committed to, the head its end. */
import { chainHash, commit } from '../statements/hash-chain.ts';
import type { StatementRow } from '../statements/kinds.ts';
import type { Findings } from './findings.ts';

/** A statement as the next one, or the head, goes by it. */
export interface Last {
  seq: number;
  hash: string;
  at: string;
}

/** Decoding passes over what is no digit, so that a salt changed at its end would not be noticed by its bytes. */
const isSalt = (salt: string | null): salt is string => salt !== null && /^[0-9a-f]{64}$/.test(salt);

export class ChainCheck {
  readonly #findings: Findings;
  #previous: string;
  #seq: number;
  #at: string;

  /** `before`: the statement ahead of the first, or number 0 with the genesis for its hash. */
  constructor(findings: Findings, before: Omit<Last, 'at'> & Partial<Last>) {
    this.#findings = findings;
    this.#seq = before.seq;
    this.#previous = before.hash;
    this.#at = before.at ?? '';
  }

  /** The last statement that was seen. */
  get last(): Last {
    return { seq: this.#seq, hash: this.#previous, at: this.#at };
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
    this.#at = row.at;
    if (hash !== row.hash) return false;
    if (row.payload === null && row.salt === null) return true;
    const { payload, salt } = row;
    if (payload !== null && isSalt(salt) && commit(salt, payload) === row.commitment) return true;
    findings.fault('payload-changed', where, `the content of this ${row.kind} is not what was recorded`);
    return false;
  }

  end(head: (Omit<Last, 'at'> & Partial<Last>) | undefined): void {
    const findings = this.#findings;
    if (!head) {
      findings.fault('head-differs', 'head', 'the row that names the last statement is gone');
      return;
    }
    this.#missingBefore(head.seq + 1);
    if (head.hash !== this.#previous) {
      const detail = `it names the hash ${head.hash}, the chain ends in ${this.#previous}`;
      findings.fault('head-differs', 'head', detail);
    } else if (head.at !== undefined && head.at !== this.#at) {
      const detail = `it names the time ${head.at}, the last statement was made at ${this.#at}`;
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
