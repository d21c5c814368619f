/** The UCDP GED profile. Rules in words: docs/codebook.md. */
import { actorsOf } from '../coding/actors.ts';
import { type Cell, type Column, cell, EMPTY, evidenceOf } from '../coding/cell.ts';
import { civilVictims, typeOf } from '../coding/event-type.ts';
import { type Figure, figureOf } from '../coding/figures.ts';
import { OWN_COLUMNS, ownCells } from '../coding/own-columns.ts';
import type { Profile } from '../coding/profile.ts';
import { originsOf, reportsOf } from '../coding/reports.ts';
import { type When, whenOf } from '../coding/when.ts';
import { type Where, whereOf } from '../coding/where.ts';
import type { DeriveSource } from '../source.ts';
import type { Country } from '../tables.ts';
import { type IncidentView, originName } from '../view.ts';
import { UCDP_COLUMNS } from './columns.ts';
import { priogridCell } from './priogrid.ts';
import { type Dyad, dyadOf } from './sides.ts';

export const UCDP: Profile = {
  name: 'ucdp',
  says: 'UCDP GED’s 49 columns, then ours',
  columns: [...UCDP_COLUMNS, ...OWN_COLUMNS],
  derive(view, source) {
    const { options, tables } = source;
    const killed = figureOf(view, tables, {
      what: 'killed',
      enemyDead: options.enemyDead ? 'with' : 'without',
    });
    if (!killed) return { held: 'no claim tells how many were killed' };
    const when = whenOf(view);
    const precision = when && datePrecision(when);
    if (!when || !precision)
      return { held: when ? 'told no closer than within a year' : 'no claim tells when' };
    const where = whereOf(view, source);
    const country = tables.countries.get(where?.country ?? '');
    if (!where || !country) return { held: 'no claim tells where, or the place is not in the gazetteer' };
    const actors = actorsOf(view, source, typeOf(view, tables)?.type ?? null);
    const dyad = dyadOf(actors, civilVictims(view, tables));
    if (!dyad) return { held: 'no claim tells the two sides' };
    const settings = `ucdp 1${options.enemyDead ? ', belligerents’ figures for their enemy’s dead counted' : ''}`;
    return new Map<string, Cell>([
      ...UCDP_COLUMNS.filter(leftToPeople).map(({ name }): [string, Cell] => [
        name,
        cell(null, 'set-by-person'),
      ]),
      ...timeCells(view, when, precision, where),
      ...dyadCells(dyad),
      ...sourceCells(view, source),
      ...placeCells(where, country),
      ...deathCells(killed),
      ...ownCells(view, where, source, settings),
    ]);
  },
};

const leftToPeople = ({ says }: Column): boolean => says.startsWith('empty until');

/** 1 day, 2 two to six days, 3 a week, 4 a month, 5 a year; null where it is longer. */
function datePrecision({ days }: When): 1 | 2 | 3 | 4 | 5 | null {
  if (days <= 1) return 1;
  if (days <= 6) return 2;
  if (days <= 7) return 3;
  if (days <= 31) return 4;
  return days <= 366 ? 5 : null;
}

function timeCells(
  view: IncidentView,
  { from, to, days, evidence }: When,
  precision: number,
  { point, precision: place }: Where,
): [string, Cell][] {
  const rule = days <= 1 ? 'most-told-day' : 'most-told-period';
  const clear = days <= 1 && point !== 'held-back' && (place === 'exact' || place === 'near');
  return [
    ['id', cell(view.id, 'incident-name', evidence)],
    ['relid', cell(view.id, 'incident-name', evidence)],
    ['year', cell(Number(from.slice(0, 4)), rule, evidence)],
    ['date_prec', cell(precision, 'span-of-period', evidence)],
    ['date_start', cell(from, rule, evidence)],
    ['date_end', cell(to, rule, evidence)],
    ['event_clarity', cell(clear ? 1 : 2, 'happenings-told', evidence)],
  ];
}

