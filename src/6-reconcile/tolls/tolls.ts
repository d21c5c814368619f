/**
 * Toll history: for each group and status the figures of an incident in the order in which they were published, with who
 * gave them. The range never adds anything up: parts, sums over days and counts "since" stay out of it.
 */
import type { EffectKind } from '../../records/index.ts';
import { type Period, periodOf } from '../incidents/time-fit.ts';
import type { Report, ReportClaim } from '../report.ts';
import { compareTimes } from '../reprints/families.ts';
import { countsOne, countsOnTop } from '../words/en/counting.ts';

export interface TollEntry {
  claim: string;
  document: string;
  /** Key and name of the origin. */
  origin: string;
  name: string;
  published: string | null;
  low: number | null;
  high: number | null;
  approximate: boolean;
  words: string | null;
  /** The time told with it. */
  period: Period | null;
  /** The words deny or expect it, or count something wider or narrower, or of another place or day: shown, in no range. */
  outside: 'denied' | 'expected' | 'part' | 'sum' | 'since' | 'elsewhere' | 'withdrawn' | null;
}

export interface Toll {
  what: EffectKind;
  whom: string | null;
  unit: string;
  entries: TollEntry[];
  /** Over the latest figure of each origin; an end is null where no figure bounds it. */
  low: number | null;
  high: number | null;
  /** Origins whose latest figure stands in the range. */
  origins: number;
}

export interface TollContext {
  report: (document: string) => Report;
  originOf: (claim: string) => { key: string; name: string };
  /** Told of a place or day that is not the incident's. */
  elsewhere?: (claim: string) => boolean;
}

export function tollsOf(claims: readonly ReportClaim[], context: TollContext): Toll[] {
  const tolls = new Map<string, Toll>();
  for (const one of claims) {
    for (const effect of one.claim.event?.effects ?? []) {
      if (effect.low === null && effect.high === null) continue;
      const key = `${effect.what}\n${effect.whom ?? ''}\n${effect.unit}`;
      const toll = tolls.get(key) ?? {
        what: effect.what,
        whom: effect.whom,
        unit: effect.unit,
        entries: [],
        low: null,
        high: null,
        origins: 0,
      };
      tolls.set(key, toll);
      const origin = context.originOf(one.claim.id);
      toll.entries.push({
        claim: one.claim.id,
        document: one.claim.document,
        origin: origin.key,
        name: origin.name,
        published: context.report(one.claim.document).published?.value ?? null,
        low: effect.low,
        high: effect.high,
        approximate: effect.approximate,
        words: effect.text,
        period: periodOf(one.claim.event!.time),
        outside: outsideOf(one, effect) ?? (context.elsewhere?.(one.claim.id) ? 'elsewhere' : null),
      });
    }
  }
  return [...tolls.values()].map(settle).sort((a, b) => (tollKey(a) < tollKey(b) ? -1 : 1));
}

function outsideOf(
  { claim, withdrawn }: ReportClaim,
  { scope, partOf, text }: { scope: string; partOf: string | null; text: string | null },
): TollEntry['outside'] {
  if (withdrawn) return 'withdrawn';
  if (claim.certainty === 'denied' || claim.certainty === 'expected') return claim.certainty;
  if (partOf !== null || (text !== null && countsOnTop(text))) return 'part';
  return scope === 'sum' || scope === 'since' ? scope : null;
}

/** The latest figure of each origin; of several in one report the largest, which is the whole. */
export function latestFigures({ entries }: Pick<Toll, 'entries'>): TollEntry[] {
  const latest = new Map<string, TollEntry>();
  for (const entry of entries) {
    if (entry.outside !== null) continue;
    const before = latest.get(entry.origin);
    if (!before || isLater(entry, before)) latest.set(entry.origin, entry);
  }
  return [...latest.values()];
}

/** "He was killed", "a soldier was killed": a victim is named, and nobody counted. */
export function namesOne({ low, high, words }: Pick<TollEntry, 'low' | 'high' | 'words'>): boolean {
  return low === 1 && high === 1 && words !== null && !countsOne(words);
}

function isLater(entry: TollEntry, before: TollEntry): boolean {
  if (entry.published && before.published) {
    const order = compareTimes(entry.published, before.published);
    if (order !== 0) return order > 0;
  } else if (entry.published !== before.published) return entry.published !== null;
  return (entry.low ?? entry.high ?? 0) > (before.low ?? before.high ?? 0);
}

function settle(toll: Toll): Toll {
  toll.entries.sort(
    (a, b) =>
      compare(a.published ?? '', b.published ?? '') ||
      compare(a.claim, b.claim) ||
      (a.low ?? 0) - (b.low ?? 0),
  );
  const latest = latestFigures(toll);
  const counted = latest.filter((entry) => !namesOne(entry));
  const figures = counted.length > 0 ? counted : latest;
  const lows = figures.map(({ low }) => low);
  const highs = figures.map(({ high }) => high);
  const known = (values: (number | null)[]) => values.filter((value) => value !== null);
  return {
    ...toll,
    low: known(lows).length > 0 ? Math.min(...known(lows)) : null,
    // "At least 40" has no upper end: the range shows the largest number anybody gave and stays open.
    high: figures.length > 0 && highs.every((high) => high !== null) ? Math.max(...known(highs)) : null,
    origins: figures.length,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const tollKey = ({ what, whom, unit }: Toll): string => `${what} ${whom ?? '~'} ${unit}`;
