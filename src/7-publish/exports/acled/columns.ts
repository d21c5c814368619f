/** ACLED's 31 columns, in its order and with its codes. */
import type { Column } from '../coding/cell.ts';

const INTER = [
  'State forces',
  'Rebel group',
  'Political militia',
  'Identity militia',
  'Rioters',
  'Protesters',
  'Civilians',
  'External/Other forces',
];
const INTER_CODES = [...INTER, 1, 2, 3, 4, 5, 6, 7, 8];

export const ACLED_COLUMNS: readonly Column[] = [
  {
    name: 'event_id_cnty',
    type: 'text',
    says: 'RP- and the incident’s name: never mistaken for an id of ACLED',
  },
  { name: 'event_date', type: 'date', says: 'day; the middle of a longer period' },
  { name: 'year', type: 'integer', says: 'of event_date' },
  {
    name: 'time_precision',
    type: 'code',
    codes: [1, 2, 3],
    says: '1 a day, 2 up to a week, 3 up to a month; longer is held',
  },
  {
    name: 'disorder_type',
    type: 'code',
    codes: [
      'Political violence',
      'Demonstrations',
      'Political violence; Demonstrations',
      'Strategic developments',
    ],
    says: 'by the table of types',
  },
  {
    name: 'event_type',
    type: 'code',
    codes: [
      'Battles',
      'Explosions/Remote violence',
      'Violence against civilians',
      'Protests',
      'Riots',
      'Strategic developments',
    ],
    says: 'by the table of types',
  },
  { name: 'sub_event_type', type: 'code', says: 'the type most claims tell; types beyond ACLED’s are held' },
  {
    name: 'actor1',
    type: 'text',
    says: 'the party most claims say did it, by its usual English name; ACLED’s own actor names are not used',
  },
  { name: 'assoc_actor_1', type: 'text', says: 'other parties said to have done it, joined by "; "' },
  {
    name: 'inter1',
    type: 'code',
    codes: INTER_CODES,
    says: 'state’s own forces; another state’s are External/Other; armed groups are Rebel group, those called militias Political militia',
  },
  {
    name: 'actor2',
    type: 'text',
    says: 'the party it was done to; "Civilians (COUNTRY)" where only harmed civilians are told',
  },
  { name: 'assoc_actor_2', type: 'text', says: 'other parties it was done to' },
  { name: 'inter2', type: 'code', codes: INTER_CODES, says: 'as inter1' },
  { name: 'interaction', type: 'code', says: 'both kinds, as ACLED writes them' },
  {
    name: 'civilian_targeting',
    type: 'code',
    codes: ['Civilian targeting'],
    says: 'where actor2 is civilians',
  },
  { name: 'iso', type: 'integer', says: 'ISO 3166-1 numeric' },
  { name: 'region', type: 'code', says: 'ACLED’s region of the country' },
  { name: 'country', type: 'text', says: 'of the place' },
  { name: 'admin1', type: 'text', says: 'GeoNames’ first division' },
  { name: 'admin2', type: 'text', says: 'second division, where known' },
  { name: 'admin3', type: 'text', says: 'not derived' },
  { name: 'location', type: 'text', says: 'the most exact place most claims tell' },
  { name: 'latitude', type: 'number', says: 'empty while the point is held back' },
  { name: 'longitude', type: 'number', says: 'as latitude' },
  {
    name: 'geo_precision',
    type: 'code',
    codes: [1, 2, 3],
    says: '1 a town, 2 near a town or a district, 3 a province or region; country alone is held',
  },
  { name: 'source', type: 'text', says: 'outlets of its reports, joined by "; "' },
  {
    name: 'source_scale',
    type: 'code',
    codes: ['National', 'Subnational', 'Regional', 'International', 'Other', 'Local partner', 'New media'],
    says: 'empty until a person sets it',
  },
  { name: 'notes', type: 'text', says: 'the claims’ own words with who says so; a person may rewrite it' },
  {
    name: 'fatalities',
    type: 'integer',
    says: 'the lowest credible figure is a person’s to choose: empty until set; what is reported stands in rp_killed_…',
  },
  { name: 'tags', type: 'text', says: 'empty until set' },
  { name: 'timestamp', type: 'integer', says: 'seconds since 1970 of the state exported' },
];
