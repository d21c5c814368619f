/**
 * Values of a claim's fields from words that a person picked in the text: each is tied to these words, and to whatever
 * party, place or time the Reading knows for them. Pure; the effort benchmark drives the same functions.
 */
import type { CorrectedField, Decision } from '../../../src/5-ledger/index.ts';
import { applyCorrection } from '../../../src/5-ledger/review/apply-correction.ts';
import type { ArticleDetail, Claim, Span } from '../api.ts';
import { figureIn, whomIn } from '../pick/figure.ts';

export type Event = NonNullable<Claim['event']>;
export type Hop = Claim['chain'][number];
export type Role = Event['by'][number];
export type Place = NonNullable<Event['place']>;
export type Time = NonNullable<Event['time']>;
export type Effect = Event['effects'][number];
export type Party = NonNullable<Role['party']>;
export type Correction = Extract<Decision, { type: 'correct' }>;
export type Draft = Omit<Claim, 'id' | 'document' | 'origin' | 'position' | 'rules'>;
export type Context = Pick<
  ArticleDetail,
  'article' | 'parties' | 'places' | 'times' | 'attributions' | 'names'
>;

const touches = ([a, b]: Span, [c, d]: Span) => a < d && c < b;
const length = ([start, end]: Span) => end - start;
export const cut = (text: string, [start, end]: Span) => text.slice(start, end);

/** A decision that sets one field. */
export const correction = (claim: string, field: CorrectedField, value: unknown): Correction =>
  ({ type: 'correct', claim, field, value }) as Correction;

/** The party that the picked words name: by its mention there, else by its very name. */
export function partyAt({ article, parties }: Context, span: Span): Party | null {
  const words = cut(article.text, span);
  const bare = words.replace(/^(the|a|an)\s+/i, '');
  const mentioned = parties
    .flatMap((party) =>
      party.mentions.filter((mention) => touches(mention, span)).map((mention) => ({ party, mention })),
    )
    // The mention that the words end with, or the longest: "the army of X" is the army's, not X's.
    .sort((a, b) => length(b.mention) - length(a.mention))[0]?.party;
  const found =
    mentioned ??
    parties.find(({ name, aliases }) => [name, ...aliases].some((one) => one === words || one === bare));
  return partyOf(parties, found?.id ?? null);
}

function partyOf(parties: Context['parties'], id: string | null): Party | null {
  const found = parties.find((one) => one.id === id);
  if (!found) return null;
  const { id: _id, mentions: _mentions, of, ...rest } = found;
  return { ...rest, of: parties.find((one) => one.id === of)?.name ?? null };
}

const LONGEST_CHAIN = 8;

const namesPerson = ({ names }: Context, span: Span) =>
  names.some((name) => name.type === 'person' && touches(name.span, span));

export function roleAt(context: Context, span: Span): Role {
  return {
    span: [...span],
    text: cut(context.article.text, span),
    party: partyAt(context, span),
    person: namesPerson(context, span),
    basis: 'stated',
    rule: null,
  };
}

const STATES = new Set(['state', 'state-force']);

export function hopAt(context: Context, span: Span): Hop {
  const party = partyAt(context, span);
  return {
    attribution: null,
    source: {
      spans: [[...span]],
      text: cut(context.article.text, span),
      kind: kindOf(context, span, party),
      party,
      basis: 'stated',
    },
    cue: null,
    mode: 'indirect',
  };
}

function kindOf(context: Context, span: Span, party: Party | null): Hop['source']['kind'] {
  if (party?.kind === 'person' || party?.kind === 'outlet') return party.kind;
  if (party) return STATES.has(party.kind) ? 'state' : 'organisation';
  return namesPerson(context, span) ? 'person' : 'unnamed';
}

export const cueAt = ({ article }: Context, span: Span): NonNullable<Hop['cue']> => {
  const text = cut(article.text, span);
  return { spans: [[...span]], text, lemma: text.toLowerCase() };
};

