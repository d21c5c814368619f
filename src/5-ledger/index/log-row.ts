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
    textOrNull(line.who),
    at,
    textOrNull(line.document),
    textOrNull(line.claim),
    textOrNull(line.target),
    indexText(line.summary),
  ];
}

/** What people send as an id may be no text that a database can hold. */
const textOrNull = (text: string | null | undefined) => (text == null ? null : indexText(text));
