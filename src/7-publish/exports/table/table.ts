/**
 * The table of 17:00: figures by place and time, low to high over distinct incidents, with how many origins and sides
 * stand behind them. What has no place or no time has rows of its own; nothing is left out in silence.
 */
import type { EffectKind } from '../../../records/index.ts';
import { typeOf } from '../coding/event-type.ts';
import { figureOf } from '../coding/figures.ts';
import { originsOf } from '../coding/reports.ts';
import { whenOf } from '../coding/when.ts';
import { type Where, whereOf } from '../coding/where.ts';
import { newTally } from '../exporter.ts';
import { type ExportSource, linkTo } from '../source.ts';
import type { IncidentView } from '../view.ts';
import { views } from '../views.ts';
import { periodOf } from './periods.ts';

export const TABLE_BY = [
  'country',
  'admin1',
  'admin2',
  'place',
  'day',
  'week',
  'month',
  'year',
  'type',
] as const;
export type TableBy = (typeof TABLE_BY)[number];
export const TIMES: ReadonlySet<TableBy> = new Set(['day', 'week', 'month', 'year']);
export const PLACES: ReadonlySet<TableBy> = new Set(['country', 'admin1', 'admin2', 'place']);

export const TABLE_WHAT = ['killed', 'wounded', 'missing', 'captured', 'displaced'] as const;
export type TableWhat = (typeof TABLE_WHAT)[number];

export interface TableFigure {
  /** Sum of the incidents' lows; null where none is told. */
  low: number | null;
  /** Sum of their highs; null where one is open above, or none is told. */
  high: number | null;
  /** Some incident's figure has no upper end. */
  open: boolean;
  /** "12–43", "≥12", "≤80", "" where nothing is told. */
  text: string;
  /** Incidents that tell this figure. */
  incidents: number;
}

export interface TableRow {
  /** Value of each column of `by`; null where it is not told. */
  keys: Record<string, string | null>;
  /** Place code of the first division, where `by` has it: a P-code where one was imported. */
  admin1Code: string | null;
  /** First and last day of the row's period. */
  from: string | null;
  to: string | null;
  placed: boolean;
  dated: boolean;
  incidents: number;
  /** Distinct named origins over the row's incidents, and those that are parties to the conflict. */
  origins: number;
  parties: number;
  sides: string[];
  /** Share of its incidents that only parties to the conflict tell, 2 decimals. */
  partyOnly: number;
  /** Share of its claims told as happened that nobody reviewed, 2 decimals. */
  unreviewed: number;
  contested: number;
  denied: number;
  figures: Record<string, TableFigure>;
  incidentIds: string[];
  claims: string[];
  /** The workbench, with these claims. */
  link: string;
}

export interface Table {
  by: TableBy[];
  what: TableWhat[];
  asOf: string;
  caption: string;
  coverage: string;
  review: string;
  /** Incidents that nobody reviewed and that the table therefore leaves out. */
  leftOut: number;
  rows: TableRow[];
  total: TableRow;
}

interface Entry {
  view: IncidentView;
  where: Where | null;
  keys: Record<string, string | null>;
  period: { from: string; to: string } | null;
}

export async function makeTable(
  source: ExportSource,
  by: readonly TableBy[],
  what: readonly TableWhat[],
): Promise<Table> {
  const tally = newTally();
  const groups = new Map<string, Entry[]>();
  const all: Entry[] = [];
  for await (const view of views(source, tally)) {
    const entry = entryOf(view, source, by);
    if (!what.some((one) => figure([entry], one, source).incidents > 0)) continue;
    const key = JSON.stringify(by.map((one) => entry.keys[one]));
    groups.set(key, [...(groups.get(key) ?? []), entry]);
    all.push(entry);
  }
  const { coverageLine } = await source.reconciler();
  const rows = [...groups.values()].map((entries) => rowOf(entries, source, by, what));
  return {
    by: [...by],
    what: [...what],
    ...{ asOf: source.asOf, caption: source.caption, coverage: coverageLine, review: source.review },
    leftOut: tally.unreviewed,
    rows: rows.sort(inOrder(by)),
    total: { ...rowOf(all, source, by, what), keys: Object.fromEntries(by.map((one) => [one, null])) },
  };
}