function dyadCells({ a, b, violence }: Dyad): [string, Cell][] {
  const both = [...a.evidence, ...b.evidence];
  return [
    ['type_of_violence', cell(violence, 'dyad', both)],
    ['dyad_name', cell(`${a.name} - ${b.name}`, 'dyad', both)],
    // Conflicts between others than a state's have their dyad's name.
    ...(violence === 1
      ? []
      : [['conflict_name', cell(`${a.name} - ${b.name}`, 'dyad', both)] as [string, Cell]]),
    ['side_a', cell(a.name, a.rule, a.evidence)],
    ['side_b', cell(b.name, b.rule, b.evidence)],
    ['gwnoa', a.gw === null ? EMPTY : cell(a.gw, 'country-table', a.evidence)],
    ['gwnob', b.gw === null ? EMPTY : cell(b.gw, 'country-table', b.evidence)],
  ];
}

function sourceCells(view: IncidentView, { masks }: DeriveSource): [string, Cell][] {
  const reports = reportsOf(view);
  const origins = originsOf(view).filter(({ origin }) => origin.countable);
  const evidence = evidenceOf(view.told);
  const of = (value: string | number) => cell(value, 'reports-of-claims', evidence);
  const list = (values: readonly string[]) => [...new Set(values.filter(Boolean))].join(';');
  const articles = reports.map(
    ({ outlet, day, title }) => `"${outlet},${day},${title.replaceAll('"', "'")}"`,
  );
  return [
    ['number_of_sources', of(reports.length)],
    ['source_article', of(articles.join(';'))],
    ['source_office', of(list(reports.map(({ outlet }) => outlet)))],
    ['source_date', of(list(reports.map(({ day }) => day)))],
    ['source_headline', of(list(reports.map(({ title }) => title)))],
    [
      'source_original',
      cell(
        list(origins.map(({ origin, claim }) => originName(origin, claim, masks.off))),
        'ends-of-chains',
        evidenceOf(origins.map(({ claim }) => claim)),
      ),
    ],
  ];
}

const WHERE_PREC: Record<string, number> = {
  exact: 1,
  near: 2,
  district: 3,
  province: 4,
  region: 5,
  country: 6,
  sea: 7,
};

function placeCells(where: Where, country: Country): [string, Cell][] {
  const { rule, evidence, lat, lon, admin1, admin2, name, words } = where;
  const told = (value: string | number | null) => (value === null ? EMPTY : cell(value, rule, evidence));
  const heldBack = admin1 === null ? 6 : 4;
  const precision = where.point === 'held-back' ? heldBack : (WHERE_PREC[where.precision ?? ''] ?? 6);
  const point = lat !== null && lon !== null;
  return [
    ['where_prec', cell(precision, 'precision-of-place', evidence)],
    ['where_coordinates', told(name)],
    ['where_description', told(words)],
    ['adm_1', told(admin1)],
    ['adm_2', told(admin2)],
    ['latitude', told(lat)],
    ['longitude', told(lon)],
    ['geom_wkt', point ? cell(`POINT (${lon} ${lat})`, rule, evidence) : EMPTY],
    ['priogrid_gid', point ? cell(priogridCell(lat, lon), 'grid-cell', evidence) : EMPTY],
    ['country', cell(country.ucdpName, 'country-table', evidence)],
    ['country_id', country.gw === null ? EMPTY : cell(country.gw, 'country-table', evidence)],
    ['region', cell(country.ucdpRegion, 'country-table', evidence)],
  ];
}

function deathCells({ low, high, open, summed, evidence }: Figure): [string, Cell][] {
  const rule = summed ? 'sum-of-groups' : 'latest-of-each-origin';
  return [
    ['high', cell(high, open ? 'open-above' : rule, evidence)],
    ['low', cell(low, low === null ? 'no-low-of-up-to' : rule, evidence)],
  ];
}
