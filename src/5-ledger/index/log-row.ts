/** A statement's line in the log. */
import type { StatementKind } from '../statements/kinds.ts';
import type { RowValues } from '../tables.ts';
import { indexText } from './index-text.ts';

export interface LogLine {
  kind: StatementKind;
  /** What kind of decision, assessment … */
  type?: string;
  who?: string;
  document?: string | null;
  claim?: string | null;
  /** Id of a Reading, incident, party, release … the statement is about. */
  target?: string | null;
  summary: string;
}

export function logRow(seq: number, at: string, line: LogLine): RowValues {
  return [
    seq,
    line.kind,
    line.type ?? null,
    line.who === undefined ? null : indexText(line.who),
    at,
    line.document ?? null,
    line.claim ?? null,
    line.target ?? null,
    indexText(line.summary),
  ];
}
