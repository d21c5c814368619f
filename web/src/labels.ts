/** Words of the screen for the ledger's codes. A code without one is shown with spaces for hyphens. */
import type { ClaimItem } from './api.ts';

export type Certainty = ClaimItem['certainty'];

/** Mark, and what it means: the words are the report's, the certainty is the words'. */
export const CERTAINTY: Record<Certainty, { mark: string; label: string; means: string }> = {
  asserted: { mark: '●', label: 'asserted', means: 'said flatly' },
  hedged: { mark: '◐', label: 'hedged', means: 'said with a reservation' },
  unconfirmed: { mark: '○', label: 'unconfirmed', means: 'said to be unconfirmed' },
  denied: { mark: '✕', label: 'denied', means: 'said not to be so' },
  expected: { mark: '▷', label: 'expected', means: 'said to be coming' },
};
export const CERTAINTIES = Object.keys(CERTAINTY) as Certainty[];

const WORDS: Record<string, string> = {
  author: 'author’s own voice',
  'air-drone-strike': 'air or drone strike',
  'shelling-artillery-missile': 'shelling, artillery, missile',
  'remote-explosive-landmine-ied': 'remote explosive, landmine, IED',
  'abduction-forced-disappearance': 'abduction, forced disappearance',
  'non-state-actor-overtakes-territory': 'non-state actor overtakes territory',
  'non-violent-transfer-of-territory': 'non-violent transfer of territory',
  'headquarters-or-base-established': 'headquarters or base established',
  'looting-property-destruction': 'looting, property destruction',
  'siege-blockade': 'siege, blockade',
  'talks-diplomacy': 'talks, diplomacy',
  'sanctions-legal-action': 'sanctions, legal action',
  'threat-vow': 'threat, vow',
  'not-in-gazetteer': 'not in the gazetteer',
  'not-a-place': 'no place after all',
  'reads-right': 'reads right',
  undecided: 'not reviewed',
  none: 'none named',
};

export const words = (code: string) => WORDS[code] ?? code.replaceAll('-', ' ');

/** Fields that can be chosen from, with the parameter each sets. */
export interface FacetDefinition {
  field: string;
  label: string;
  /** What a claim without a value is shown as. */
  unknown: string;
  /** Opened from the start. */
  open?: boolean;
  /** Values are codes of ours, not names from documents. */
  codes?: boolean;
}

export const FACETS: readonly FacetDefinition[] = [
  { field: 'certainty', label: 'Certainty', unknown: '', open: true, codes: true },
  { field: 'type', label: 'What happened', unknown: 'no event', open: true, codes: true },
  { field: 'source', label: 'Said by', unknown: 'unnamed', open: true },
  { field: 'nearestKind', label: 'Kind of source', unknown: '', codes: true },
  { field: 'by', label: 'Who acted', unknown: 'not said' },
  { field: 'against', label: 'Against whom', unknown: 'not said' },
  { field: 'place', label: 'Place', unknown: 'unplaced', open: true },
  { field: 'admin1', label: 'Province', unknown: 'unplaced' },
  { field: 'country', label: 'Country', unknown: 'unplaced' },
  { field: 'timeMonth', label: 'Month it happened', unknown: 'undated' },
  { field: 'effect', label: 'Effects', unknown: '', codes: true },
  { field: 'whom', label: 'Whom it befell', unknown: 'not said', codes: true },
  { field: 'publishedMonth', label: 'Month published', unknown: 'not known' },
  { field: 'publisher', label: 'Publisher', unknown: 'not known' },
  { field: 'kind', label: 'Kind of claim', unknown: '', codes: true },
  { field: 'placeStatus', label: 'Place found', unknown: '', codes: true },
  { field: 'review', label: 'Review', unknown: '', codes: true },
  { field: 'nearest', label: 'Nearest source', unknown: 'unnamed' },
  { field: 'outermost', label: 'Outermost source', unknown: 'unnamed' },
  { field: 'outermostKind', label: 'Kind of outermost source', unknown: '', codes: true },
  { field: 'precision', label: 'How exact the place is', unknown: 'unplaced', codes: true },
  { field: 'language', label: 'Language', unknown: '' },
  { field: 'origin', label: 'Made out by', unknown: '', codes: true },
  { field: 'engine', label: 'Engine', unknown: '' },
];

/** Parameters that are no facet, as a chip says them. */
export const FILTER_LABELS: Record<string, string> = {
  text: 'Words',
  document: 'Document',
  claim: 'Claim',
  party: 'Party',
  box: 'Area',
  placed: 'Placed',
  dated: 'Dated',
  timeFrom: 'Happened from',
  timeTo: 'Happened until',
  publishedFrom: 'Published from',
  publishedTo: 'Published until',
  atLeast: 'At least',
  withdrawn: 'Withdrawn',
  asOf: 'As of',
  ...Object.fromEntries(FACETS.map(({ field, label }) => [field, label])),
};
