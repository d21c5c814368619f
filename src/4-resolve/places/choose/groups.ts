/** Toponyms of one name with one call for a kind, taken together: a name has one sense in an article. */
import { fame } from '../fame.ts';
import type { Gazetteer, GazetteerPlace, NamedPlace } from '../gazetteer/gazetteer.ts';
import { isWritten } from '../mentions/refusal.ts';
import type { Toponym } from '../mentions/toponym.ts';

export interface Candidate {
  place: GazetteerPlace;
  via: NamedPlace['via'];
  /** Standing without context. */
  prior: number;
  /** Share of belief, 0 to 1, the candidates of a group summing to 1. */
  belief: number;
  /** What the rest of the article says for it: 0 when nothing does. */
  support: number;
  /** The part of it from places near by, or in the same division. */
  nearby: number;
}

export interface Group {
  key: string;
  /** Index of each toponym of the group; none for hints from outside the text. */
  members: number[];
  /** Word numbers of the members. */
  at: number[];
  candidates: Candidate[];
  /** Weight of its voice for others. */
  weight: number;
  /** Groups that say where this one lies ("Paris, Texas"): numbers of groups. */
  within: number[];
  demonym: boolean;
  /** A suburb, quarter or facility by the words around it. */
  quarter: boolean;
}

/** A country that acts ("US forces", "Russia said") says little of where. */
const PARTY_VOICE = 0.3;

/** Candidates kept for a name; the rest are villages that no context would lift over these. */
const MOST = 60;

/** Whether a place is of the kind that the words around the name call for. */
function fits(place: GazetteerPlace, hint: string | null): number {
  const { kind } = place;
  if (hint === null || hint === 'facility') return 0;
  const town = /^(?:PPL|STLMT)/.test(kind);
  if (hint === 'PPL' || hint === 'PPLX') return town ? 1 : /^ADM|^PCL/.test(kind) ? -3 : -1;
  if (hint === 'ADM1') return kind === 'ADM1' ? 3 : kind === 'RGN' ? 2 : kind === 'ADM2' ? 1 : town ? -1 : 0;
  if (hint === 'ADM2')
    return kind === 'ADM2' ? 3 : kind === 'ADM1' ? 0.5 : kind === 'PPLX' ? 1 : town ? -0.3 : 0;
  if (hint === 'SEA') return /SEA|GULF|OCN|STRT|BAY/.test(kind) ? 3 : -2;
  return kind === hint ? 3 : town ? -1.5 : 0;
}

/** Every place a name may mean, best first, with its standing. */
export function candidatesFor(toponym: Toponym, gazetteer: Gazetteer): Candidate[] {
  const texts = [toponym.text];
  if (/^the /i.test(toponym.text)) texts.push(toponym.text.slice(4));
  let named: readonly NamedPlace[] = [];
  for (const text of texts) if (named.length === 0) named = gazetteer.named(text);
  // The name with its head word may itself be a name: "Yarmouk Camp", "Lake Assad".
  const whole = toponym.outer === toponym.text ? [] : gazetteer.named(toponym.outer);
  const wholeKeys = new Set(whole.map(({ place }) => place.key));
  named = [...whole, ...named.filter(({ place }) => !wholeKeys.has(place.key))];
  const seen = new Set(named.map(({ place }) => place.key));
  if (!toponym.demonym && /\p{L}{4}/u.test(toponym.text))
    for (const loose of gazetteer.namedLoosely(toponym.text))
      if (!seen.has(loose.place.key)) named = [...named, loose];
  const scored = named
    .filter(({ via }) => (via === 'demonym') === toponym.demonym || toponym.nameType === 'place')
    .filter((one) => !toponym.abbreviation || isWritten(one))
    .map((one) => ({
      place: one.place,
      via: one.via,
      prior: fame(one) + (wholeKeys.has(one.place.key) ? 3 : fits(one.place, toponym.hint)),
      belief: 0,
      support: 0,
      nearby: 0,
    }));
  scored.sort((a, b) => b.prior - a.prior || a.place.key - b.place.key);
  return scored.slice(0, MOST);
}

/** Groups toponyms; `qualified` gives, for a toponym, the one that says where it lies. */
export function groupToponyms(
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
  qualified: ReadonlyMap<number, number>,
): { groups: Group[]; groupOf: number[] } {
  const groups: Group[] = [];
  const byKey = new Map<string, number>();
  const qualifiers = new Set(qualified.values());
  const groupOf = toponyms.map((toponym, i) => {
    const by = qualified.get(i);
    const key = [
      toponym.key,
      toponym.demonym ? 'demonym' : (toponym.hint ?? ''),
      qualifiers.has(i) ? 'qualifier' : '',
      by === undefined ? '' : toponyms[by]!.key,
    ].join('|');
    const known = byKey.get(key);
    if (known !== undefined) {
      // One mention as a place, and it speaks as one.
      if (toponym.party === null && !toponym.demonym) groups[known]!.weight = 1;
      groups[known]!.members.push(i);
      groups[known]!.at.push(toponym.first);
      return known;
    }
    const candidates = candidatesFor(toponym, gazetteer);
    byKey.set(key, groups.length);
    groups.push({
      key,
      members: [i],
      at: [toponym.first],
      candidates,
      weight: toponym.demonym ? 0.5 : toponym.party === null ? 1 : PARTY_VOICE,
      within: [],
      demonym: toponym.demonym,
      quarter: toponym.hint === 'PPLX' || toponym.hint === 'facility' || /\bsuburbs?\b/i.test(toponym.outer),
    });
    return groups.length - 1;
  });
  qualified.forEach((by, i) => {
    const within = groups[groupOf[i]!]!.within;
    if (!within.includes(groupOf[by]!)) within.push(groupOf[by]!);
  });
  return { groups, groupOf };
}

/** A voice from outside the text: the publisher's country, the home of a party. */
export function hintGroup(country: GazetteerPlace, weight: number): Group {
  return {
    key: `hint|${country.country}`,
    members: [],
    at: [],
    candidates: [{ place: country, via: 'main', prior: 0, belief: 1, support: 1, nearby: 0 }],
    weight,
    within: [],
    demonym: true,
    quarter: false,
  };
}
