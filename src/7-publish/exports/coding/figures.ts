/**
 * How many, over the latest figure of each origin. Nothing is worked out that nobody told, save the sum of civilians and
 * fighters where one report counts them apart. What a belligerent says of its enemy's dead stands apart.
 */
import type { ResolvedEffect } from '../../../5-ledger/index.ts';
import { sideOf } from '../../../6-reconcile/origins/sides.ts';
import { compareTimes } from '../../../6-reconcile/reprints/families.ts';
import type { EffectKind } from '../../../records/index.ts';
import type { ExportTables, WhomGroup } from '../tables.ts';
import type { IncidentView, ViewClaim } from '../view.ts';
import { type Evidence, evidenceAt } from './cell.ts';

export interface Figure {
  low: number | null;
  /** Null: open above, where `largest` is told, or not told at all. */
  high: number | null;
  largest: number | null;
  /** Some origin gives no upper end. */
  open: boolean;
  origins: number;
  summed: boolean;
  evidence: Evidence[];
}

export interface FigureQuestion {
  what: EffectKind;
  /** Only those counted in this group, or among these; default all persons. */
  of?: WhomGroup | readonly string[];
  unit?: 'persons' | 'families';
  /** Belligerents' figures for their enemy's dead: leave out (default), count, or take these alone. */
  enemyDead?: 'without' | 'with' | 'only';
  /** Only claims that pass. */
  claims?: (claim: ViewClaim) => boolean;
}

interface Count {
  claim: ViewClaim;
  effect: ResolvedEffect;
  group: WhomGroup;
  part: boolean;
}

interface Total {
  low: number | null;
  high: number | null;
  summed: boolean;
  counts: Count[];
}

export function figureOf(view: IncidentView, tables: ExportTables, asked: FigureQuestion): Figure | null {
  const reports = new Map<string, Map<string, Count[]>>();
  for (const claim of view.told) {
    if (asked.claims && !asked.claims(claim)) continue;
    for (const count of countsOf(claim, tables, asked)) {
      const origin = claim.origin?.key ?? claim.report.document;
      const own = reports.get(origin) ?? new Map<string, Count[]>();
      reports.set(origin, own);
      own.set(claim.report.document, [...(own.get(claim.report.document) ?? []), count]);
    }
  }
  const totals = [...reports.values()].map((own) => totalOf(latest([...own.values()])));
  if (totals.length === 0) return null;
  const lows = totals.flatMap(({ low }) => low ?? []);
  const all = totals.flatMap(({ low, high }) => [low, high]).filter((n) => n !== null);
  const open = totals.some(({ high }) => high === null);
  return {
    low: lows.length > 0 ? Math.min(...lows) : null,
    high: open ? null : Math.max(...totals.map(({ high }) => high!)),
    largest: all.length > 0 ? Math.max(...all) : null,
    open,
    origins: totals.length,
    summed: totals.some(({ summed }) => summed),
    evidence: totals.flatMap(({ counts }) =>
      counts.map(({ claim, effect }) => evidenceAt(claim, effect.span)),
    ),
  };
}

function countsOf(claim: ViewClaim, tables: ExportTables, asked: FigureQuestion): Count[] {
  const { what, of, unit = 'persons', enemyDead = 'without' } = asked;
  return (claim.one.claim.event?.effects ?? []).flatMap((effect) => {
    if (effect.what !== what || effect.scope !== 'happening') return [];
    if (effect.low === null && effect.high === null) return [];
    // A unit of bodies counts persons; families are counted for themselves.
    if ((effect.unit === 'families') !== (unit === 'families') || effect.unit === 'items') return [];
    const known =
      effect.whom === null ? { group: 'whole' as const, part: false } : tables.whom.get(effect.whom);
    if (!known) return [];
    const parts = typeof of === 'object';
    if (!parts && effect.partOf !== null) return [];
    if (parts ? !of.includes(effect.whom ?? '') : of !== undefined && known.group !== of) return [];
    const enemy = what === 'killed' && isEnemyDead(claim, known.group);
    if (enemyDead === 'only' ? !enemy : enemyDead === 'without' && enemy) return [];
    return [{ claim, effect, ...known }];
  });
}

/** A party to the conflict counts the dead of another side: whom its own side is said to have killed, or nobody else. */
function isEnemyDead({ origin, one }: ViewClaim, group: WhomGroup): boolean {
  const side = origin?.partyTo;
  if (side == null || group === 'civil' || group === 'things') return false;
  const event = one.claim.event!;
  const sides = (roles: typeof event.by) => roles.flatMap(({ party }) => (party ? [sideOf(party)] : []));
  const [by, against] = [sides(event.by), sides(event.against)];
  if (against.includes(side)) return false;
  if (by.length > 0) return by.includes(side);
  return against.length > 0 || group === 'fighters';
}

/** Of the reports of one origin the last published; the undated count as earliest. */
function latest(reports: readonly Count[][]): Count[] {
  const published = (counts: readonly Count[]) => counts[0]!.claim.report.published?.value ?? null;
  return [...reports]
    .sort((a, b) => {
      const [x, y] = [published(a), published(b)];
      if (x !== null && y !== null) {
        const order = compareTimes(x, y);
        if (order !== 0) return order;
      } else if (x !== y) return x === null ? -1 : 1;
      return (
        largestOf(a) - largestOf(b) || (a[0]!.claim.report.document < b[0]!.claim.report.document ? -1 : 1)
      );
    })
    .at(-1)!;
}

const largestOf = (counts: readonly Count[]): number =>
  Math.max(...counts.map(({ effect: { low, high } }) => low ?? high ?? 0));

/** The whole where it is told; else civilians and fighters together; parts only where there is nothing else. */
function totalOf(counts: readonly Count[]): Total {
  const byWhom = new Map<string, Count>();
  for (const count of counts) {
    const whom = count.effect.whom ?? 'people';
    const before = byWhom.get(whom);
    if (!before || largestOf([count]) > largestOf([before])) byWhom.set(whom, count);
  }
  const all = [...byWhom.values()].sort((a, b) => largestOf([b]) - largestOf([a]));
  const whole = all.find(({ group, part }) => group === 'whole' && !part);
  const groups = all.filter(({ part, group }) => !part && group !== 'whole');
  const used = whole ? [whole] : groups.length > 0 ? groups : all.slice(0, 1);
  const lows = used.flatMap(({ effect }) => effect.low ?? []);
  const highs = used.map(({ effect }) => effect.high);
  return {
    low: lows.length > 0 ? lows.reduce((sum, n) => sum + n, 0) : null,
    high: highs.every((n) => n !== null) ? highs.reduce((sum: number, n) => sum + n!, 0) : null,
    summed: used.length > 1,
    counts: used,
  };
}
