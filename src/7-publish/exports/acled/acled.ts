/** The ACLED profile. Rules in words: docs/codebook.md. */
import type { Actor } from '../coding/actors.ts';
import { actorsOf } from '../coding/actors.ts';
import { type Cell, type CodedRow, cell, EMPTY, type Held } from '../coding/cell.ts';
import { civilVictims, type TypeTold, typeOf } from '../coding/event-type.ts';
import { OWN_COLUMNS, ownCells } from '../coding/own-columns.ts';
import type { Profile } from '../coding/profile.ts';
import { notesOf, reportsOf } from '../coding/reports.ts';
import { type When, whenOf } from '../coding/when.ts';
import { type Where, whereOf } from '../coding/where.ts';
import type { DeriveSource } from '../source.ts';
import type { Country } from '../tables.ts';
import type { IncidentView } from '../view.ts';
import { ACLED_COLUMNS } from './columns.ts';
import { interactionNumber, interactionText, interOf } from './inter.ts';

const LONGEST = 31;
const WEEK = 7;

export const ACLED: Profile = {
  name: 'acled',
  says: 'ACLED’s 31 columns, then ours',
  columns: [...ACLED_COLUMNS, ...OWN_COLUMNS],
  derive(view, source) {
    const type = typeOf(view, source.tables);
    if (!type) return { held: 'no claim tells a type of event that ACLED has' };
    const when = whenOf(view);
    if (!when) return { held: 'no claim tells when' };
    if (when.days > LONGEST) return { held: 'told no closer than within a month' };
    const where = whereOf(view, source);
    const country = source.tables.countries.get(where?.country ?? '');
    if (!where || !country) return { held: 'no claim tells where, or the place is not in the gazetteer' };
    const precision = geoPrecision(where);
    if (precision === null) return { held: 'told no closer than the country' };
    return new Map<string, Cell>([
      ...timeCells(view, when),
      ...typeCells(type, source),
      ...actorCells(view, type, country, source),
      ...placeCells(where, country, precision),
      ...textCells(view, source),
      ...ownCells(view, where, source, settingsOf(source)),
    ]);
  },
};

const settingsOf = ({ options }: DeriveSource): string =>
  `acled 1${options.interNumbers ? ', kinds of actor as numbers' : ''}`;

function timeCells(view: IncidentView, { middle, days, evidence }: When): [string, Cell][] {
  const rule = days <= 1 ? 'most-told-day' : 'mid-point';
  return [
    ['event_id_cnty', cell(view.id, 'incident-name', evidence)],
    ['event_date', cell(middle, rule, evidence)],
    ['year', cell(Number(middle.slice(0, 4)), rule, evidence)],
    ['time_precision', cell(days <= 1 ? 1 : days <= WEEK ? 2 : 3, 'span-of-period', evidence)],
  ];
}

function typeCells({ type, rule, evidence }: TypeTold, { tables }: DeriveSource): [string, Cell][] {
  const { disorderType, eventType, subEventType } = tables.acledTypes.get(type)!;
  return [
    ['disorder_type', cell(disorderType, 'type-table', evidence)],
    ['event_type', cell(eventType, 'type-table', evidence)],
    ['sub_event_type', cell(subEventType, rule, evidence)],
  ];
}

const PROTESTS = new Set(['Protests', 'Riots']);

function actorCells(
  view: IncidentView,
  told: TypeTold,
  country: Country,
  source: DeriveSource,
): [string, Cell][] {
  const { tables, options } = source;
  const actors = actorsOf(view, source, told.type);
  const { eventType } = tables.acledTypes.get(told.type)!;
  const first = firstActor(actors.by, told, eventType, country);
  const second = secondActor(actors.against, view, country, source);
  const inter1 = first.actor ? interOf(first.actor, country.iso2, told.type) : first.inter;
  const inter2 = second && (second.actor ? interOf(second.actor, country.iso2, told.type) : second.inter);
  const kind = (n: number) => (options.interNumbers ? n : tables.inter.get(n)!);
  const both = [...first.cell.evidence, ...(second?.cell.evidence ?? [])];
  const together = options.interNumbers
    ? interactionNumber(inter1, inter2)
    : interactionText(tables.inter, inter1, inter2);
  const targeting = inter2 === 7;
  return [
    ['actor1', first.cell],
    ['assoc_actor_1', first.actor ? others(actors.by.slice(1)) : EMPTY],
    ['inter1', cell(kind(inter1), 'kind-of-party', first.cell.evidence)],
    ['actor2', second?.cell ?? EMPTY],
    ['assoc_actor_2', second?.actor ? others(actors.against.slice(1)) : EMPTY],
    ['inter2', inter2 === null ? EMPTY : cell(kind(inter2), 'kind-of-party', second!.cell.evidence)],
    ['interaction', cell(together, 'sides-of-actors', both)],
    [
      'civilian_targeting',
      targeting ? cell('Civilian targeting', 'civilians-are-target', second!.cell.evidence) : EMPTY,
    ],
  ];
}

