/** An exporter made of a coding profile: its rows as CSV, or with `why` a line for each word behind each cell. */
import { csvCell } from '../../cli/claims-csv.ts';
import { CSV, type Exporter, type Tally } from '../exporter.ts';
import type { ExportSource } from '../source.ts';
import { views } from '../views.ts';
import { type CodedRow, isHeld } from './cell.ts';
import { codeRow, type Profile } from './profile.ts';

export function codedExport(profile: Profile): Exporter {
  return {
    ...CSV,
    name: profile.name,
    says: profile.says,
    async *pieces(source, tally) {
      const { why } = source.options;
      yield line(why ? WHY_COLUMNS : profile.columns.map(({ name }) => name));
      for await (const row of codedRows(profile, source, tally))
        yield why ? whyLines(profile, row) : rowLine(row);
    },
  };
}

export async function* codedRows(
  profile: Profile,
  source: ExportSource,
  tally: Tally,
): AsyncGenerator<CodedRow> {
  for await (const view of views(source, tally)) {
    const row = await codeRow(profile, view, source);
    if (isHeld(row)) {
      tally.held.set(row.held, (tally.held.get(row.held) ?? 0) + 1);
      continue;
    }
    tally.rows++;
    yield row;
  }
}

const line = (values: readonly unknown[]): string => `${values.map(csvCell).join(',')}\n`;

const rowLine = (row: CodedRow): string => line([...row.values()].map(({ value }) => value));

const WHY_COLUMNS = [
  'row',
  'column',
  'value',
  'rule',
  'claim',
  'document',
  'start',
  'end',
  'words',
  'review',
  'caption',
];

function whyLines(profile: Profile, row: CodedRow): string {
  const id = row.get(profile.columns[0]!.name)!.value;
  const [review, caption] = [row.get('rp_review')!.value, row.get('rp_caption')!.value];
  const out: string[] = [];
  for (const [name, { value, rule, evidence }] of row) {
    const about = [id, name, value, rule];
    if (evidence.length === 0) out.push(line([...about, null, null, null, null, null, review, caption]));
    for (const { claim, document, span, quote } of evidence)
      out.push(line([...about, claim, document, span?.[0], span?.[1], quote, review, caption]));
  }
  return out.join('');
}
