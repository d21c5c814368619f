/** Reads a dictionary file: tab-separated rows under a header, with `#` comments. */

/** @returns the rows as objects keyed by the header's names; a missing cell is the empty string */
export function readRows<Name extends string>(tsv: string, names: readonly Name[]): Record<Name, string>[] {
  const lines = tsv.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const header = lines.shift()?.split('\t') ?? [];
  const columns = names.map((name) => header.indexOf(name));
  const missing = names.filter((_, at) => columns[at]! < 0);
  if (missing.length > 0) throw new Error(`dictionary has no column ${missing.join(', ')}`);
  return lines.map((line) => {
    const cells = line.split('\t');
    const row = {} as Record<Name, string>;
    names.forEach((name, at) => {
      row[name] = cells[columns[at]!] ?? '';
    });
    return row;
  });
}
