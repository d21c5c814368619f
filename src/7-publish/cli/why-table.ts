/** Failures told as a table of why: code, how many, one of them, and what to do. */
import { type ErrorCode, ReportedlyError } from '../../errors.ts';
import { clean } from './claims-table.ts';

export interface Failed {
  input: string;
  code: ErrorCode;
  message: string;
}

/** @returns lines, the most frequent code first, equal ones by name */
export function whyTable(failed: readonly Failed[]): string[] {
  const byCode = new Map<ErrorCode, { count: number; example: Failed }>();
  for (const example of failed) {
    const row = byCode.get(example.code);
    if (row) row.count++;
    else byCode.set(example.code, { count: 1, example });
  }
  const rows = [...byCode].sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([code]) => code.length));
  const digits = String(rows[0]?.[1].count ?? 0).length;
  return rows.flatMap(([code, { count, example }]) => [
    `  ${String(count).padStart(digits)}  ${code.padEnd(width)}  ${count > 1 ? 'e.g. ' : ''}${clean(example.message)}`,
    `  ${' '.repeat(digits)}  ${' '.repeat(width)}  ${new ReportedlyError(code).hint}`,
  ]);
}