/** What the Reading knows for the words; else the words alone, not in the gazetteer. */
export function placeAt({ article, places }: Context, span: Span): Place {
  const words = cut(article.text, span);
  const known =
    places.filter((place) => touches(place.span, span)).sort((a, b) => length(b.span) - length(a.span))[0] ??
    places.find((place) => place.status === 'resolved' && (place.text === words || place.name === words));
  if (!known) return unknownPlace(words, span);
  const { id: _id, same: _same, relation, ...rest } = known;
  const anchor = relation && places.find(({ id }) => id === relation.anchor);
  return {
    ...rest,
    text: words,
    span: [...span],
    basis: 'stated',
    relation:
      relation && anchor
        ? { anchor: anchor.name ?? anchor.text, km: relation.km, bearing: relation.bearing }
        : null,
  };
}

export const unknownPlace = (text: string, span: Span | null): Place => ({
  text,
  span: span && [...span],
  status: 'not-in-gazetteer',
  geonames: null,
  name: text,
  country: null,
  admin1: null,
  lat: null,
  lon: null,
  precision: null,
  basis: span ? 'stated' : 'given',
  rule: null,
  confidence: 1,
  candidates: [],
  relation: null,
});

/** The time that the Reading worked out for the words; else the words without a date. */
export function timeAt({ article, times }: Context, span: Span): Time {
  const known = times
    .filter((time) => touches(time.span, span))
    .sort((a, b) => length(b.span) - length(a.span))[0];
  const text = cut(article.text, span);
  if (known) {
    const { id: _id, ...rest } = known;
    return { ...rest, text, span: [...span] };
  }
  return {
    ...{ text, span: [...span], value: null, weekday: null, anchor: null, relation: 'at' },
    ...{ from: null, to: null, precision: 'unknown', basis: 'stated', rule: null },
  };
}

export function effectAt({ article }: Context, span: Span, what: Effect['what'], id: string): Effect {
  const text = cut(article.text, span);
  return {
    ...{ id, what, span: [...span], text, ...figureIn(text), whom: whomIn(text), label: null },
    ...{ unit: /\bfamil(y|ies)\b/i.test(text) ? 'families' : 'persons', scope: 'happening' },
    ...{ partOf: null, sums: [], origin: [] },
  };
}

/** An id that no figure of the claim has. */
export function freeId(effects: readonly Effect[]): string {
  for (let n = effects.length + 1; ; n++) {
    const id = `by-hand-${n}`;
    if (!effects.some((effect) => effect.id === id)) return id;
  }
}

/** A claim of the picked words. Who says so is taken from what the engine found the words to be said by. */
export function draftAt(context: Context, span: Span): Draft {
  return {
    ...{ spans: [[...span]], text: cut(context.article.text, span), basis: 'stated', translation: null },
    ...{ chain: chainAt(context, span), certainty: 'asserted', certaintyWords: [] },
    ...{ kind: 'event', about: null, loaded: [], event: null },
  };
}

function chainAt(context: Context, span: Span): Hop[] {
  const { attributions, parties } = context;
  const holding = attributions.filter(({ content }) =>
    content.some(([a, b]) => a <= span[0] && span[1] <= b),
  );
  const width = ({ content }: (typeof attributions)[number]) =>
    content.reduce((sum, one) => sum + length(one), 0);
  const chain: Hop[] = [];
  let id: string | null = holding.sort((a, b) => width(a) - width(b))[0]?.id ?? null;
  while (id !== null && chain.length < LONGEST_CHAIN) {
    const found = attributions.find((one) => one.id === id);
    if (!found) break;
    const party = partyOf(parties, found.source.party);
    chain.unshift({ attribution: id, source: { ...found.source, party }, cue: found.cue, mode: found.mode });
    id = found.nestedIn;
  }
  return chain;
}

/** The draft as a claim, so that corrections apply to both alike. */
export const asClaim = (draft: Draft, id = '', document = ''): Claim => ({
  ...draft,
  id,
  document,
  origin: 'person',
  position: 0,
  rules: [],
});

export function asDraft(claim: Claim): Draft {
  const {
    id: _id,
    document: _document,
    origin: _origin,
    position: _position,
    rules: _rules,
    ...draft
  } = claim;
  return draft;
}

/** The claim with the field set: as the ledger will apply it. */
export const corrected = (claim: Claim, field: CorrectedField, value: unknown): Claim =>
  applyCorrection(claim, correction(claim.id, field, value));
