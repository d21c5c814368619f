/**
 * The facts of all claims that are filtered and counted by, past versions too, column by column in memory. Rows are only
 * ever added, and ended; where an erasure changes more, the columns are loaded anew.
 */
import { CodedColumn, NumberColumn } from './coded-column.ts';

/** Columns of the table `claims`, with the SQL that gives each. The engine's version comes from the Reading. */
export const TEXT_COLUMNS = {
  certainty: 'c.certainty',
  kind: 'c.kind',
  type: 'c.type',
  nearest: 'c.nearest',
  nearest_kind: 'c.nearest_kind',
  nearest_public: 'c.nearest_public',
  outermost: 'c.outermost',
  outermost_kind: 'c.outermost_kind',
  outermost_public: 'c.outermost_public',
  place: 'c.place',
  country: 'c.country',
  admin1: 'c.admin1',
  place_status: 'c.place_status',
  precision: 'c.precision',
  time_from: 'c.time_from',
  time_to: 'c.time_to',
  time_precision: 'c.time_precision',
  published: 'c.published',
  publisher: 'c.publisher',
  language: 'c.language',
  review: 'c.review',
  origin: 'c.origin',
  withdrawn: 'c.withdrawn',
  engine: 'r.engine_version',
} as const;
export type TextColumn = keyof typeof TEXT_COLUMNS;
const NUMBER_COLUMNS = ['row', 'since', 'until', 'lat', 'lon'] as const;
export type NumberColumnName = (typeof NUMBER_COLUMNS)[number];
/** What is loaded when it is first asked for; rows and their versions are always there. */
export type Part = TextColumn | 'point' | 'parties' | 'effects';

/** What a claim may have several of. `of` holds the index of the claim each stands with, in order. */
export interface ManyRows<Text extends string, Numbers extends string> {
  of: NumberColumn;
  text: Record<Text, CodedColumn>;
  numbers: Record<Numbers, NumberColumn>;
}

const record = <K extends string, V>(keys: readonly K[], make: () => V) =>
  Object.fromEntries(keys.map((key) => [key, make()])) as Record<K, V>;

export const PARTY_TEXT = ['role', 'name', 'public'] as const;
export const EFFECT_TEXT = ['what', 'whom'] as const;
export const EFFECT_NUMBERS = ['low', 'high'] as const;

export class ClaimColumns {
  /** Statement up to which they hold; -1: nothing was loaded yet. */
  seq = -1;
  readonly parts = new Set<Part>();
  readonly text = record(Object.keys(TEXT_COLUMNS) as TextColumn[], () => new CodedColumn());
  readonly numbers = record(NUMBER_COLUMNS, () => new NumberColumn());
  readonly parties: ManyRows<(typeof PARTY_TEXT)[number], never> = {
    of: new NumberColumn(),
    text: record(PARTY_TEXT, () => new CodedColumn()),
    numbers: {} as Record<never, NumberColumn>,
  };
  readonly effects: ManyRows<(typeof EFFECT_TEXT)[number], (typeof EFFECT_NUMBERS)[number]> = {
    of: new NumberColumn(),
    text: record(EFFECT_TEXT, () => new CodedColumn()),
    numbers: record(EFFECT_NUMBERS, () => new NumberColumn()),
  };

  get length(): number {
    return this.numbers.row.length;
  }

  /** Number of the last row, 0 when there is none. */
  get lastRow(): number {
    return this.length === 0 ? 0 : this.numbers.row.numbers[this.length - 1]!;
  }

  /** Where a row of the table stands here, -1 where it does not. Rows come in the order of their numbers. */
  indexOf(row: number): number {
    const rows = this.numbers.row.numbers;
    // Without erasures rows are numbered without gaps.
    if (rows[row - 1] === row) return row - 1;
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (rows[middle]! === row) return middle;
      if (rows[middle]! < row) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
