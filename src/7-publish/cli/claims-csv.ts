/** Claims as CSV rows, safe to open in a spreadsheet: no cell begins a formula. */
import type { ClaimRow } from '../../5-ledger/index.ts';
import { effectLine } from './claims-table.ts';

const COLUMNS: [name: string, value: (row: ClaimRow) => unknown][] = [
  ['claim', (r) => r.id],
  ['text', (r) => r.text],
  ['sources', (r) => r.sources.map((s) => s.name ?? s.text ?? 'unnamed').join(' < ')],
  ['source_kinds', (r) => r.sources.map((s) => s.kind ?? '').join(' < ')],
  ['certainty', (r) => r.certainty],
  ['kind', (r) => r.kind],
  ['type', (r) => r.type],
  ['by', (r) => r.by.map((p) => p.name ?? p.text).join('; ')],
  ['against', (r) => r.against.map((p) => p.name ?? p.text).join('; ')],
  ['place', (r) => r.place?.name ?? r.place?.text],
  ['place_status', (r) => r.place?.status],
  ['place_precision', (r) => r.place?.precision],
  ['country', (r) => r.place?.country],
  ['admin1', (r) => r.place?.admin1],
  ['latitude', (r) => r.place?.lat],
  ['longitude', (r) => r.place?.lon],
  ['time', (r) => r.time?.text],
  ['time_from', (r) => r.time?.from],
  ['time_to', (r) => r.time?.to],
  ['time_precision', (r) => r.time?.precision],
  ['effects', (r) => r.effects.map((effect) => effectLine(effect, r.text)).join('; ')],
  ['published', (r) => r.published],
  ['publisher', (r) => r.publisher],
  ['title', (r) => r.title],
  ['url', (r) => r.url],
  ['document', (r) => r.document],
  ['review', (r) => r.review],
  ['origin', (r) => r.origin],
  ['withdrawn', (r) => (r.withdrawn ? 'yes' : '')],
];

export const claimColumns = (): string[] => COLUMNS.map(([name]) => name);

/** The cells of a claim, ready to be joined by commas. */
export const claimCells = (row: ClaimRow): string[] => COLUMNS.map(([, value]) => csvCell(value(row)));

export const csvHeader = (): string => `${claimColumns().join(',')}\n`;

export const csvRow = (row: ClaimRow): string => `${claimCells(row).join(',')}\n`;

/** Quotes where needed; a cell that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
