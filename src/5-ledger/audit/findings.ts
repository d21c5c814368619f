/** The report in the making. What the index gets wrong is kept apart, since it counts only where no statement was changed. */
import type { Fault, VerifyReport } from './verify-types.ts';

const FAULTS_LISTED = 1000;

/** Numbers that are simply added up over the stretches of a ledger. */
export type Counts = Pick<VerifyReport, 'statements' | 'documents' | 'readings' | 'claims'>;

class FaultList {
  readonly listed: Fault[] = [];
  more = 0;

  add(fault: Fault): void {
    if (this.listed.length < FAULTS_LISTED) this.listed.push(fault);
    else this.more++;
  }

  addAll({ listed, more }: { listed: readonly Fault[]; more: number }): void {
    for (const fault of listed) this.add(fault);
    this.more += more;
  }
}

export class Findings {
  readonly counts: Counts = { statements: 0, documents: 0, readings: 0, claims: 0 };
  readonly statements = new FaultList();
  readonly index = new FaultList();

  /** Whether the index can be expected to tell the same as the statements: none of these is at fault. */
  get statementsGood(): boolean {
    return this.statements.listed.length === 0;
  }

  fault(what: Fault['what'], where: string, detail: string): void {
    (what === 'index-differs' ? this.index : this.statements).add({ what, where, detail });
  }

  /** Adds what was found in another stretch; one that was found on another thread has no methods. */
  add({ counts, statements, index }: FindingsData): void {
    for (const name of Object.keys(counts) as (keyof Counts)[]) this.counts[name] += counts[name];
    this.statements.addAll(statements);
    this.index.addAll(index);
  }
}

export interface FindingsData {
  counts: Counts;
  statements: { listed: Fault[]; more: number };
  index: { listed: Fault[]; more: number };
}
