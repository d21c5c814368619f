/** An assessment in a line. */
import type { AssessmentEntry } from '../../5-ledger/index.ts';
import { clean } from './claims-table.ts';

export function assessmentText({ seq, at, who, why, on, assessment, inForce }: AssessmentEntry): string {
  const grade =
    assessment.scheme === 'admiralty'
      ? `Admiralty ${assessment.source ?? '–'}${assessment.information ?? '–'}`
      : `Airwars ${assessment.grade ?? '–'}`;
  const reason = why ? ` (${clean(why)})` : '';
  const past = inForce ? '' : ' [not in force]';
  return `#${seq} ${at.slice(0, 16)}Z ${clean(who)}: ${grade} on the ${on.what}${reason}${past}`;
}
