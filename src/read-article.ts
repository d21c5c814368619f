/** Stages 3 and 4 for one article: text to Reading. Pure; the same article and engine give the same bytes. */
import { attribute } from './3-read/attribution/attribute.ts';
import { findClaims } from './3-read/events/claims.ts';
import type { NameMention } from './3-read/language/parsed-text.ts';
import { meantMatches } from './4-resolve/parties/find-parties.ts';
import type { PartyMatch } from './4-resolve/parties/types.ts';
import type { PlaceHint } from './4-resolve/places/hints.ts';
import { resolvePlaces } from './4-resolve/places/resolve-places.ts';
import { resolveText } from './4-resolve/resolve-text.ts';
import { resolveTimes } from './4-resolve/times/resolve-times.ts';
import type { Engine } from './engine.ts';
import type { Article, Credit, Note, Reading, Span } from './records/index.ts';

export interface ReadableArticle {
  /** The Reading's id: as given, else the document's sha256. */
  id: string;
  /** `sha256:…` of the document. */
  document: string;
  article: Article;
  /** Notes of extraction; they stand first in the Reading's. */
  notes: readonly Note[];
  /** False for another language and for no text: the article is kept, nothing is read. */
  ready: boolean;
}

export function readArticle(
  { id, document, article, notes, ready }: ReadableArticle,
  engine: Engine,
): Reading {
  const empty = {
    id,
    document,
    engine: engine.stamp,
    article,
    names: [],
    parties: [],
    places: [],
    times: [],
    attributions: [],
    claims: [],
  };
  if (!ready) return { ...empty, notes: [...notes] };
  const parsed = engine.language.parse(article.text, unread(article));
  const attributed = attribute(parsed, engine.cues);
  const matches = meantMatches(
    article.text,
    engine.known.parties(article.text).filter((m) => isReport(m.start, article)),
    parsed.names,
  );
  const raw = findClaims(attributed, engine.cues, engine.events, withoutBodies(parsed.names, matches));
  const places = resolvePlaces(
    { parsed, article, skip: bodies(matches), hints: homes(matches) },
    engine.known.gazetteer,
    engine.places,
  );
  const times = resolveTimes({ parsed, article }, engine.times);
  const resolved = resolveText({
    document,
    // Names in the line that says who filed it from where are nobody the report speaks of.
    parsed: { ...parsed, names: parsed.names.filter((name) => isReport(name.start, article)) },
    attributed,
    claims: raw,
    matches,
    places: places.places,
    times: times.times,
    knowledge: {
      byKey: (key) => engine.known.byKey(key),
      fill: (state, organ) => engine.known.organ(state, organ),
    },
    words: { cues: engine.cues, events: engine.events, references: engine.references },
  });
  return {
    ...empty,
    article: { ...article, credits: article.credits.map((credit) => withParty(credit, resolved)) },
    names: resolved.names,
    parties: resolved.parties,
    places: places.places,
    times: times.times,
    attributions: resolved.attributions,
    claims: resolved.claims,
    notes: [...notes, ...places.notes, ...times.notes, ...resolved.notes],
  };
}

/** A credit with the party that the article speaks of under that name. */
function withParty(credit: Credit, { names, parties }: Pick<Reading, 'names' | 'parties'>): Credit {
  if (credit.party !== null) return credit;
  const [start, end] = credit.span;
  const named = names.find(({ span, party }) => party !== null && span[0] < end && span[1] > start);
  const called = parties.find(({ name, aliases }) => name === credit.text || aliases.includes(credit.text));
  return { ...credit, party: called?.id ?? named?.party ?? null };
}

/** Names of persons, without those that are known for states, groups and other bodies. */
function withoutBodies(names: readonly NameMention[], matches: readonly PartyMatch[]): NameMention[] {
  return names.filter(
    (name) =>
      !matches.some(
        (m) => m.party !== null && m.party.kind !== 'person' && m.start <= name.start && m.end >= name.end,
      ),
  );
}

/** What may stand between a dateline's parts and its dash: a date, brackets. */
const TO_DASH =
  /^[\s)\]/,.]*(?:(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8}\.?)(?:,? \d{4})?)?[\s([/]*(?:\([^()\n]{2,40}\)\s*)?/u;

/** Furniture, and an empty cut behind each dateline: "AMMAN, Oct 3 (Reuters) –" is no part of the sentence it stands before. */
function unread({ text, furniture, credits }: Article): Span[] {
  const datelines = credits
    .filter(({ kind }) => kind === 'dateline' || kind === 'agency')
    .flatMap(({ kind, span: [, end] }): Span[] => {
      const after = text.slice(end, end + 60);
      const between = TO_DASH.exec(after)![0];
      const dash = /^(?:[-–—:]+|\uFFFD)\s*/.exec(after.slice(between.length));
      if (!dash && kind === 'agency') return [];
      const bracket = /^[\s)]*(?:\([^()\n]{2,40}\)\s*)?/.exec(after)![0].length;
      const at = end + (dash ? between.length + dash[0].length : bracket);
      return [[at, at]];
    });
  return [...furniture, ...datelines]
    .sort((a, b) => a[0] - b[0])
    .filter(([start], i, all) => i === 0 || all[i - 1]![1] <= start);
}

/** Whether a word is the report's own: neither furniture nor in the line that says who filed it from where. */
const isReport = (at: number, { furniture, credits }: Article) =>
  ![...furniture, ...credits.map(({ span }) => span)].some(([start, end]) => at >= start && at < end);

/** Names of outlets, bodies and persons: a place's name inside them is no place. */
function bodies(matches: readonly PartyMatch[]): Span[] {
  return matches
    .filter(
      ({ kind, party }) =>
        party !== null &&
        party.kind !== 'state' &&
        party.kind !== 'population' &&
        kind !== 'demonym' &&
        kind !== 'metonym',
    )
    .map(({ start, end }): Span => [start, end]);
}

/** The countries that the parties named are at home in. */
function homes(matches: readonly PartyMatch[]): PlaceHint[] {
  const countries = new Set(
    matches.flatMap(({ party }) => (party?.country && party.kind !== 'outlet' ? [party.country] : [])),
  );
  return [...countries].sort().map((country) => ({ country, why: 'party' as const }));
}
