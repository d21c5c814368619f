/** What is counted of each source, and of how many that is a share. */
import type { SourceItem } from '../api.ts';

export interface Column {
  label: string;
  means: string;
  value: (row: SourceItem) => number;
  of?: (row: SourceItem) => number;
}

const ofIncidents = ({ incidents }: SourceItem) => incidents;

export const COLUMNS: readonly Column[] = [
  { label: 'Incidents', means: 'incidents it tells of', value: ofIncidents },
  { label: 'Claims', means: 'claims whose origin it is', value: ({ claims }) => claims },
  {
    label: 'First',
    means: 'told before every other origin, where the dates say so',
    value: ({ first }) => first,
    of: ofIncidents,
  },
  { label: 'Alone', means: 'told by no other named origin', value: ({ alone }) => alone, of: ofIncidents },
  {
    label: 'Borne out later',
    means: 'an independent origin told the same later',
    value: ({ corroboratedLater }) => corroboratedLater,
    of: ofIncidents,
  },
  {
    label: 'Contradicted later',
    means: 'an independent origin told otherwise later',
    value: ({ contradictedLater }) => contradictedLater,
    of: ofIncidents,
  },
  { label: 'Took back', means: 'reports of its own that it withdrew', value: ({ withdrew }) => withdrew },
  {
    label: 'Serves itself',
    means: 'its claims that serve itself as a party',
    value: ({ servesItself }) => servesItself,
    of: ({ claims }) => claims,
  },
  { label: 'Relayed', means: 'claims of others that came through it', value: ({ relayed }) => relayed },
];

export const KINDS = [
  'outlet',
  'organisation',
  'state',
  'state-force',
  'armed-group',
  'person',
  'population',
] as const;
