/** What can be asked of the claims, and what comes back. */
import type { Certainty, ClaimKind } from '../../records/index.ts';
import type { ReviewState } from '../index/explode.ts';

/** Values any of which match; null stands for "unknown". An empty list matches nothing. */
export type AnyOf<T = string> = readonly (T | null)[];

/** Claims that meet all the conditions given. Names are compared exactly; `text` searches words. */
export interface ClaimFilter {
  /**
   * Words to search in the claim's text and in the names tied to it: all must occur, in any form ("strikes" finds
   * "strike"). `"…"` is a phrase, `-word` must not occur, `OR` between words, `word*` any ending.
   */
  text?: string | undefined;
  claim?: readonly string[] | undefined;
  /** sha256 of documents. */
  document?: readonly string[] | undefined;
  certainty?: readonly Certainty[] | undefined;
  kind?: readonly ClaimKind[] | undefined;
  /** Event types. */
  type?: AnyOf | undefined;
  /** A source anywhere in the chain, by name. */
  source?: readonly string[] | undefined;
  /** The source nearest to the facts: a name, or null for none that is named. */
  nearest?: AnyOf | undefined;
  /** Its kind; `author` for the author's own voice. */
  nearestKind?: readonly string[] | undefined;
  outermost?: AnyOf | undefined;
  outermostKind?: readonly string[] | undefined;
  by?: readonly string[] | undefined;
  against?: readonly string[] | undefined;
  /** A party in any role, as source, by or against. */
  party?: readonly string[] | undefined;
  place?: AnyOf | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: AnyOf | undefined;
  admin1?: AnyOf | undefined;
  /** `resolved`, `ambiguous`, `not-in-gazetteer`, `not-a-place`; `none` where no place is named. */
  placeStatus?: readonly string[] | undefined;
  precision?: AnyOf | undefined;
  /** West, south, east, north in degrees; west > east crosses the antimeridian. */
  box?: readonly [west: number, south: number, east: number, north: number] | undefined;
  /** Only claims with (true) or without (false) coordinates. */
  placed?: boolean | undefined;
  /** The happening's time overlaps this range of dates (inclusive, YYYY-MM-DD). */
  timeFrom?: string | undefined;
  timeTo?: string | undefined;
  dated?: boolean | undefined;
  publishedFrom?: string | undefined;
  publishedTo?: string | undefined;
  publisher?: AnyOf | undefined;
  language?: readonly string[] | undefined;
  /** Kinds of effect: killed, wounded … */
  effect?: readonly string[] | undefined;
  whom?: AnyOf | undefined;
  /** Some effect (of the kinds in `effect`, if given) may be at least this large. */
  atLeast?: number | undefined;
  /** Default: all but rejected, merged and split ones. */
  review?: readonly ReviewState[] | undefined;
  origin?: readonly ('machine' | 'person')[] | undefined;
  withdrawn?: boolean | undefined;
  /** Claims on which this person has not decided yet (or has): a reviewer's queue. */
  undecidedBy?: string | undefined;
  decidedBy?: string | undefined;
  /** `engine.version` of the Reading. */
  engine?: readonly string[] | undefined;
}

/**
 * `document`: by document as recorded, then by place in the text. `published`, `time`: unknown counts as earliest.
 * `recorded`: as they came in. `relevance`: only with `text`, and then the default.
 */
export const CLAIM_SORTS = ['document', 'published', 'time', 'recorded', 'relevance'] as const;
export type ClaimSort = (typeof CLAIM_SORTS)[number];

export interface ClaimQuery extends ClaimFilter {
  sort?: ClaimSort | undefined;
  descending?: boolean | undefined;
  /** 1 to 1000, default 50. */
  limit?: number | undefined;
  /** `Page.next` of the page before, with the same query. */
  cursor?: string | undefined;
}

/** A source of a claim's chain, or a party by whom or against whom. Names of private persons are marked, not hidden. */
export interface ClaimParty {
  /** Canonical name, or the words where no party is known; null for an unnamed source. */
  name: string | null;
  text: string | null;
  /** Kind of source; null for `by` and `against`. */
  kind: string | null;
  partyKind: string | null;
  of: string | null;
  private: boolean;
}

export interface ClaimEffectRow {
  what: string;
  whom: string | null;
  label: string | null;
  low: number | null;
  high: number | null;
  approximate: boolean;
  unit: string;
  scope: string;
}

/** A claim as lists and tables show it. */
export interface ClaimRow {
  id: string;
  document: string;
  /** Number of the Reading's statement; null where a person added the claim to a document without one. */
  reading: number | null;
  position: number;
  /** Where its first words stand in the article's text. */
  start: number;
  origin: 'machine' | 'person';
  text: string;
  certainty: Certainty;
  kind: ClaimKind;
  type: string | null;
  trigger: string | null;
  happening: string | null;
  about: { claim: string | null; as: string } | null;
  /** Outermost first. */
  sources: ClaimParty[];
  by: ClaimParty[];
  against: ClaimParty[];
  place: {
    name: string | null;
    text: string | null;
    status: string;
    precision: string | null;
    geonames: number | null;
    country: string | null;
    admin1: string | null;
    lat: number | null;
    lon: number | null;
  } | null;
  time: { text: string | null; from: string | null; to: string | null; precision: string } | null;
  effects: ClaimEffectRow[];
  published: string | null;
  publisher: string | null;
  title: string | null;
  url: string | null;
  language: string;
  review: ReviewState;
  withdrawn: boolean;
}

/** Text with stretches to light up: UTF-16 offsets into `text`. Never HTML. */
export interface Snippet {
  text: string;
  marks: [number, number][];
}

export interface SearchedClaimRow extends ClaimRow {
  /** Only where the query had `text`. */
  snippet?: Snippet;
}

export const FACET_FIELDS = [
  'certainty',
  'kind',
  'type',
  'source',
  'nearest',
  'nearestKind',
  'outermost',
  'outermostKind',
  'by',
  'against',
  'place',
  'country',
  'admin1',
  'placeStatus',
  'precision',
  'timePrecision',
  'timeMonth',
  'publishedMonth',
  'publisher',
  'language',
  'effect',
  'whom',
  'review',
  'origin',
  'engine',
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

export interface Facet {
  field: FacetField;
  /** Most frequent first, at most 100. A claim counts once under each of its values. */
  values: { value: string | null; count: number }[];
  /** How many values there are beyond those listed. */
  more: number;
  /** Claims whose value is a private person's name: they are counted together and never listed. */
  privatePersons: number;
}
