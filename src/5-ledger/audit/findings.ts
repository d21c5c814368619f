/** The report in the making. */
import type { Fault, VerifyReport } from './verify-types.ts';

const FAULTS_LISTED = 1000;

export class Findings {
  readonly report: VerifyReport = {
    intact: true,
    faults: [],
    moreFaults: 0,
    statements: 0,
    documents: 0,
    readings: 0,
    claims: 0,
    erased: 0,
    erasedOriginals: 0,
    erasureUnfinished: false,
    unnamedOriginals: 0,
    indexCompared: false,
    head: '',
  };

  /** Whether there is no fault of another kind. */
  onlyOf(what: Fault['what']): boolean {
    return this.report.faults.every((fault) => fault.what === what);
  }

  drop(what: Fault['what']): void {
    this.report.faults = this.report.faults.filter((fault) => fault.what !== what);
  }

  fault(what: Fault['what'], where: string, detail: string): void {
    if (this.report.faults.length < FAULTS_LISTED) this.report.faults.push({ what, where, detail });
    else this.report.moreFaults++;
  }
}
