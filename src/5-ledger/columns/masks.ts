/** A claim filter as masks over the columns, one for each condition: 1 where it is met. */
import { type RawBuilder, sql } from 'kysely';
import { written } from '../drivers/written.ts';
import { REVIEW_STATES, SHOWN_STATES } from '../index/explode.ts';
import { claimConditions, endOf, matchingRows } from '../read/claim-conditions.ts';
import type { ClaimFilter } from '../read/claim-types.ts';
import type { Snapshot } from '../read/snapshot.ts';
import type { Store } from '../store.ts';
import type { ClaimColumns } from './claim-columns.ts';
import type { Coded, CodedColumn } from './coded-column.ts';
import { COLUMN_OF, EFFECT_FIELDS, type FilterField, ROLES_OF } from './filter-parts.ts';
import { cachedMask } from './mask-cache.ts';

export type Mask = Uint8Array;
type Values = readonly (string | number | null)[];

/** The rows that the snapshot sees. */
export function snapshotMask(columns: ClaimColumns, snapshot: Snapshot): Promise<Mask> {
  return cachedMask(columns, `snapshot ${JSON.stringify(snapshot)}`, () => seenBy(columns, snapshot));
}

function seenBy({ numbers, length }: ClaimColumns, { seq, latest }: Snapshot): Mask {
  const mask = new Uint8Array(length);
  const since = numbers.since.numbers;
  const until = numbers.until.numbers;
  for (let i = 0; i < length; i++) {
    // An open version ends at NaN, which is more than nothing and less than nothing.
    const open = Number.isNaN(until[i]!);
    mask[i] = open
      ? latest || since[i]! <= seq
        ? 1
        : 0
      : !latest && since[i]! <= seq && until[i]! > seq
        ? 1
        : 0;
  }
  return mask;
}

/** One mask for each field of the filter, whose parts are loaded; effects' three fields are one condition, under `effect`. */
export async function fieldMasks(
  store: Store,
  columns: ClaimColumns,
  filter: ClaimFilter,
  snapshot: Snapshot,
): Promise<Map<FilterField, Mask>> {
  const masks = new Map<FilterField, Mask>();
  const asked: ClaimFilter = { ...filter, review: filter.review ?? SHOWN_STATES };
  for (const [field, value] of Object.entries(asked) as [FilterField, never][]) {
    if (value === undefined) continue;
    const { effect, whom, atLeast } = asked;
    const key = JSON.stringify(
      EFFECT_FIELDS.includes(field) ? { effect, whom, atLeast } : { [field]: value, snapshot },
    );
    const mask = await cachedMask(
      columns,
      key,
      () => inColumns(columns, field, value, asked) ?? inTables(store, columns, field, value, snapshot),
    );
    masks.set(field, mask);
  }
  return masks;
}

function inColumns(
  columns: ClaimColumns,
  field: FilterField,
  value: never,
  filter: ClaimFilter,
): Mask | null {
  const { text, numbers, length } = columns;
  const column = COLUMN_OF[field];
  if (column) return columnMask(text[column], length, anyOf(value));
  const roles = ROLES_OF[field];
  if (roles) return partyMask(columns, roles, value);
  switch (field) {
    case 'withdrawn':
      return columnMask(text.withdrawn, length, (one) => (one === '1') === (value as boolean));
    case 'placed':
      return rowMask(length, (i) => Number.isNaN(numbers.lat.numbers[i]!) !== (value as boolean));
    case 'box':
      return boxMask(columns, value);
    case 'dated':
      return timeMask(columns, (from, to) => (from !== null || to !== null) === (value as boolean));
    case 'timeFrom':
      return timeMask(columns, (from, to) => (to === null ? from !== null : to >= (value as string)));
    case 'timeTo':
      return timeMask(columns, (from, to) => (from === null ? to !== null : from <= endOf(value)));
    case 'publishedFrom':
      return columnMask(text.published, length, (one) => (one ?? '') >= (value as string));
    case 'publishedTo':
      return columnMask(text.published, length, (one) => one !== null && one <= endOf(value));
    case 'effect':
    case 'whom':
    case 'atLeast':
      return effectMask(columns, filter);
    default:
      return null;
  }
}

