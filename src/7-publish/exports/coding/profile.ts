/** A coding profile: an incident as a row of somebody's table, and how a finished row leaves as CSV or with its reasons. */
import { createHash } from 'node:crypto';
import { type CodedCell, codedCells, type DerivedCell } from '../../../5-ledger/index.ts';
import { isMasked } from '../gate/name-mask.ts';
import type { ExportSource } from '../source.ts';
import type { IncidentView } from '../view.ts';
import { type Cell, type CodedRow, type Column, cell, type Held, isHeld } from './cell.ts';

export interface Profile {
  name: string;
  /** What it is, for the codebook. */
  says: string;
  columns: readonly Column[];
  /** Derives the row, or says why this incident is none. */
  derive: (view: IncidentView, source: ExportSource) => CodedRow | Held;
}

/** The row as it leaves: what people coded put in, every column there, in order. */
export async function codeRow(
  profile: Profile,
  view: IncidentView,
  source: ExportSource,
): Promise<CodedRow | Held> {
  const derived = profile.derive(view, source);
  if (isHeld(derived)) return derived;
  const coded = codedCells(view.coded, profile.name, digests(derived));
  const row: CodedRow = new Map();
  for (const { name } of profile.columns) row.set(name, derived.get(name) ?? cell(null, 'not-derived'));
  const set: string[] = [];
  for (const one of coded) {
    if (!row.has(one.cell) || one.cell.startsWith('rp_')) continue;
    row.set(one.cell, await setByPerson(one, row.get(one.cell)!, view, source));
    set.push(
      `${one.cell} by ${await source.pseudonyms.of(one.who)}${one.evidenceChanged && one.derivedThen !== null ? ' (its claims changed since)' : ''}`,
    );
  }
  row.set('rp_coded', cell(set.join('; '), 'coded-by-person'));
  const masked = [...row.values()].some(({ value }) => typeof value === 'string' && isMasked(value));
  row.set('rp_masked', cell(masked ? 'yes' : 'no', 'state-of-export'));
  return row;
}

/** What a person typed goes through the masks of all its reports. */
async function setByPerson(
  coded: CodedCell,
  before: Cell,
  view: IncidentView,
  { masks }: ExportSource,
): Promise<Cell> {
  const { value } = coded;
  const own = [...new Set(view.told.map(({ mask }) => mask))];
  const shown =
    typeof value === 'string' ? masks.typed(value, own) : typeof value === 'boolean' ? String(value) : value;
  return cell(shown, 'coded-by-person', before.evidence);
}

/** What each derived cell rests on, as decisions that code a cell keep it. */
export function digests(row: CodedRow): Map<string, DerivedCell> {
  return new Map(
    [...row].map(([name, { value, rule, evidence }]) => {
      const rests = [rule, ...new Set(evidence.map(({ claim }) => claim))].join(' ');
      return [name, { value, evidence: createHash('sha256').update(rests).digest('hex').slice(0, 16) }];
    }),
  );
}
