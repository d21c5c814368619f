/** What is known from outside the text about where it may be set: the publisher, the homes of parties. */
import type { Article } from '../../records/index.ts';
import { type Group, hintGroup } from './choose/groups.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';

export interface PlaceHint {
  /** ISO 3166-1 alpha-2. */
  country: string;
  why: 'publisher' | 'party';
}

const WEIGHT: Record<PlaceHint['why'], number> = { publisher: 0.4, party: 0.3 };

/** Country domains that are sold to everybody and say nothing. */
const SOLD_DOMAINS = new Set(
  'ai ac cc co fm gg im io is la ly me nu sc sh st tk to tv vc ws eu us'.split(' '),
);

/** The publisher's country, from its domain ("…​.co.uk") or its name ("The Syrian Observer"). */
function publisherCountries(article: Article, gazetteer: Gazetteer): string[] {
  const found = new Set<string>();
  const host = /^[a-z]+:\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(article.url ?? '')?.[1]?.toLowerCase();
  const domain = /\.([a-z]{2})$/.exec(host ?? '')?.[1];
  if (domain !== undefined && !SOLD_DOMAINS.has(domain))
    found.add(domain === 'uk' ? 'GB' : domain.toUpperCase());
  for (const word of (article.publisher ?? '').slice(0, 100).split(/[^\p{L}]+/u)) {
    if (word.length < 4) continue;
    for (const { place, via } of gazetteer.named(word))
      if (place.kind.startsWith('PCL') && place.country !== null && (via === 'demonym' || via === 'main'))
        found.add(place.country);
  }
  return [...found];
}

/** Hints as voices in the choice, one a country. */
export function hintGroups(article: Article, given: readonly PlaceHint[], gazetteer: Gazetteer): Group[] {
  const hints: PlaceHint[] = [
    ...publisherCountries(article, gazetteer).map((country) => ({ country, why: 'publisher' as const })),
    ...given,
  ];
  const weights = new Map<string, number>();
  for (const { country, why } of hints)
    weights.set(country, Math.max(weights.get(country) ?? 0, WEIGHT[why]));
  return [...weights].flatMap(([country, weight]) => {
    const place = gazetteer.coded(country);
    return place === null ? [] : [hintGroup(place, weight)];
  });
}
