/** A claim that stands by itself, taken apart into the rows that filters, facets and search run on. */
import type { RowValues } from '../tables.ts';
import type { ArticleFacts } from './article-facts.ts';
import { indexText, indexValue } from './index-text.ts';
import type { ResolvedClaim, ResolvedHop, ResolvedRole } from './resolved-claim.ts';

/** How people have dealt with a claim. The first four are shown; the others have left the current state. */
export const REVIEW_STATES = [
  'undecided',
  'reads-right',
  'corrected',
  'added',
  'rejected',
  'merged',
  'split',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];
export const SHOWN_STATES: readonly ReviewState[] = REVIEW_STATES.slice(0, 4);

export interface ClaimState {
  claim: ResolvedClaim;
  review: ReviewState;
  withdrawn: boolean;
}

/** Statement numbers of the claim's document and of the Reading in force. */
export interface ClaimOrigin {
  documentSeq: number;
  reading: number | null;
}

/** Rows of one claim, without `row`, `since` and `until`, which the writer puts first. */
export interface ClaimRows {
  claim: RowValues;
  parties: RowValues[];
  effects: RowValues[];
}

export function explode(state: ClaimState, from: ClaimOrigin, article: ArticleFacts): ClaimRows {
  const { claim } = state;
  const event = claim.event;
  const parties = partyRows(claim);
  return {
    claim: [
      claim.id,
      claim.document,
      from.documentSeq,
      from.reading,
      claim.position,
      claim.spans[0]?.[0] ?? 0,
      claim.origin,
      indexText(claim.text),
      indexText(searchedNames(claim, parties)),
      claim.certainty,
      claim.kind,
      event?.type ?? null,
      indexValue(event?.trigger?.text),
      event?.happening ?? null,
      claim.about?.claim ?? null,
      claim.about?.as ?? null,
      claim.chain.length,
      ...hopValues(claim.chain.at(-1)),
      ...hopValues(claim.chain[0]),
      ...placeValues(claim),
      ...timeValues(claim),
      article.published,
      article.publisher,
      article.title,
      article.url,
      article.language,
      state.review,
      state.withdrawn ? 1 : 0,
    ],
    parties,
    effects: (event?.effects ?? []).map((effect, position) => [
      position,
      effect.what,
      indexValue(effect.whom),
      indexValue(effect.label),
      effect.low,
      effect.high,
      effect.approximate ? 1 : 0,
      effect.unit,
      effect.scope,
    ]),
  };
}

/** A person counts as private unless the Reading or a reviewer says otherwise. */
function hopValues(hop: ResolvedHop | undefined): RowValues {
  if (!hop) return [null, 'author', 1];
  const { source } = hop;
  return [nameOf(source), source.kind, isPublic(source.party, source.kind) ? 1 : 0];
}

function nameOf(source: ResolvedHop['source']): string | null {
  if (source.party) return indexValue(source.party.name);
  return source.kind === 'unnamed' ? null : indexValue(source.text);
}

function isPublic(party: ResolvedRole['party'], kind: string | null): boolean {
  if (party) return party.kind !== 'person' || party.public;
  return kind !== 'person';
}

function partyRows(claim: ResolvedClaim): RowValues[] {
  const rows: RowValues[] = claim.chain.map(({ source }, position) => [
    'source',
    position,
    nameOf(source),
    indexValue(source.text),
    source.kind,
    source.party?.kind ?? null,
    indexValue(source.party?.of),
    isPublic(source.party, source.kind) ? 1 : 0,
  ]);
  for (const role of ['by', 'against'] as const) {
    claim.event?.[role].forEach(({ party, text, person }, position) => {
      rows.push([
        role,
        position,
        indexValue(party?.name ?? text),
        indexValue(text),
        null,
        party?.kind ?? null,
        indexValue(party?.of),
        isPublic(party, person ? 'person' : null) ? 1 : 0,
      ]);
    });
  }
  return rows;
}

function placeValues({ event }: ResolvedClaim): RowValues {
  const place = event?.place;
  if (!place) return [null, null, 'none', null, null, null, null, null, null];
  return [
    indexValue(place.name),
    indexValue(place.text),
    place.status,
    place.precision,
    place.geonames,
    place.country,
    indexValue(place.admin1),
    place.lat,
    place.lon,
  ];
}

function timeValues({ event }: ResolvedClaim): RowValues {
  const time = event?.time;
  if (!time) return [null, null, null, 'none'];
  return [indexValue(time.text), time.from, time.to, time.precision];
}

/** Names that a search should find although the claim's own words may not hold them: "he said", "the city". */
function searchedNames(claim: ResolvedClaim, parties: RowValues[]): string {
  const names = new Set<string>();
  const add = (name: RowValues[number] | undefined) => {
    if (name) names.add(String(name));
  };
  for (const row of parties) {
    add(row[2]);
    add(row[3]);
  }
  add(claim.event?.place?.name);
  add(claim.event?.place?.text);
  return [...names].join(' · ');
}
