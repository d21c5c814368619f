/** Loads the parts of the columns that are asked for, and brings those there are up to date with what was recorded since. */
import { type RawBuilder, sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import {
  ClaimColumns,
  EFFECT_NUMBERS,
  EFFECT_TEXT,
  type NumberColumnName,
  PARTY_TEXT,
  type Part,
  TEXT_COLUMNS,
  type TextColumn,
} from './claim-columns.ts';

/** Adds rows made after `known` and ends versions that ended since; `known` null: all there are. */
export async function loadColumns(
  store: Store,
  known: ClaimColumns | null,
  wanted: readonly Part[],
): Promise<ClaimColumns> {
  const seq = (await first(store.read, store.build.selectFrom('head').select('seq')))!.seq!;
  const fresh = !known || (known.seq !== seq && (await erasedSince(store, known.seq)));
  const columns = fresh ? new ClaimColumns() : known;
  const missing = wanted.filter((part) => !columns.parts.has(part));
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
  const upTo = seq === null ? sql`c."row" <= ${columns.lastRow}` : sql`c.since <= ${seq}`;
  if (texts.length + numbers.length > 0) {
    const engine = texts.includes('engine') ? sql`left join readings r on r.seq = c.reading` : sql``;
    const values = [
      ...numbers.map((name) => sql.ref(`c.${name}`)),
      ...texts.map((name) => sql.ref(TEXT_COLUMNS[name])),
    ];
    const query = sql`select ${sql.join(values)} from claims c ${engine}
      where c."row" > ${after} and ${upTo} order by c."row"`;
    const into = [
      ...numbers.map((name) => columns.numbers[name]),
      ...texts.map((name) => ({ push: (value: unknown) => columns.text[name].push(text(value)) })),
    ];
    for await (const row of rowsOf(store, query)) {
      for (let i = 0; i < into.length; i++) into[i]!.push(row[i] as never);
    }
  }
  if (parts.includes('parties')) await addParties(store, columns, after);
  if (parts.includes('effects')) await addEffects(store, columns, after);
}

async function addParties(store: Store, columns: ClaimColumns, after: number): Promise<void> {
  const { of, text: texts } = columns.parties;
  const query = sql`select p."row", ${sql.join(PARTY_TEXT.map((name) => sql.ref(`p.${name}`)))}
    from claim_parties p where p."row" > ${after} and p."row" <= ${columns.lastRow} order by p."row"`;
  for await (const row of rowsOf(store, query)) {
    of.push(columns.indexOf(Number(row[0])));
    for (const [i, name] of PARTY_TEXT.entries()) texts[name].push(text(row[i + 1]));
  }
}

async function addEffects(store: Store, columns: ClaimColumns, after: number): Promise<void> {
  const { of, text: texts, numbers } = columns.effects;
  const wanted = [...EFFECT_TEXT, ...EFFECT_NUMBERS].map((name) => sql.ref(`e.${name}`));
  const query = sql`select e."row", ${sql.join(wanted)}
    from claim_effects e where e."row" > ${after} and e."row" <= ${columns.lastRow} order by e."row"`;
  for await (const row of rowsOf(store, query)) {
    of.push(columns.indexOf(Number(row[0])));
    for (const [i, name] of EFFECT_TEXT.entries()) texts[name].push(text(row[i + 1]));
    const figures = row.slice(EFFECT_TEXT.length + 1) as (number | null)[];
    for (const [i, name] of EFFECT_NUMBERS.entries()) numbers[name].push(figures[i]!);
  }
}

async function* rowsOf(store: Store, query: RawBuilder<unknown>) {
  for await (const batch of store.driver.batches(written(store.build, query))) yield* batch;
}

const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
