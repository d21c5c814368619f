/** The Airwars profile: harm to civilians, in ranges, with a grade that only a person gives. Rules in words: docs/codebook.md. */
import { partyTo } from '../../../6-reconcile/origins/sides.ts';
import { type Actor, actorsOf } from '../coding/actors.ts';
import { type Cell, cell, EMPTY, evidenceOf } from '../coding/cell.ts';
import { civilVictims, typeOf } from '../coding/event-type.ts';
import { type Figure, type FigureQuestion, figureOf } from '../coding/figures.ts';
import { OWN_COLUMNS, ownCells } from '../coding/own-columns.ts';
import type { Profile } from '../coding/profile.ts';
import { notesOf, originsOf, reportsOf } from '../coding/reports.ts';
import { whenOf } from '../coding/when.ts';
import { type Where, whereOf } from '../coding/where.ts';
import type { DeriveSource } from '../source.ts';
import type { IncidentView, ViewClaim } from '../view.ts';
import { AIRWARS_COLUMNS, SUGGESTION_COLUMNS, VICTIMS } from './columns.ts';

export const AIRWARS: Profile = {
  name: 'airwars',
  says: 'Airwars’ ranges and grading, then ours',
  columns: [...AIRWARS_COLUMNS, ...OWN_COLUMNS, ...SUGGESTION_COLUMNS],
  derive(view, source) {
    const victims = civilVictims(view, source.tables);
    if (victims.length === 0) return { held: 'no claim tells of civilians killed or wounded' };
    const where = whereOf(view, source);
    const when = whenOf(view);
    const type = typeOf(view, source.tables);
    const actors = actorsOf(view, source, type?.type ?? null).by.filter(({ sort }) => sort !== 'civilians');
    const strike = type && source.tables.acledTypes.get(type.type)!.subEventType;
    const settings = `airwars 1${source.options.enemyDead ? ', belligerents’ figures for their enemy’s dead counted' : ''}`;
    const all = evidenceOf(view.told);
    const notes = notesOf(view, source);
    return new Map<string, Cell>([
      ['unique_reference_number', cell(view.id, 'incident-name', all)],
      ['incident_date', when ? cell(when.from, 'most-told-period', when.evidence) : EMPTY],
      ['incident_date_end', when ? cell(when.to, 'most-told-period', when.evidence) : EMPTY],
      ...placeCells(where, source),
      ['strike_type', strike ? cell(strike, type.rule, type.evidence) : EMPTY],
      ...belligerentCells(view, actors),
      ['belligerent_assessment', cell(null, 'set-by-person')],
      ['civilian_harm_status', cell(view.grade?.grade ?? null, 'assessed-by-person', view.grade ? all : [])],
      ...victimCells(view, source),
      ...concededCells(view, actors, source),
      ['previous_airwars_assessment', cell(null, 'set-by-person')],
      ['sources', cell(sourcesOf(view), 'reports-of-claims', all)],
      ['summary', cell(notes.text, 'words-of-claims', notes.evidence)],
      ...ownCells(view, where, source, settings),
      ...suggested(view),
    ]);
  },
};

const LABELS: Record<string, string> = {
  exact: 'City',
  near: 'Neighbourhood/area',
  district: 'District',
  province: 'Province',
  region: 'Region',
  country: 'Country',
};

function placeCells(where: Where | null, { tables }: DeriveSource): [string, Cell][] {
  if (!where) return [];
  const { rule, evidence, name, lat, lon, precision, country } = where;
  const told = (value: string | number | null | undefined) =>
    value == null ? EMPTY : cell(value, rule, evidence);
  const held = where.point === 'held-back' ? 'Province' : undefined;
  return [
    ['country', told(tables.countries.get(country ?? '')?.name)],
    ['location', told(name)],
    ['location_label', told(held ?? LABELS[precision ?? ''])],
    ['latitude', told(lat)],
    ['longitude', told(lon)],
  ];
}

