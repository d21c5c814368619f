/** Airwars' fields, by the names its own code gives them: ranges for each group of victims, and the grading. */
import type { Column } from '../coding/cell.ts';

const text = (name: string, says: string): Column => ({ name, type: 'text', says });

/** Groups of victims with the whom of our figures that each counts. */
export const VICTIMS: readonly [group: string, whom: 'civil' | 'fighters' | readonly string[]][] = [
  ['killed_injured_civilian_non_combatants', 'civil'],
  ['killed_injured_children', ['children']],
  ['killed_injured_women', ['women']],
  ['killed_injured_men', ['men']],
  ['killed_injured_belligerents', 'fighters'],
];

export const RANGES = ['killed_min', 'killed_max', 'injured_min', 'injured_max'] as const;

export const AIRWARS_GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const;

export const AIRWARS_COLUMNS: readonly Column[] = [
  text('unique_reference_number', 'RP- and the incident’s name: never mistaken for a reference of Airwars'),
  { name: 'incident_date', type: 'date', says: 'first day told' },
  { name: 'incident_date_end', type: 'date', says: 'last day told' },
  text('country', 'of the place'),
  text('location', 'the most exact place most claims tell'),
  {
    name: 'location_label',
    type: 'code',
    codes: ['City', 'Neighbourhood/area', 'District', 'Province', 'Region', 'Country'],
    says: 'how exact the place is',
  },
  { name: 'latitude', type: 'number', says: 'empty while the point is held back' },
  { name: 'longitude', type: 'number', says: 'as latitude' },
  text('strike_type', 'sub-event, by the table of types'),
  {
    name: 'strike_status',
    type: 'code',
    codes: ['Declared strike', 'Likely strike', 'Single source claim'],
    says: 'the acting party says so itself; two or more origins; one',
  },
  text('belligerent', 'parties said to have done it'),
  {
    name: 'belligerent_type',
    type: 'code',
    codes: ['Suspected', 'Known'],
    says: 'Known where the party itself says so',
  },
  {
    name: 'belligerent_assessment',
    type: 'code',
    codes: ['not_yet_assessed', 'non_credible', 'credible', 'duplicate'],
    says: 'empty until a person sets it',
  },
  {
    name: 'civilian_harm_status',
    type: 'code',
    codes: AIRWARS_GRADES,
    says: 'a reviewer’s grade of the incident; never the machine’s',
  },
  ...VICTIMS.flatMap(([group]) =>
    RANGES.map(
      (range): Column => ({
        name: `${group}_${range}`,
        type: 'integer',
        says: `${range.endsWith('min') ? 'lowest of the latest figures of each origin; never from "up to"' : 'highest of these; empty where one is open above'}`,
      }),
    ),
  ),
  {
    name: 'civilian_deaths_conceded_min',
    type: 'integer',
    says: 'civilians killed, as the side says that is said to have done it',
  },
  { name: 'civilian_deaths_conceded_max', type: 'integer', says: 'as the min' },
  text('previous_airwars_assessment', 'empty until a person sets it'),
  text('sources', 'addresses of the reports, or outlet and title'),
  text('summary', 'the claims’ own words with who says so'),
];

export const SUGGESTION_COLUMNS: readonly Column[] = [
  {
    name: 'rp_suggested_grade',
    type: 'code',
    codes: ['fair', 'weak', 'contested'],
    says: 'what origins, parties and contradictions suggest',
  },
  text('rp_suggested_why', 'why, and what would change it'),
];
