/** Tab-separated tables with a header line; lines that begin with `#` are comments. */

/** One row: its cells by column name, absent cells as empty strings, and where it stands. */
export interface Row {
  cells: Readonly<Record<string, string>>;
  /** `FILE:LINE`, for messages. */
  at: string;
}

/** Reads a table. Rows with more cells than the header are reported, not read. Never throws. */
export function readTable(file: string, content: string, problems: string[]): Row[] {
  const rows: Row[] = [];
  let columns: string[] | null = null;
  let number = 0;
  for (const line of content.split('\n')) {
    number++;
    if (line.startsWith('#') || line.trim() === '') continue;
    const values = line.replace(/\r$/, '').split('\t');
    if (columns === null) {
      columns = values.map((value) => value.trim());
      continue;
    }
    const at = `${file}:${number}`;
    if (values.length > columns.length) {
      problems.push(`${at} has ${values.length} cells where the header names ${columns.length}`);
      continue;
    }
    const cells: Record<string, string> = {};
    for (let i = 0; i < columns.length; i++) cells[columns[i]!] = (values[i] ?? '').trim();
    rows.push({ cells, at });
  }
  return rows;
}
