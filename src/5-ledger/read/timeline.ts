/** The claims that match, by day, week, month or year: stacked bars for the screen, counted over the columns. */
import { CERTAINTIES } from '../../records/index.ts';
import type { CodedColumn } from '../columns/coded-column.ts';
import { matching } from '../columns/matching.ts';
import type { ReadOptions } from '../contract.ts';
import type { Store } from '../store.ts';
import type { ClaimFilter } from './claim-types.ts';
import { DAYS_IN, dayOf, isoDay, startOf } from './days.ts';
import { TIME_UNITS, type Timeline, type TimelineQuery, type TimeUnit } from './overview-types.ts';

/** More are too thin to be told apart. */
const MOST_BINS = 130;
/** Types with a colour of their own; the rest is `other`. */
const MOST_SERIES = 7;
/** A few claims far off must not press all others into one bar: the outermost hundredths may be left outside. */
const OUTLYING = 0.01;

const OWN = {
  happened: ['timeFrom', 'timeTo', 'dated'],
  published: ['publishedFrom', 'publishedTo'],
} as const satisfies Record<string, readonly (keyof ClaimFilter)[]>;

/** The conditions on the time that is shown are left out: they are drawn on it. */
export async function countTimeline(
  store: Store,
  query: TimelineQuery,
  options?: ReadOptions,
): Promise<Timeline> {
  const { over = 'happened', bars = 'certainty', first, last, ...given } = query;
  const filter: ClaimFilter = { ...given };
  for (const field of OWN[over]) delete filter[field];
  const times = over === 'published' ? (['published'] as const) : (['time_from', 'time_to'] as const);
  const { columns, mask } = await matching(store, filter, [...times, bars], options);
  const { text } = columns;
  const day = firstDay(...times.map((name) => text[name]));
  const days = new Float64Array(mask.length);
  for (let i = 0; i < mask.length; i++) days[i] = mask[i] === 0 ? Number.NaN : day(i);
  const { series, codes } = seriesOf(text[bars], mask, bars);
  const range = rangeOf(days, first, last);
  const totals = { before: 0, after: 0, dated: 0, all: 0 };
  const unit = range ? unitFor(range) : 'day';
  const bins = new Map<number, number[]>();
  const starts = new Map<number, number>();
  for (let i = 0; i < mask.length; i++) {
    totals.all += mask[i]!;
    const at = days[i]!;
    if (Number.isNaN(at) || !range) continue;
    totals.dated++;
    if (at < range[0]) totals.before++;
    else if (at > range[1]) totals.after++;
    else {
      let start = starts.get(at);
      if (start === undefined) starts.set(at, (start = startOf(at, unit)));
      let counts = bins.get(start);
      if (!counts) bins.set(start, (counts = series.map(() => 0)));
      counts[codes[text[bars].codes[i]!]!]!++;
    }
  }
  return {
    unit,
    first: range && isoDay(startOf(range[0], unit)),
    last: range && isoDay(startOf(range[1], unit)),
    series,
    bins: [...bins].sort(([a], [b]) => a - b).map(([start, counts]) => ({ start: isoDay(start), counts })),
    before: totals.before,
    after: totals.after,
    undated: totals.all - totals.dated,
  };
}

/** The day of a row by the first column that has one; each text is understood once. */
function firstDay(...columns: CodedColumn[]): (i: number) => number {
  const known = columns.map(({ values }) => Float64Array.from(values, dayOf));
  return (i) => {
    for (let c = 0; c < columns.length; c++) {
      const day = known[c]![columns[c]!.codes[i]!]!;
      if (!Number.isNaN(day)) return day;
    }
    return Number.NaN;
  };
}

type Range = [first: number, last: number];

function rangeOf(days: Float64Array, from: string | undefined, to: string | undefined): Range | null {
  const dated = days.filter((day) => !Number.isNaN(day)).sort();
  if (dated.length === 0) return null;
  const [first, last] = [dated[0]!, dated[dated.length - 1]!];
  const aside = Math.floor(dated.length * OUTLYING);
  const [low, high] = [dated[aside]!, dated[dated.length - 1 - aside]!];
  // What lies near the bulk is shown with it.
  const margin = Math.max(7, (high - low) * 0.15);
  const start = from === undefined ? Math.max(first, low - margin) : dayOf(from);
  const end = to === undefined ? Math.min(last, high + margin) : dayOf(to);
  return start <= end ? [Math.floor(start), Math.ceil(end)] : null;
}

const unitFor = ([first, last]: Range): TimeUnit =>
  TIME_UNITS.find((unit) => (last - first) / DAYS_IN[unit] < MOST_BINS) ?? 'year';

/** The values that the bars are made of, and for each code of the column which of them it is. */
function seriesOf(column: CodedColumn, mask: Uint8Array, by: string) {
  const counts = new Uint32Array(column.values.length);
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1) counts[column.codes[i]!]!++;
  const frequent = column.values
    .filter((_, code) => counts[code]! > 0)
    .sort((a, b) => counts[column.values.indexOf(b)]! - counts[column.values.indexOf(a)]! || less(a, b));
  const fixed = by === 'certainty';
  const series: (string | null)[] = fixed ? [...CERTAINTIES] : frequent.slice(0, MOST_SERIES);
  if (!fixed && frequent.length > MOST_SERIES) series.push('other');
  const codes = column.values.map((value) => {
    const at = series.indexOf(value);
    return at < 0 ? series.length - 1 : at;
  });
  return { series, codes };
}

const less = (a: string | null, b: string | null) => ((a ?? '') < (b ?? '') ? -1 : 1);
