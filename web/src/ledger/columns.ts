/** Columns of the claims' table: which there are, how wide, and by what they sort. */
import type { Search } from '../search.ts';

export interface Column {
  key: string;
  label: string;
  /** Its share of the width. */
  weight: number;
  /** What the ledger sorts by when the head is chosen. */
  sort?: 'time' | 'published';
  /** Shown from the start. */
  usual?: boolean;
}

export const COLUMNS: readonly Column[] = [
  { key: 'claim', label: 'Claim', weight: 3, usual: true },
  { key: 'certainty', label: 'Certainty', weight: 0.8 },
  { key: 'source', label: 'Said by', weight: 1.35, usual: true },
  { key: 'what', label: 'What', weight: 1.4, usual: true },
  { key: 'where', label: 'Where', weight: 1.05, usual: true },
  { key: 'when', label: 'When', weight: 0.95, usual: true, sort: 'time' },
  { key: 'figures', label: 'Figures', weight: 1.3, usual: true },
  { key: 'report', label: 'Report', weight: 1.15, usual: true, sort: 'published' },
  { key: 'review', label: 'Review', weight: 0.8 },
];

/** Those that the address names, else the usual ones; the claim itself always. */
export function columnsOf(search: Search): readonly Column[] {
  const named = search.columns;
  return COLUMNS.filter(({ key, usual }) => key === 'claim' || (named ? named.includes(key) : usual));
}

/** The columns as the address keeps them: nothing where they are the usual ones. */
export function namedColumns(keys: readonly string[]): string[] {
  const chosen = COLUMNS.filter(({ key }) => key === 'claim' || keys.includes(key));
  const usual = COLUMNS.filter((column) => column.usual);
  return chosen.length === usual.length && chosen.every((column, i) => column === usual[i])
    ? []
    : chosen.map(({ key }) => key);
}

export const gridOf = (columns: readonly Column[]) =>
  columns.map(({ weight }) => `minmax(0, ${weight}fr)`).join(' ');

/** Latest first, then earliest first, then as in the documents. */
export function sortedBy(search: Search, sort: NonNullable<Column['sort']>): Search {
  const { sort: before, descending, ...rest } = search;
  if (before?.[0] !== sort) return { ...rest, sort: [sort], descending: ['true'] };
  return descending?.[0] === 'true' ? { ...rest, sort: [sort] } : rest;
}
