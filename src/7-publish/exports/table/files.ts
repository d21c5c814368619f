/** The table as CSV, HXL and XLSX: the same cells, with the line that every file carries. */
import writeExcelFile from 'write-excel-file/node';
import { csvCell } from '../../cli/claims-csv.ts';
import { type Table, type TableBy, type TableRow, TIMES } from './table.ts';

interface FileColumn {
  name: string;
  /** HXL tag. */
  tag: string;
  value: (row: TableRow) => string | number | null;
}

const KEY_TAGS: Record<TableBy, string> = {
  country: '#country+code',
  admin1: '#adm1+name',
  admin2: '#adm2+name',
  place: '#loc+name',
  day: '#date',
  week: '#date+week',
  month: '#date+month',
  year: '#date+year',
  type: '#event+type',
};

const FIGURE_TAGS: Record<string, string> = {
  killed: '#affected+killed',
  wounded: '#affected+injured',
  missing: '#affected+missing',
  captured: '#affected+captured',
  displaced: '#affected+displaced',
};

const NOT_TOLD: Partial<Record<TableBy, string>> = {
  country: 'unplaced',
  admin1: 'unplaced',
  admin2: 'unplaced',
  place: 'unplaced',
  type: 'no type',
};

export function tableColumns({ by, what, caption, review, asOf }: Table): FileColumn[] {
  const timed = by.some((one) => TIMES.has(one));
  return [
    ...by.flatMap((one): FileColumn[] => [
      { name: one, tag: KEY_TAGS[one], value: ({ keys }) => keys[one] ?? NOT_TOLD[one] ?? 'undated' },
      ...(one === 'admin1'
        ? [{ name: 'admin1_code', tag: '#adm1+code', value: ({ admin1Code }: TableRow) => admin1Code }]
        : []),
    ]),
    ...(timed
      ? [
          { name: 'from', tag: '#date+start', value: ({ from }: TableRow) => from },
          { name: 'to', tag: '#date+end', value: ({ to }: TableRow) => to },
        ]
      : []),
    ...what.flatMap((one): FileColumn[] => [
      { name: one, tag: `${FIGURE_TAGS[one]}+text`, value: ({ figures }) => figures[one]!.text },
      { name: `${one}_low`, tag: `${FIGURE_TAGS[one]}+min`, value: ({ figures }) => figures[one]!.low },
      { name: `${one}_high`, tag: `${FIGURE_TAGS[one]}+max`, value: ({ figures }) => figures[one]!.high },
      {
        name: `${one}_open_above`,
        tag: `#meta+${one}+open`,
        value: ({ figures }) => (figures[one]!.open ? 'yes' : 'no'),
      },
    ]),
    { name: 'incidents', tag: '#meta+incidents', value: ({ incidents }) => incidents },
    { name: 'origins', tag: '#meta+origins', value: ({ origins }) => origins },
    { name: 'origins_party_to_it', tag: '#meta+origins+party', value: ({ parties }) => parties },
    { name: 'sides', tag: '#group+name', value: ({ sides }) => sides.join('; ') },
    { name: 'share_only_parties', tag: '#meta+share+party', value: ({ partyOnly }) => partyOnly },
    { name: 'share_unreviewed', tag: '#meta+share+unreviewed', value: ({ unreviewed }) => unreviewed },
    { name: 'contested', tag: '#meta+contested', value: ({ contested }) => contested },
    { name: 'denied', tag: '#meta+denied', value: ({ denied }) => denied },
    { name: 'incident_names', tag: '#event+id', value: ({ incidentIds }) => incidentIds.join(' ') },
    { name: 'claims', tag: '#meta+claims', value: ({ claims }) => claims.join(' ') },
    { name: 'link', tag: '#meta+url', value: ({ link }) => link },
    { name: 'as_of', tag: '#date+reported', value: () => asOf.slice(0, 10) },
    { name: 'rp_review', tag: '#meta+review', value: () => review },
    { name: 'rp_caption', tag: '#meta+source', value: () => caption },
  ];
}

/** @param hxl with a second row of hashtags */
export function tableCsv(table: Table, hxl = false): string {
  const columns = tableColumns(table);
  const lines = [
    columns.map(({ name }) => name),
    ...(hxl ? [columns.map(({ tag }) => tag)] : []),
    ...table.rows.map((row) => columns.map(({ value }) => value(row))),
  ];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

export async function tableXlsx(table: Table): Promise<Buffer> {
  const columns = tableColumns(table).filter(({ name }) => name !== 'rp_caption');
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  const data = [
    [{ value: `${table.caption}; ${table.coverage}` }],
    columns.map(({ name }) => bold(name)),
    ...[...table.rows, table.total].map((row, i) =>
      columns.map(({ value }, at) => {
        const shown = i === table.rows.length && at === 0 ? 'all rows' : value(row);
        return shown === null || shown === '' ? null : { value: shown };
      }),
    ),
  ];
  return writeExcelFile(data as never, { sheet: 'Reportedly' } as never).toBuffer();
}
