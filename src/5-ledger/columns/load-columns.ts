/** Loads the parts of the columns that are asked for, and brings those there are up to date with what was recorded since. */
import { type RawBuilder, sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import {
  ClaimColumns,
  type ManyRows,
  type NumberColumnName,
  PARTS,
  type Part,
  TEXT_COLUMNS,
  type TextColumn,
} from './claim-columns.ts';
import type { CodedColumn, NumberColumn } from './coded-column.ts';

/** Adds rows made after `known` and ends versions that ended since; `known` null: all there are. */
export async function loadColumns(
  store: Store,
  known: ClaimColumns | null,
  wanted: readonly Part[],
): Promise<ClaimColumns> {
  const seq = (await first(store.read, store.build.selectFrom('head').select('seq')))!.seq!;
  const fresh = !known || (known.seq !== seq && (await erasedSince(store, known.seq)));
  const columns = fresh ? new ClaimColumns() : known;
  // Who asks once gets what was asked for; who asks again will ask for more, and all the rest comes in one go.
  const lacks = wanted.some((part) => !columns.parts.has(part));
  const missing = (fresh ? wanted : lacks ? PARTS : []).filter((part) => !columns.parts.has(part));
  if (columns.seq !== seq) {
    if (!fresh) await endVersions(store, columns, columns.seq);
    // Of columns that are empty all parts can be loaded in one go.
    if (fresh) for (const part of missing.splice(0)) columns.parts.add(part);
    await addRows(store, columns, [...columns.parts], { after: columns.lastRow, seq });
    columns.seq = seq;
  }
  if (missing.length > 0) {
    await addRows(store, columns, missing, { after: 0, seq: null });
    for (const part of missing) columns.parts.add(part);
  }
  return columns;
}

async function erasedSince({ read, build }: Store, seq: number): Promise<boolean> {
  const query = build.selectFrom('log').select('seq').where('seq', '>', seq).where('kind', '=', 'erasure');
  return (await first(read, query.limit(1))) !== undefined;
}

async function endVersions({ read, build }: Store, columns: ClaimColumns, seq: number): Promise<void> {
  const ended = await read.all(build.selectFrom('claims').select(['row', 'until']).where('until', '>', seq));
  const { numbers } = columns.numbers.until;
  for (const { row, until } of ended) {
    const at = columns.indexOf(row!);
    if (at >= 0) numbers[at] = until!;
  }
}

/** `seq`: new rows up to this statement; null: parts of the rows that are here. */
interface Wanted {
  after: number;
  seq: number | null;
}

async function addRows(
  store: Store,
  columns: ClaimColumns,
  parts: readonly Part[],
  { after, seq }: Wanted,
): Promise<void> {
  const texts = parts.filter((part): part is TextColumn => part in TEXT_COLUMNS);
  const numbers: NumberColumnName[] = [
    ...(seq === null ? [] : (['row', 'since', 'until'] as const)),
    ...(parts.includes('point') ? (['lat', 'lon'] as const) : []),
  ];
  const last = seq === null ? columns.lastRow : await lastRowIn(store);
  if (texts.length + numbers.length > 0) {
    const engine = texts.includes('engine') ? sql`left join readings r on r.seq = c.reading` : sql``;
    const upTo = seq === null ? sql`` : sql`and c.since <= ${seq}`;
    const values = [
      ...numbers.map((name) => sql.ref(`c.${name}`)),
      ...texts.map((name) => sql.ref(TEXT_COLUMNS[name])),
    ];
    const into = [
      ...numbers.map((name) => columns.numbers[name]),
      ...texts.map((name) => columns.text[name]),
    ];
    const stretches = valueStretches(store, values, { after, last }, (rows) => {
      return sql`claims c ${engine} where ${rows} ${upTo} order by c."row"`;
    });
    for await (const stretch of stretches) {
      stretch.forEach((some, i) => void into[i]!.pushAll(some as never[]));
    }
  }
  if (parts.includes('parties')) await addMany(store, columns, columns.parties, 'claim_parties', after);
  if (parts.includes('effects')) await addMany(store, columns, columns.effects, 'claim_effects', after);
}

async function lastRowIn({ read, build }: Store): Promise<number> {
  const query = sql`select coalesce(max("row"), 0) as last from claims`;
  return (await first(read, written<{ last: number }>(build, query)))!.last;
}

async function addMany<Text extends string, Numbers extends string>(
  store: Store,
  columns: ClaimColumns,
  { of, text, numbers }: ManyRows<Text, Numbers>,
  table: 'claim_parties' | 'claim_effects',
  after: number,
): Promise<void> {
  const into = [...Object.entries(text), ...Object.entries(numbers)] as [
    string,
    CodedColumn | NumberColumn,
  ][];
  const values = ['row', ...into.map(([name]) => name)].map((name) => sql.ref(`c.${name}`));
  const stretches = valueStretches(store, values, { after, last: columns.lastRow }, (rows) => {
    return sql`${sql.table(table)} c where ${rows} order by c."row"`;
  });
  for await (const [rows, ...some] of stretches) {
    of.pushAll(rows!.map((row) => columns.indexOf(row as number)));
    some.forEach((values, i) => void into[i]![1].pushAll(values as never[]));
  }
}

/** Rows of claims passed over at a time. */
const STRETCH = 4000;

/** The values column by column, each column of a stretch as one JSON array: handed over one by one they cost several times as much. */
async function* valueStretches(
  { driver, read, build }: Store,
  values: readonly RawBuilder<unknown>[],
  rows: { after: number; last: number },
  from: (within: RawBuilder<unknown>) => RawBuilder<unknown>,
): AsyncIterable<(string | number | null)[][]> {
  const names = values.map((_, i) => sql.ref(`v${i}`));
  const array = driver.kind === 'sqlite' ? sql`json_group_array` : sql`json_agg`;
  for (let after = rows.after; after < rows.last; after += STRETCH) {
    const within = sql`c."row" > ${after} and c."row" <= ${Math.min(after + STRETCH, rows.last)}`;
    const query = sql`select ${sql.join(names.map((name) => sql`${array}(${name}) as ${name}`))}
      from (select ${sql.join(values.map((value, i) => sql`${value} as ${names[i]!}`))} from ${from(within)}) as stretch`;
    const found = await first(read, written<Record<string, unknown>>(build, query));
    yield names.map((_, i) => arrayOf(found![`v${i}`]));
  }
}

/** PostgreSQL's client has parsed it already, and gives null for no rows. */
function arrayOf(found: unknown): (string | number | null)[] {
  return (typeof found === 'string' ? JSON.parse(found) : (found ?? [])) as (string | number | null)[];
}
