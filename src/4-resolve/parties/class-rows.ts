/** party-classes.tsv: words that tell what the name beside them is. */
import { PARTY_KINDS, type PartyKind } from '../../records/index.ts';
import { readList } from './cells.ts';
import type { Row } from './tables.ts';

/** Where the word stands: before or after the name, or after a number that is the name ("92nd … Brigade"). */
export type ClassSide = 'before' | 'after' | 'numbered';

export interface PartyClass {
  key: string;
  kind: PartyKind;
  type: string | null;
  side: ClassSide;
  /** May follow a listed outlet and is then part of its mention: "Rudaw TV". */
  tail: boolean;
  words: readonly string[];
  examples: readonly string[];
}

/** Reads one row; null where it cannot be used (reported). */
export function readClass(row: Row, problems: string[]): PartyClass | null {
  const kind = row.get('kind') as PartyKind;
  const side = row.get('side');
  if (!PARTY_KINDS.includes(kind)) problems.push(`${row.at} has an unknown kind: ${kind}`);
  else if (side !== 'before' && side !== 'after' && side !== 'numbered') {
    problems.push(`${row.at} has an unknown side: ${side}`);
  } else {
    return {
      key: row.get('class'),
      kind,
      type: row.get('type') || null,
      side,
      tail: row.get('tail') === 'yes',
      words: readList(row.get('words')),
      examples: readList(row.get('examples')),
    };
  }
  return null;
}
