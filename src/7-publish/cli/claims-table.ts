/** Claims as a table for a terminal: what, who says so and how surely, when, where, how many. */
import colours from 'picocolors';
import type { ClaimEffectRow, ClaimRow } from '../../5-ledger/index.ts';
import type { Certainty } from '../../records/index.ts';
import { effectText } from '../words/effects.ts';

const MARK: Record<Certainty, string> = {
  asserted: '●',
  hedged: '◐',
  unconfirmed: '○',
  denied: '✕',
  expected: '▷',
};

/** Control characters of a document must not reach the terminal. */
export function clean(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Lines of at most `width` columns, two a claim. */
export function claimsTable(rows: readonly ClaimRow[], width: number): string {
  const room = Math.max(60, Math.min(width, 200));
  return rows.map((row) => claimLines(row, room)).join('');
}

function claimLines(row: ClaimRow, room: number): string {
  const first = `${MARK[row.certainty]} ${row.id.slice(0, 8)}  ${cut(clean(row.text), room - 14)}`;
  const facts = [
    `${row.certainty}, ${sourceOf(row)}`,
    row.type ?? row.kind,
    row.time?.from ?? row.time?.text ?? 'undated',
    row.place?.name ?? row.place?.text ?? 'unplaced',
    ...row.effects.map((effect) => effectLine(effect, row.text)),
  ];
  return `${first}\n            ${colours.dim(cut(clean(facts.join(' · ')), room - 14))}\n`;
}

const cut = (text: string, room: number) => (text.length > room ? `${text.slice(0, room - 1)}…` : text);

/** "SANA ← a military source", outermost first; the author's own voice where nobody is named. */
function sourceOf(row: ClaimRow): string {
  const own = row.publisher ? `${row.publisher} in its own voice` : "author's own voice";
  return row.sources.length === 0 ? own : row.sources.map((s) => s.name ?? s.text ?? 'unnamed').join(' ← ');
}

/** "at least 5 civilians killed (“terrorists”)" */
export function effectLine(effect: ClaimEffectRow, said: string | null = null): string {
  return effectText(effect, said) + (effect.label ? ` (“${effect.label}”)` : '');
}