/** The acting sides' own claims: they say themselves that they did it. */
function ownWords({ told }: IncidentView, actors: readonly Actor[]): ViewClaim[] {
  const acting = new Map(actors.map(({ side, name }) => [side, name]));
  return told.filter(({ one, origin }) => {
    const source = one.claim.chain.at(-1)?.source.party ?? null;
    const root = { name: origin?.name ?? '', party: source } as Parameters<typeof partyTo>[0];
    const side = partyTo(root, { acting, struck: new Map() });
    return side !== null && one.claim.event?.by.some(({ party }) => party !== null) === true;
  });
}

function belligerentCells(view: IncidentView, actors: readonly Actor[]): [string, Cell][] {
  const declared = ownWords(view, actors);
  const origins = originsOf(view).filter(({ origin }) => origin.countable);
  const evidence = actors.flatMap((actor) => actor.evidence);
  const counted = evidenceOf(origins.map(({ claim }) => claim));
  const status =
    declared.length > 0
      ? cell('Declared strike', 'declared-by-actor', evidenceOf(declared))
      : cell(
          origins.length > 1 ? 'Likely strike' : 'Single source claim',
          'origins-of-claims',
          counted.length > 0 ? counted : evidenceOf(view.told),
        );
  return [
    ['strike_status', status],
    ['belligerent', cell(actors.map(({ name }) => name).join('; '), 'most-told-actor', evidence)],
    [
      'belligerent_type',
      actors.length === 0
        ? EMPTY
        : cell(
            declared.length > 0 ? 'Known' : 'Suspected',
            'declared-by-actor',
            evidenceOf(declared.length > 0 ? declared : view.told),
          ),
    ],
  ];
}

function victimCells(view: IncidentView, { tables, options }: DeriveSource): [string, Cell][] {
  const enemyDead = options.enemyDead ? 'with' : 'without';
  return VICTIMS.flatMap(([group, of]) =>
    (['killed', 'wounded'] as const).flatMap((what): [string, Cell][] => {
      const name = `${group}_${what === 'killed' ? 'killed' : 'injured'}`;
      return ends(name, figureOf(view, tables, { what, of, enemyDead } satisfies FigureQuestion));
    }),
  );
}

function concededCells(
  view: IncidentView,
  actors: readonly Actor[],
  { tables }: DeriveSource,
): [string, Cell][] {
  const own = new Set(ownWords(view, actors));
  const figure = figureOf(view, tables, { what: 'killed', of: 'civil', claims: (claim) => own.has(claim) });
  return ends('civilian_deaths_conceded', figure).map(([name, one]) => [
    name,
    one.value === null ? one : { ...one, rule: 'own-side-concedes' },
  ]);
}

function ends(name: string, figure: Figure | null): [string, Cell][] {
  if (!figure)
    return [
      [`${name}_min`, EMPTY],
      [`${name}_max`, EMPTY],
    ];
  const { low, high, open, summed, evidence } = figure;
  const rule = summed ? 'sum-of-groups' : 'latest-of-each-origin';
  return [
    [`${name}_min`, cell(low, low === null ? 'no-low-of-up-to' : rule, evidence)],
    [`${name}_max`, cell(high, open ? 'open-above' : rule, evidence)],
  ];
}

const sourcesOf = (view: IncidentView): string =>
  reportsOf(view)
    .map(({ url, outlet, title, day }) => url || [outlet, title, day].filter(Boolean).join(', '))
    .join('; ');

function suggested(view: IncidentView): [string, Cell][] {
  const { airwars } = view.incident.suggestion;
  if (!airwars) return [];
  const why = `${airwars.why}; what would change it: ${airwars.wouldChange}`;
  const all = evidenceOf(view.told);
  return [
    ['rp_suggested_grade', cell(airwars.grade, 'suggested-grade', all)],
    ['rp_suggested_why', cell(why, 'suggested-grade', all)],
  ];
}