function entryOf(view: IncidentView, source: ExportSource, by: readonly TableBy[]): Entry {
  const where = whereOf(view, source);
  const when = whenOf(view);
  const keys: Entry['keys'] = {};
  let period: Entry['period'] = null;
  for (const one of by) {
    const time = TIMES.has(one) && when ? periodOf(when, one as 'day') : null;
    if (time) period = { from: time.from, to: time.to };
    keys[one] = TIMES.has(one)
      ? (time?.name ?? null)
      : one === 'type'
        ? (typeOf(view, source.tables)?.type ?? null)
        : (placeKey(where, one) ?? null);
  }
  return { view, where, keys, period };
}

function placeKey(where: Where | null, by: TableBy): string | null {
  if (!where) return null;
  if (by === 'country') return where.country;
  if (by === 'admin1') return where.admin1;
  if (by === 'admin2') return where.admin2;
  return where.name;
}

function rowOf(
  entries: readonly Entry[],
  source: ExportSource,
  by: readonly TableBy[],
  what: readonly TableWhat[],
): TableRow {
  const first = entries[0];
  const share = (n: number, of: number) => (of === 0 ? 0 : Math.round((n / of) * 100) / 100);
  const origins = new Map(
    entries.flatMap(({ view }) =>
      originsOf(view)
        .filter(({ origin }) => origin.countable)
        .map(({ origin }) => [origin.key, origin] as const),
    ),
  );
  const partyOnly = entries.filter(({ view }) => {
    const own = originsOf(view).filter(({ origin }) => origin.countable);
    return own.length > 0 && own.every(({ origin }) => origin.partyTo !== null);
  }).length;
  const told = (pick: (view: IncidentView) => number) =>
    entries.reduce((sum, { view }) => sum + pick(view), 0);
  const sides = [...origins.values()].flatMap(({ partyTo }) => partyTo ?? []);
  const claims = entries.flatMap(({ view }) =>
    view.told
      .filter(({ one }) =>
        one.claim.event?.effects.some((effect) => (what as readonly EffectKind[]).includes(effect.what)),
      )
      .map(({ one }) => one.claim.id),
  );
  return {
    keys: first?.keys ?? {},
    admin1Code: first && by.includes('admin1') ? codeOf(first.where, source) : null,
    from: first?.period?.from ?? null,
    to: first?.period?.to ?? null,
    placed: by.every((one) => !PLACES.has(one) || first?.keys[one] != null),
    dated: by.every((one) => !TIMES.has(one) || first?.keys[one] != null),
    incidents: entries.length,
    origins: origins.size,
    parties: sides.length,
    sides: [...new Set(sides)].sort(),
    partyOnly: share(partyOnly, entries.length),
    unreviewed: share(
      told(({ unreviewed }) => unreviewed),
      told((view) => view.reviewed + view.unreviewed),
    ),
    contested: entries.filter(({ view }) => view.incident.standing.contested).length,
    denied: entries.filter(({ view }) => view.beside.denied.length > 0).length,
    figures: Object.fromEntries(what.map((one) => [one, figure(entries, one, source)])),
    incidentIds: entries.map(({ view }) => view.incident.id),
    claims,
    link: linkTo(
      source,
      `/?${claims
        .slice(0, MOST_LINKED)
        .map((id) => `claim=${id}`)
        .join('&')}`,
    ),
  };
}

/** An address holds no more. */
const MOST_LINKED = 50;

function codeOf(where: Where | null, { divisions }: ExportSource): string | null {
  if (!where?.admin1 || !where.country) return null;
  return divisions.admin1(where.country, where.admin1)?.code ?? null;
}

function figure(entries: readonly Entry[], what: TableWhat, source: ExportSource): TableFigure {
  const enemyDead = source.options.enemyDead ? 'with' : 'without';
  const told = entries.flatMap(({ view }) => figureOf(view, source.tables, { what, enemyDead }) ?? []);
  const lows = told.flatMap(({ low }) => low ?? []);
  const low = lows.length > 0 ? lows.reduce((sum, n) => sum + n, 0) : null;
  const open = told.some((one) => one.open);
  const high = told.length === 0 || open ? null : told.reduce((sum, one) => sum + one.high!, 0);
  return { low, high, open, text: rangeText(low, high), incidents: told.length };
}

/** "12–43", "12", "≥12", "≤80". */
export function rangeText(low: number | null, high: number | null): string {
  if (low === null) return high === null ? '' : `≤${high}`;
  if (high === null) return `≥${low}`;
  return low === high ? String(low) : `${low}–${high}`;
}

/** By the columns in turn, what is not told last. */
function inOrder(by: readonly TableBy[]): (a: TableRow, b: TableRow) => number {
  const key = ({ keys }: TableRow) => by.map((one) => keys[one] ?? '\uffff').join('\u0000');
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}
