/** UCDP GED's 49 columns, in its order and with its codes. */
import type { Column } from '../coding/cell.ts';

const text = (name: string, says: string): Column => ({ name, type: 'text', says });
const integer = (name: string, says: string): Column => ({ name, type: 'integer', says });
const SET = 'empty until a person sets it';

export const UCDP_COLUMNS: readonly Column[] = [
  text('id', 'RP- and the incident’s name: never mistaken for an id of UCDP'),
  text('relid', 'as id'),
  integer('year', 'of date_start'),
  { name: 'active_year', type: 'code', codes: [0, 1], says: SET },
  { name: 'code_status', type: 'text', says: SET },
  {
    name: 'type_of_violence',
    type: 'code',
    codes: [1, 2, 3],
    says: '1 a state is on one side of two armed ones, 2 none is, 3 an armed side against civilians; else held',
  },
  ...['conflict_dset_id', 'conflict_new_id'].map((name) => text(name, SET)),
  text('conflict_name', 'of violence 2 and 3 the dyad’s; of 1 empty until a person sets it'),
  ...['dyad_dset_id', 'dyad_new_id'].map((name) => text(name, SET)),
  text('dyad_name', 'side_a - side_b'),
  ...['side_a_dset_id', 'side_a_new_id'].map((name) => text(name, SET)),
  text('side_a', 'a state before a group, a group before civilians; states as "Government of NAME"'),
  ...['side_b_dset_id', 'side_b_new_id'].map((name) => text(name, SET)),
  text('side_b', 'the other side'),
  integer('number_of_sources', 'reports, copies too; rp_origins counts the origins'),
  text('source_article', '"outlet,date,title" of each report'),
  text('source_office', 'outlets'),
  text('source_date', 'days of publication'),
  text('source_headline', 'titles'),
  text('source_original', 'named ends of the chains'),
  {
    name: 'where_prec',
    type: 'code',
    codes: [1, 2, 3, 4, 5, 6, 7],
    says: '1 exact, 2 near, 3 second division, 4 first division, 5 part of a country, 6 country, 7 sea or air',
  },
  text('where_coordinates', 'name of the place'),
  text('where_description', 'the words that tell it'),
  text('adm_1', 'first division'),
  text('adm_2', 'second division, where known'),
  { name: 'latitude', type: 'number', says: 'empty while the point is held back' },
  { name: 'longitude', type: 'number', says: 'as latitude' },
  text('geom_wkt', 'POINT (longitude latitude)'),
  integer('priogrid_gid', 'PRIO-GRID cell of the point'),
  text('country', 'UCDP’s name of the country'),
  integer('country_id', 'Gleditsch and Ward’s number'),
  {
    name: 'region',
    type: 'code',
    codes: ['Africa', 'Americas', 'Asia', 'Europe', 'Middle East'],
    says: 'UCDP’s region',
  },
  {
    name: 'event_clarity',
    type: 'code',
    codes: [1, 2],
    says: '1 told of one time and place, 2 told over days or a wider place; it is no certainty',
  },
  {
    name: 'date_prec',
    type: 'code',
    codes: [1, 2, 3, 4, 5],
    says: '1 day, 2 two to six days, 3 a week, 4 a month, 5 a year; longer is held',
  },
  { name: 'date_start', type: 'date', says: 'first day' },
  { name: 'date_end', type: 'date', says: 'last day' },
  ...['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown', 'best'].map((name) =>
    integer(name, `${SET}; what is reported stands in high, low and rp_killed_…`),
  ),
  integer('high', 'highest figure of the killed; empty where some origin gives no upper end'),
  integer('low', 'lowest figure of the killed; never filled from "up to"'),
  integer('gwnoa', 'Gleditsch and Ward’s number of a state on side a'),
  integer('gwnob', 'of a state on side b'),
];
