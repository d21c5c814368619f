/** Incidents as CSV in our own words: a row for each that some claim tells as happened. */
import { actorsOf } from '../coding/actors.ts';
import { type Cell, type Column, cell, EMPTY, evidenceAt, evidenceOf, wordsOf } from '../coding/cell.ts';
import { typeOf } from '../coding/event-type.ts';
import { OWN_COLUMNS, ownCells } from '../coding/own-columns.ts';
import type { Profile } from '../coding/profile.ts';
import { originsOf, reportsOf } from '../coding/reports.ts';
import { whenOf } from '../coding/when.ts';
import { whereOf } from '../coding/where.ts';
import { originName } from '../view.ts';

const text = (name: string, says: string): Column => ({ name, type: 'text', says });

const COLUMNS: readonly Column[] = [
  text('id', 'RP- and the incident’s name'),
  text('summary', 'words of its fullest claim that is told as happened'),
  text('type', 'the type most claims tell'),
  { name: 'from', type: 'date', says: 'first day told' },
  { name: 'to', type: 'date', says: 'last day told' },
  text('place', 'the most exact place most claims tell'),
  text('admin1', 'first division'),
  text('country', 'ISO 3166-1 alpha-2'),
  { name: 'latitude', type: 'number', says: 'empty while the point is held back' },
  { name: 'longitude', type: 'number', says: 'as latitude' },
  text('precision', 'of the place'),
  text('by', 'parties said to have done it'),
  text('against', 'parties it was done to'),
  text('outlets', 'of its reports'),
  text('origins', 'named ends of the chains'),
  { name: 'reports', type: 'integer', says: 'copies too' },
];

export const INCIDENTS: Profile = {
  name: 'incidents',
  says: 'every incident that some claim tells as happened',
  columns: [...COLUMNS, ...OWN_COLUMNS],
  derive(view, source) {
    const where = whereOf(view, source);
    const when = whenOf(view);
    const type = typeOf(view, source.tables);
    const { by, against } = actorsOf(view, source, type?.type ?? null);
    const all = evidenceOf(view.told);
    const reports = reportsOf(view);
    const fullest = view.told.find(({ one }) => one.claim.text === view.incident.summary) ?? view.told[0]!;
    const place = (value: string | number | null | undefined) =>
      where && value != null ? cell(value, where.rule, where.evidence) : EMPTY;
    const names = (actors: typeof by) =>
      cell(
        actors.map(({ name }) => name).join('; '),
        'most-told-actor',
        actors.flatMap(({ evidence }) => evidence),
      );
    const outlets = [...new Set(reports.map(({ outlet }) => outlet).filter(Boolean))];
    const origins = originsOf(view)
      .filter(({ origin }) => origin.countable)
      .map(({ origin, claim }) => originName(origin, claim, source.masks.off));
    return new Map<string, Cell>([
      ['id', cell(view.id, 'incident-name', all)],
      ['summary', cell(wordsOf(fullest), 'words-of-claims', [evidenceAt(fullest, null)])],
      ['type', type ? cell(type.type, type.rule, type.evidence) : EMPTY],
      ['from', when ? cell(when.from, 'most-told-period', when.evidence) : EMPTY],
      ['to', when ? cell(when.to, 'most-told-period', when.evidence) : EMPTY],
      ['place', place(where?.name)],
      ['admin1', place(where?.admin1)],
      ['country', place(where?.country)],
      ['latitude', place(where?.lat)],
      ['longitude', place(where?.lon)],
      ['precision', place(where?.precision)],
      ['by', names(by)],
      ['against', names(against)],
      ['outlets', cell(outlets.join('; '), 'reports-of-claims', all)],
      ['origins', cell([...new Set(origins)].join('; '), 'ends-of-chains', all)],
      ['reports', cell(reports.length, 'reports-of-claims', all)],
      ...ownCells(view, where, source, 'incidents 1'),
    ]);
  },
};
