/** The coding profiles that something derives. What is not told is null: no cell is filled from a guess. */
import { type CodingProfile, derivedCell, type Incident, type ReportClaim } from '../../6-reconcile/index.ts';

const told = ({ claim, withdrawn }: ReportClaim) =>
  !withdrawn && claim.certainty !== 'denied' && claim.certainty !== 'expected';

/** When and where, under the names that a profile has for them. */
function whenAndWhere(
  incident: Incident,
  claims: readonly ReportClaim[],
  names: Partial<Record<'from' | 'to' | 'place' | 'country' | 'lat' | 'lon', string>>,
) {
  const of = (which: (event: NonNullable<ReportClaim['claim']['event']>) => unknown) =>
    claims
      .filter((one) => told(one) && one.claim.event && which(one.claim.event))
      .map(({ claim }) => claim.id);
  const timed = of(({ time }) => time);
  const placed = of(({ place }) => place);
  return new Map(
    Object.entries(names).map(([field, cell]) => [
      cell,
      derivedCell(incident[field as keyof typeof names], field === 'from' || field === 'to' ? timed : placed),
    ]),
  );
}

const ACLED: CodingProfile = {
  name: 'acled',
  cells: ['event_date', 'country', 'location', 'latitude', 'longitude', 'fatalities'],
  derive: (incident, claims) =>
    whenAndWhere(incident, claims, {
      from: 'event_date',
      country: 'country',
      place: 'location',
      lat: 'latitude',
      lon: 'longitude',
    }),
};

const UCDP: CodingProfile = {
  name: 'ucdp',
  cells: [
    'date_start',
    'date_end',
    'where_coordinates',
    'country',
    'latitude',
    'longitude',
    'low',
    'best',
    'high',
  ],
  derive: (incident, claims) =>
    whenAndWhere(incident, claims, {
      from: 'date_start',
      to: 'date_end',
      place: 'where_coordinates',
      country: 'country',
      lat: 'latitude',
      lon: 'longitude',
    }),
};

export const CODING_PROFILES: readonly CodingProfile[] = [ACLED, UCDP];
