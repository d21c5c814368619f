/** "the city", "the area", "there", "the capital": the place they mean, worked out from the places named before. */
import type { Note } from '../../../records/index.ts';
import { blankDraft, type Draft, firstMention } from '../draft.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { PlaceWords } from '../place-words.ts';
import type { TextView } from '../text-view.ts';
import { antecedent } from './antecedent.ts';
import { type Description, findDescriptions } from './find-descriptions.ts';

/** Places before a description that are counted for the country it means. */
const MOST_COUNTED = 200;

/** The country most of the places lie in. */
function countryInFocus(before: readonly Draft[]): string | null {
  const counts = new Map<string, number>();
  for (const { place, status } of before.slice(-MOST_COUNTED))
    if (place?.country != null && status === 'resolved')
      counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** Copies where a place is; the new draft points back at the first mention. */
function meanTheSame(draft: Draft, other: Draft, rule: string): void {
  const first = firstMention(other);
  Object.assign(draft, {
    status: first.status,
    place: first.place,
    point: first.point,
    box: first.box,
    precision: first.precision,
    confidence: Math.round(first.confidence * 80) / 100,
    candidates: first.candidates,
    same: first,
    basis: 'implied',
    rule,
  });
}

/** Stands at the place another draft means, without being it: "the outskirts", "the suburbs". */
function standBeside(draft: Draft, other: Draft, how: string): void {
  const first = firstMention(other);
  meanTheSame(draft, other, `relative-${how}`);
  draft.same = null;
  draft.relation = { anchor: first, km: null, bearing: null, other: null };
  if (draft.precision === 'exact') draft.precision = how === 'around' ? 'district' : 'near';
}

/** The country whose people are called so. */
function countryOfDemonym(form: string, gazetteer: Gazetteer): string[] {
  const found = gazetteer.named(form).find(({ place, via }) => via === 'demonym' && place.country !== null);
  return found === undefined ? [] : [found.place.country!];
}

/** The country or the capital that the article is about. */
function settleState(draft: Draft, { kind, word, between }: Description, state: State): boolean {
  const { gazetteer, before, drafts } = state;
  const said = between.flatMap((form) => countryOfDemonym(form, gazetteer));
  const country = said[0] ?? countryInFocus(before) ?? countryInFocus(drafts);
  if (country === null) return false;
  const place = kind === 'PCL' ? gazetteer.coded(country) : gazetteer.capital(country);
  if (place === null) return false;
  const named = state.firstOf.get(place.key);
  if (named !== undefined) {
    meanTheSame(draft, named, `the-${kind === 'PCL' ? 'country' : 'capital'}`);
    return true;
  }
  Object.assign(draft, {
    status: 'resolved',
    place,
    point: { lat: place.lat, lon: place.lon },
    box: place.box,
    precision: kind === 'PCL' ? 'country' : 'exact',
    basis: 'implied',
    rule: `the-${word}`,
    confidence: 0.7,
  });
  return true;
}

interface State {
  gazetteer: Gazetteer;
  drafts: readonly Draft[];
  /** Drafts before the description, descriptions settled so far among them. */
  before: Draft[];
  firstOf: ReadonlyMap<number, Draft>;
}

/** The first draft of each gazetteer row. */
function firstByPlace(drafts: readonly Draft[]): Map<number, Draft> {
  const firstOf = new Map<number, Draft>();
  for (const draft of drafts)
    if (draft.status === 'resolved' && draft.place !== null && !firstOf.has(draft.place.key))
      firstOf.set(draft.place.key, draft);
  return firstOf;
}

/** Which words are part of a named place. */
function coveredWords(drafts: readonly Draft[], view: TextView): Uint8Array {
  const covered = new Uint8Array(view.tokens.length);
  for (const { span } of drafts) {
    const range = view.wordsOf(...span);
    if (range !== null) covered.fill(1, range.first, range.last + 1);
  }
  return covered;
}

/**
 * Drafts for descriptions, given the drafts of names in order. A description with no antecedent is left out with
 * a note; facilities spoken of in general ("the hospital") are left out silently.
 */
export function resolveDescriptions(
  drafts: readonly Draft[],
  view: TextView,
  gazetteer: Gazetteer,
  words: PlaceWords,
): { described: Draft[]; notes: Note[] } {
  const covered = coveredWords(drafts, view);
  const described: Draft[] = [];
  const notes: Note[] = [];
  const state: State = { gazetteer, drafts, before: [], firstOf: firstByPlace(drafts) };
  const filedFrom = drafts.find((one) => one.rule === 'dateline');
  const mentions = new Map<Draft, number>();
  for (const draft of drafts) mentions.set(firstMention(draft), (mentions.get(firstMention(draft)) ?? 0) + 1);
  let next = 0;
  let last: Draft | null = null;
  for (const description of findDescriptions(view, words, (at) => covered[at] === 1)) {
    while (next < drafts.length && drafts[next]!.span[0] < description.span[0])
      state.before.push(drafts[next++]!);
    const { kind, word, span, first } = description;
    const draft = blankDraft(span, first, view.sentenceOf[first]!);
    if (kind === 'PCL' || kind === 'capital') {
      if (settleState(draft, description, state)) described.push(draft);
      continue;
    }
    if (kind === 'here' && filedFrom === undefined) continue;
    const meant = kind === 'here' ? filedFrom! : antecedent(description, state.before, mentions, last, view);
    if (meant === null) {
      if (kind !== 'facility' && word !== 'there')
        notes.push({ step: 'places', reason: 'no place named before that this could mean', span });
      continue;
    }
    const beside = words.descriptionBeside.get(word);
    if (beside !== undefined) standBeside(draft, meant, beside);
    else meanTheSame(draft, meant, word === 'there' || word === 'here' ? 'deictic' : 'definite-description');
    last = firstMention(meant);
    mentions.set(last, (mentions.get(last) ?? 0) + 1);
    described.push(draft);
    if (beside === undefined) state.before.push(draft);
  }
  return { described, notes };
}