/** What the columns do not hold is asked of the tables. */
async function inTables(
  store: Store,
  columns: ClaimColumns,
  field: FilterField,
  value: unknown,
  snapshot: Snapshot,
): Promise<Mask> {
  const query: RawBuilder<unknown> =
    field === 'text'
      ? matchingRows(store, value as string)
      : sql`select c."row" from claims c where ${claimConditions(store, { [field]: value, review: REVIEW_STATES }, snapshot)}`;
  const mask = new Uint8Array(columns.length);
  for await (const batch of store.driver.batches(written(store.build, query))) {
    for (const [row] of batch) {
      const at = columns.indexOf(Number(row));
      if (at >= 0) mask[at] = 1;
    }
  }
  return mask;
}

/** Rows in all of the masks, of which there is one at least. Rows that came in between two of them are in none. */
export function allOf(masks: Iterable<Mask>): Mask {
  const [first, ...others] = masks;
  const length = others.reduce((least, mask) => Math.min(least, mask.length), first!.length);
  const all = first!.slice(0, length);
  for (const mask of others) for (let i = 0; i < length; i++) all[i]! &= mask[i]!;
  return all;
}

export function countOf(mask: Mask): number {
  let count = 0;
  for (let i = 0; i < mask.length; i++) count += mask[i]!;
  return count;
}

function anyOf(values: Values): (value: Coded) => boolean {
  const wanted = new Set(values);
  return (value) => wanted.has(value);
}

function columnMask(column: CodedColumn, length: number, test: (value: Coded) => boolean): Mask {
  const passing = column.passing(test);
  const { codes } = column;
  const mask = new Uint8Array(length);
  for (let i = 0; i < length; i++) mask[i] = passing[codes[i]!]!;
  return mask;
}

function rowMask(length: number, test: (i: number) => boolean): Mask {
  const mask = new Uint8Array(length);
  for (let i = 0; i < length; i++) mask[i] = test(i) ? 1 : 0;
  return mask;
}

function timeMask({ text, length }: ClaimColumns, test: (from: Coded, to: Coded) => boolean): Mask {
  const { time_from: from, time_to: to } = text;
  return rowMask(length, (i) => test(from.values[from.codes[i]!]!, to.values[to.codes[i]!]!));
}

function boxMask({ numbers, length }: ClaimColumns, box: NonNullable<ClaimFilter['box']>): Mask {
  const [west, south, east, north] = box;
  const lat = numbers.lat.numbers;
  const lon = numbers.lon.numbers;
  return rowMask(length, (i) => {
    const inside = west <= east ? lon[i]! >= west && lon[i]! <= east : lon[i]! >= west || lon[i]! <= east;
    return inside && lat[i]! >= south && lat[i]! <= north;
  });
}

function partyMask({ parties, length }: ClaimColumns, roles: readonly string[], names: Values): Mask {
  const { of, text } = parties;
  const role = text.role.passing((one) => roles.includes(one!));
  const name = text.name.passing(anyOf(names));
  const mask = new Uint8Array(length);
  for (let i = 0; i < of.length; i++) {
    if (name[text.name.codes[i]!] && role[text.role.codes[i]!]) mask[of.numbers[i]!] = 1;
  }
  return mask;
}

/** One effect must meet all that is asked of effects. */
function effectMask({ effects, length }: ClaimColumns, { effect, whom, atLeast }: ClaimFilter): Mask {
  const { of, text, numbers } = effects;
  const what = text.what.passing(effect ? anyOf(effect) : () => true);
  const who = text.whom.passing(whom ? anyOf(whom) : () => true);
  const { low, high } = numbers;
  const mask = new Uint8Array(length);
  for (let i = 0; i < of.length; i++) {
    if (!what[text.what.codes[i]!] || !who[text.whom.codes[i]!]) continue;
    if (atLeast !== undefined) {
      const top = high.numbers[i]!;
      const enough = Number.isNaN(top) ? !Number.isNaN(low.numbers[i]!) : top >= atLeast;
      if (!enough) continue;
    }
    mask[of.numbers[i]!] = 1;
  }
  return mask;
}
