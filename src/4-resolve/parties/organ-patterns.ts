/** party-patterns.tsv: the organs that every state has, and how the words for them are spelt out. */
import { PARTY_KINDS, type PartyKind } from '../../records/index.ts';
import { readList } from './cells.ts';
import type { Row } from './tables.ts';
import type { Organ } from './types.ts';

/** A row may be spelt out to so many sequences; more is a slip of the pen. */
const SEQUENCES_LIMIT = 400;
const GROUPS = /(\([^()[\]]*\)|\[[^()[\]]*\])/;
/** One slot, first or last. */
const SLOTTED = /^\{own\} [^{}]+$|^[^{}]+ \{state\}$/;

/**
 * Spells out one pattern. `(a/b c)` is one of these, `[a/b]` is one of these or nothing:
 * `{own} [armed/security] (forces/troops)` gives six sequences.
 */
export function spellOut(pattern: string): string[] {
  let sequences = [''];
  for (const piece of pattern.split(GROUPS)) {
    if (piece === '') continue;
    const isGroup = piece.startsWith('(') || piece.startsWith('[');
    const choices = isGroup ? piece.slice(1, -1).split('/') : [piece];
    if (piece.startsWith('[')) choices.push('');
    const longer: string[] = [];
    for (const before of sequences) for (const choice of choices) longer.push(before + choice);
    sequences = longer;
    if (sequences.length > SEQUENCES_LIMIT) break;
  }
  return sequences.map((sequence) => (sequence.includes('  ') ? sequence.replace(/ +/g, ' ') : sequence));
}

/** The sequences of a cell, each once. */
function readPatterns(cell: string): string[] {
  return [...new Set(readList(cell).flatMap(spellOut))];
}

/** Reads one row; null where it cannot be used (reported). */
export function readOrgan(row: Row, problems: string[]): Organ | null {
  const patterns = readPatterns(row.get('patterns'));
  const bases = row.get('bases') || 'state';
  const makes = row.get('makes');
  if (!row.get('organ')) problems.push(`${row.at} has no organ`);
  else if (makes !== 'base' && !PARTY_KINDS.includes(makes as PartyKind)) {
    problems.push(`${row.at} makes an unknown kind: ${makes}`);
  } else if (bases !== 'state' && bases !== 'people' && bases !== 'both') {
    problems.push(`${row.at} has unknown bases: ${bases}`);
  } else if (patterns.length > SEQUENCES_LIMIT) {
    problems.push(`${row.at} is spelt out to more than ${SEQUENCES_LIMIT} sequences`);
  } else if (readList(row.get('patterns')).some((pattern) => !SLOTTED.test(pattern))) {
    problems.push(`${row.at} has a pattern without one slot at its beginning or end`);
  } else {
    return {
      key: row.get('organ'),
      kind: makes === 'base' ? null : (makes as PartyKind),
      type: row.get('type') || null,
      name: row.get('name'),
      of: row.get('of') || null,
      bases,
      patterns,
      bare: readPatterns(row.get('bare')),
      examples: readList(row.get('examples')),
    };
  }
  return null;
}
