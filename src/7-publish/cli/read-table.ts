/** A small CSV file with named columns, whole. */
import { readFileSync } from 'node:fs';
import { ReportedlyError } from '../../errors.ts';
import { csvCells } from './gazetteer/csv-table.ts';

/** The rows by column name; the columns asked for must be there. */
export function readTable(file: string, columns: readonly string[]): Record<string, string>[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT')
      throw new ReportedlyError('input-not-found', { input: file }, { cause });
    const reason = cause instanceof TypeError ? 'it is not UTF-8' : (cause as Error).message;
    throw new ReportedlyError('table-invalid', { input: file, reason }, { cause });
  }
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = csvCells(head);
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new ReportedlyError('table-invalid', {
      input: file,
      reason: `there is no column ${missing.join(', ')}`,
    });
  }
  return lines.map((line, i) => {
    const cells = csvCells(line);
    if (cells.length !== names.length) {
      const reason = `line ${i + 2} has ${cells.length} cells, the first has ${names.length}`;
      throw new ReportedlyError('table-invalid', { input: file, reason });
    }
    return Object.fromEntries(names.map((name, at) => [name, cells[at]!]));
  });
}
