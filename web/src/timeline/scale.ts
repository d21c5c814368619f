/** Where the bars of a timeline stand. */
import type { Timeline } from '../api.ts';
import { dayOf, isoDay, nextStart, startsOf, type Unit } from './days.ts';

export const HEIGHT = { plot: 64, axis: 20 };

export interface Bar {
  start: number;
  /** Last day of the bin. */
  end: number;
  x: number;
  width: number;
  counts: readonly number[];
  total: number;
}

export interface Scale {
  bars: Bar[];
  most: number;
  ticks: { x: number; label: string; strong: boolean }[];
  width: number;
  /** The bin at a place of the drawing, the nearest one where it is outside. */
  binAt: (x: number) => number;
}

export function scaleOf(timeline: Timeline, width: number): Scale {
  const starts = startsOf(timeline);
  const counts = new Map(timeline.bins.map((bin) => [dayOf(bin.start), bin.counts]));
  const step = starts.length > 0 ? width / starts.length : width;
  const bars = starts.map((start, i): Bar => {
    const own = counts.get(start) ?? [];
    return {
      start,
      end: nextStart(start, timeline.unit) - 1,
      x: i * step,
      width: step,
      counts: own,
      total: own.reduce((sum, n) => sum + n, 0),
    };
  });
  return {
    bars,
    most: Math.max(1, ...bars.map(({ total }) => total)),
    ticks: ticksOf(bars, timeline.unit, width),
    width,
    binAt: (x) => Math.max(0, Math.min(bars.length - 1, Math.floor(x / step))),
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ROOM = 54;

/** Names of days, months or years where one begins, as many as there is room for. */
function ticksOf(bars: readonly Bar[], unit: Unit, width: number): Scale['ticks'] {
  const named = bars.flatMap((bar, i) => {
    const [year, month, day] = isoDay(bar.start).split('-') as [string, string, string];
    const before = i > 0 ? isoDay(bars[i - 1]!.start) : null;
    const newYear = before === null || !before.startsWith(year);
    const newMonth = before === null || before.slice(0, 7) !== `${year}-${month}`;
    if (unit === 'year') return [{ x: bar.x, label: year, strong: Number(year) % 10 === 0 }];
    if (newYear)
      return [
        { x: bar.x, label: unit === 'month' ? year : `${MONTHS[Number(month) - 1]} ${year}`, strong: true },
      ];
    if (newMonth) return [{ x: bar.x, label: MONTHS[Number(month) - 1]!, strong: unit !== 'month' }];
    return unit === 'day' ? [{ x: bar.x, label: String(Number(day)), strong: false }] : [];
  });
  const kept: Scale['ticks'] = [];
  const place = (tick: (typeof named)[number], room: number) => {
    if (tick.x > width - 24) return;
    if (kept.every(({ x }) => Math.abs(x - tick.x) >= room)) kept.push(tick);
  };
  for (const tick of named) if (tick.strong) place(tick, ROOM + 14);
  for (const tick of named) if (!tick.strong) place(tick, ROOM);
  return kept.sort((a, b) => a.x - b.x);
}
