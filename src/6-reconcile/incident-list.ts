/** Lists of incidents: the order they are shown in, what may be asked of them, and what a line needs. */
import type { Incident, IncidentRow } from './incident.ts';
import { fold } from './words/words-of.ts';

export const STANDINGS = [
  'contested',
  'denied-by-accused',
  'withdrawn',
  'unconfirmed',
  'no-origin',
  'one-origin',
  'several-origins',
] as const;
export type StandingName = (typeof STANDINGS)[number];

/** Fields must all fit; of the values of one field any may. Dates are ISO days, months or years, inclusive. */
export interface IncidentFilter {
  /** Words that all stand in what its reports or claims say of it: summary, titles, place, types, origins. */
  text?: string | undefined;
  place?: readonly string[] | undefined;
  country?: readonly string[] | undefined;
  type?: readonly string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  standing?: readonly StandingName[] | undefined;
}

export function matches(incident: Incident, filter: IncidentFilter): boolean {
  const { text, place, country, type, from, to, standing } = filter;
  const names = incident.place === null ? [] : [fold(incident.place)];
  if (place && !place.some((one) => names.includes(fold(one)))) return false;
  if (country && !country.some((one) => one.toUpperCase() === incident.country)) return false;
  if (type && !type.some((one) => incident.types.includes(one))) return false;
  if (from !== undefined && (incident.to ?? incident.from ?? '').slice(0, from.length) < from) return false;
  if (to !== undefined && (incident.from ?? incident.to ?? '~').slice(0, to.length) > to) return false;
  const own = standingsOf(incident);
  if (standing && !standing.some((one) => own.includes(one))) return false;
  return text === undefined || holdsWords(incident, text);
}

/** All that its standing can be called. */
export function standingsOf({ standing }: Pick<Incident, 'standing'>): StandingName[] {
  const { origins, contested, deniedByAccused, withdrawn, unconfirmed } = standing;
  const names: [StandingName, boolean][] = [
    ['contested', contested],
    ['denied-by-accused', deniedByAccused],
    ['withdrawn', withdrawn],
    ['unconfirmed', unconfirmed],
    ['no-origin', origins === 0],
    ['one-origin', origins === 1],
    ['several-origins', origins > 1],
  ];
  return names.flatMap(([name, holds]) => (holds ? [name] : []));
}

function holdsWords(incident: Incident, text: string): boolean {
  const { id, summary, place, types, reports, origins } = incident;
  const held = fold(
    [
      ...[id, summary, place ?? '', ...types],
      ...reports.flatMap(({ title, publisher }) => [title ?? '', publisher ?? '']),
      ...origins.filter((origin) => !origin.private).map(({ name }) => name),
    ].join('\n'),
  );
  return fold(text)
    .split(/\s+/u)
    .every((word) => held.includes(word));
}

/** By day, the undated last, then by name: what a list sorts and pages by. */
export function dateKey({ from, id }: Pick<IncidentRow, 'from' | 'id'>): string {
  return `${from ?? '~'} ${id}`;
}

export function byDate(a: Pick<IncidentRow, 'from' | 'id'>, b: Pick<IncidentRow, 'from' | 'id'>): number {
  return dateKey(a) < dateKey(b) ? -1 : 1;
}

/** A list needs less than the whole. */
export function rowOf(incident: Incident): IncidentRow {
  const { id, types, place, country, lat, lon, from, to, summary, claims, documents, standing } = incident;
  const { killed, decided } = incident;
  return {
    ...{ id, types, place, country, lat, lon, from, to, summary, claims, documents, standing },
    ...{ killed, decided },
  };
}
