/** Tab-separated tables with a header line; lines that begin with `#` are comments. */

/** One row of a table. */
export class Row {
  private readonly columns: ReadonlyMap<string, number>;
  private readonly values: readonly string[];
  private readonly file: string;
  private readonly line: number;

  constructor(columns: ReadonlyMap<string, number>, values: readonly string[], file: string, line: number) {
    this.columns = columns;
    this.values = values;
    this.file = file;
    this.line = line;
  }

  /** The cell of a column; empty where the table has no such column or the row ends before it. */
  get(column: string): string {
    const index = this.columns.get(column);
    return index === undefined ? '' : (this.values[index] ?? '');
  }

  /** `FILE:LINE`, for messages. */
  get at(): string {
    return `${this.file}:${this.line}`;
  }
}

/** Reads a table. Rows with more cells than the header are reported, not read. Never throws. */
export function readTable(file: string, content: string, problems: string[]): Row[] {
  const rows: Row[] = [];
  let columns: Map<string, number> | null = null;
  const lines = content.split(/\r?\n/);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line === '' || line.startsWith('#')) continue;
    const values = line.split('\t');
    if (columns === null) columns = new Map(values.map((name, index) => [name, index]));
    else if (values.length <= columns.size) rows.push(new Row(columns, values, file, i + 1));
    else problems.push(`${file}:${i + 1} has ${values.length} cells where the header names ${columns.size}`);
  }
  return rows;
}
