/** Loads the columns from the tables, and brings them up to date with what was recorded since. */
import { type RawBuilder, sql } from 'kysely';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import type { Store } from '../store.ts';
import {
  ClaimColumns,
  EFFECT_NUMBERS,
  EFFECT_TEXT,
  NUMBER_COLUMNS,
  PARTY_TEXT,
  TEXT_COLUMNS,
} from './claim-columns.ts';

/** Adds rows made after `known` and ends versions that ended since; `known` null: all there are. */
export async function loadColumns(store: Store, known: ClaimColumns | null): Promise<ClaimColumns> {
  const seq = (await first(store.read, store.build.selectFrom('head').select('seq')))!.seq!;
  if (known && known.seq === seq) return known;
  const fresh = !known || (await erasedSince(store, known.seq));
  const columns = fresh ? new ClaimColumns() : known;
  if (!fresh) await endVersions(store, columns, known.seq);
  const before = columns.lastRow;
  await addClaims(store, columns, before, seq);
  await addParties(store, columns, before);
  await addEffects(store, columns, before);
  columns.seq = seq;
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

async function addClaims(store: Store, columns: ClaimColumns, after: number, seq: number): Promise<void> {
  const texts = Object.values(columns.text);
  const numbers = NUMBER_COLUMNS.map((name) => columns.numbers[name]);
  const wanted = [
    ...NUMBER_COLUMNS.map((name) => sql.ref(`c.${name}`)),
    ...Object.values(TEXT_COLUMNS).map((name) => sql.ref(name)),
  ];
  const query = sql`select ${sql.join(wanted)} from claims c left join readings r on r.seq = c.reading
    where c."row" > ${after} and c.since <= ${seq} order by c."row"`;
  for await (const row of rowsOf(store, query)) {
    for (let i = 0; i < numbers.length; i++) numbers[i]!.push(row[i] as number | null);
    for (let i = 0; i < texts.length; i++) texts[i]!.push(text(row[numbers.length + i]));
  }
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