interface CodedActor {
  actor: Actor | null;
  cell: Cell;
  inter: number;
}

function firstActor(
  [actor]: readonly Actor[],
  { type, evidence }: TypeTold,
  eventType: string,
  { name }: Country,
): CodedActor {
  if (actor?.named && actor.sort !== 'civilians')
    return { actor, cell: cell(actor.name, 'most-told-actor', actor.evidence), inter: 0 };
  if (PROTESTS.has(eventType)) {
    const riot = eventType === 'Riots' || type === 'mob-violence';
    const who = `${riot ? 'Rioters' : 'Protesters'} (${name})`;
    return { actor: null, cell: cell(who, 'protesters-by-type', evidence), inter: riot ? 5 : 6 };
  }
  return {
    actor: null,
    cell: cell(`Unidentified Armed Group (${name})`, 'unknown-actor', actor?.evidence ?? evidence),
    inter: 3,
  };
}

function secondActor(
  [actor]: readonly Actor[],
  view: IncidentView,
  { name }: Country,
  { tables }: DeriveSource,
): CodedActor | null {
  if (actor && actor.sort === 'civilians')
    return { actor, cell: cell(`Civilians (${name})`, 'most-told-target', actor.evidence), inter: 7 };
  if (actor?.named) return { actor, cell: cell(actor.name, 'most-told-target', actor.evidence), inter: 0 };
  if (actor)
    return {
      actor: null,
      cell: cell(`Unidentified Armed Group (${name})`, 'unknown-actor', actor.evidence),
      inter: 3,
    };
  const victims = civilVictims(view, tables);
  if (victims.length === 0) return null;
  return { actor: null, cell: cell(`Civilians (${name})`, 'victims-civil', victims), inter: 7 };
}

function others(all: readonly Actor[]): Cell {
  const actors = all.filter(({ named }) => named);
  if (actors.length === 0) return EMPTY;
  const evidence = actors.flatMap((actor) => actor.evidence);
  return cell(actors.map(({ name }) => name).join('; '), 'other-parties', evidence);
}

/** Null where it is the country alone, or the sea. */
function geoPrecision({ point, precision, admin1 }: Where): 1 | 2 | 3 | null {
  if (point === 'held-back') return admin1 === null ? null : 3;
  if (precision === 'exact') return 1;
  if (precision === 'near' || precision === 'district') return 2;
  return precision === 'province' || precision === 'region' ? 3 : null;
}

function placeCells(where: Where, country: Country, precision: number): [string, Cell][] {
  const { rule, evidence } = where;
  const told = (value: string | number | null) => (value === null ? EMPTY : cell(value, rule, evidence));
  return [
    ['iso', cell(country.iso, 'country-table', evidence)],
    ['region', cell(country.acledRegion, 'country-table', evidence)],
    ['country', cell(country.name, 'country-table', evidence)],
    ['admin1', told(where.admin1)],
    ['admin2', told(where.admin2)],
    ['location', told(where.name)],
    ['latitude', told(where.lat)],
    ['longitude', told(where.lon)],
    ['geo_precision', cell(precision, 'precision-of-place', evidence)],
  ];
}

function textCells(view: IncidentView, source: DeriveSource): [string, Cell][] {
  const reports = reportsOf(view);
  const notes = notesOf(view, source);
  const outlets = [...new Set(reports.map(({ outlet }) => outlet).filter(Boolean))];
  return [
    ['source', cell(outlets.join('; '), 'reports-of-claims', notes.evidence)],
    ['source_scale', cell(null, 'set-by-person')],
    ['notes', cell(notes.text, 'words-of-claims', notes.evidence)],
    ['fatalities', cell(null, 'set-by-person')],
    ['tags', cell(null, 'set-by-person')],
    ['timestamp', cell(Math.floor(Date.parse(source.asOf) / 1000), 'state-of-export')],
  ];
}

export type { CodedRow, Held };
