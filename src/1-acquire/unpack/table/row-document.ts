/** A row of a table as a document: the row as it came and which of its columns hold what, as JSON. */
import { ReportedlyError } from '../../../errors.ts';
import type { Part } from '../unpacker.ts';
import type { ColumnMap } from './columns.ts';

export const ROW_TYPE = 'application/vnd.reportedly.row+json';

/** What the bytes of such a document hold. */
export interface RowDocument {
  map: ColumnMap;
  row: Record<string, unknown>;
}

/** @param part its number, as `row=12` or `line=12` */
export function rowPart(row: Record<string, unknown>, map: ColumnMap, part: string, input: string): Part {
  const text = row[map.text!];
  if (typeof text !== 'string' || text.trim() === '') {
    const reason = `its column ${map.text} is empty`;
    return {
      ok: false,
      part,
      error: new ReportedlyError('table-row', { input, row: part.split('=')[1]!, reason }),
    };
  }
  const document: RowDocument = { map, row };
  return { ok: true, part, bytes: Buffer.from(JSON.stringify(document)), mediaType: ROW_TYPE };
}
