/** party-patterns.tsv: the organs that every state has, and how the words for them are spelt out. */
import { PARTY_KINDS, type PartyKind } from '../../records/index.ts';
import { readList } from './cells.ts';
import type { Row } from './tables.ts';
import type { Organ } from './types.ts';

/** A row may be spelt out to so many sequences; more is a slip of the pen. */
const SEQUENCES_LIMIT = 400;

/**
 * Spells out one pattern. `(a/b c)` is one of these, `[a/b]` is one of these or nothing:
 * `{own} [armed/security] (forces/troops)` gives six sequences.
 */
export function spellOut(pattern: string): string[] {
  const group = /\(([^()[\]]*)\)|\[([^()[\]]*)\]/.exec(pattern);
  if (!group) return [pattern.replace(/\s+/g, ' ').trim()];
  const choices = (group[1] ?? group[2]!).split('/');
  if (group[2] !== undefined) choices.push('');
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  const sequences: string[] = [];
  for (const choice of choices) {
    sequences.push(...spellOut(before + choice + after));
    if (sequences.length > SEQUENCES_LIMIT) break;
  }
  return sequences;
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
  } else if (patterns.some((pattern) => !/^\{own\} [^{}]+$|^[^{}]+ \{state\}$/.test(pattern))) {
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
