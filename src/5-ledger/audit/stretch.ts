/** A ledger cut into stretches of statements that can be checked side by side. */
import { type RawBuilder, sql } from 'kysely';
import { first, type Reader } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';

/** Numbers after `after`, up to and with `upTo`; null: to the end, whatever is there. */
export interface Bounds {
  after: number;
  upTo: number | null;
}

export interface Stretch {
  statements: Bounds;
  /** Rows of claims. Every row falls in one stretch, and in a ledger that is intact in that of the statement it is from. */
  rows: Bounds;
}

export function within(column: string, { after, upTo }: Bounds): RawBuilder<unknown> {
  const name = sql.ref(column);
  const from = after > 0 ? sql`${name} > ${after}` : sql`1 = 1`;
  return upTo === null ? from : sql`${from} and ${name} <= ${upTo}`;
}

/** `count` stretches of as many statements each. */
export async function stretches(reader: Reader, head: number, count: number): Promise<Stretch[]> {
  const cuts: { seq: number; row: number }[] = [{ seq: 0, row: 0 }];
  for (let i = 1; i < count; i++) {
    const seq = Math.floor((head * i) / count);
    cuts.push({ seq, row: await lastRowOf(reader, seq) });
  }
  return cuts.map(({ seq, row }, i) => ({
    statements: { after: seq, upTo: cuts[i + 1]?.seq ?? null },
    rows: { after: row, upTo: cuts[i + 1]?.row ?? null },
  }));
}

/** The last row of claims that statement `seq` or one ahead of it made; rows are numbered in that order. */
async function lastRowOf({ build, read }: Reader, seq: number): Promise<number> {
  const at = async (row: number) =>
    first(
      read,
      written<{ row: number; since: number }>(
        build,
        sql`select "row", since from claims where "row" >= ${row} order by "row" limit 1`,
      ),
    );
  let low = 1;
  const max = await first(
    read,
    written<{ last: number }>(build, sql`select coalesce(max("row"), 0) as last from claims`),
  );
  let high = (max?.last ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = await at(middle);
    if (found && found.since <= seq) low = found.row + 1;
    else high = middle;
  }
  return low - 1;
}
