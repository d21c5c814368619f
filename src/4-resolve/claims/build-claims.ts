/** Claims as written to claims of the Reading: types settled, parties, places and times put in, what is beside the point left out. */
import { phrase } from '../../3-read/attribution/parts.ts';
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { FoundEffect } from '../../3-read/events/effects.ts';
import { type Facts, settleType } from '../../3-read/events/settle.ts';
import { type EventWords, phraseEndingAt } from '../../3-read/events/words.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import type { Tree } from '../../3-read/syntax/tree.ts';
import { textOf } from '../../3-read/syntax/tree.ts';
import type {
  Claim,
  Effect,
  EventType,
  Hop,
  Note,
  Party,
  Place,
  Role,
  Span,
  Time,
} from '../../records/index.ts';
import type { Meant } from '../parties/phrase-party.ts';
import { type Told, tieAbout } from './about.ts';
import { claimId } from './ids.ts';
import { type ImpliedRoles, impliedRoles } from './implied-roles.ts';
import { kindOf } from './kinds.ts';
import { isAboutConflict, warlike } from './relevance.ts';
import { sideOf } from './sides.ts';
import { placeOf, timeOf } from './where-when.ts';

export interface ClaimContext {
  document: string;
  text: string;
  sentences: number;
  words: EventWords;
  places: readonly Place[];
  times: readonly Time[];
  /** Hops of an attribution chain for a claim in a given sentence. */
  hops: (chain: readonly number[], sentence: number) => Hop[];
  /** The party nearest to the facts in a chain. */
  speaker: (chain: readonly number[]) => Party | null;
  /** Whom a phrase means, inside a claim under the given chain. */
  meant: (claim: RawClaim, head: Token) => Meant;
}

interface Settled {
  raw: RawClaim;
  type: EventType | null;
  by: { head: Token; meant: Meant }[];
  against: { head: Token; meant: Meant }[];
}

export function buildClaims(
  raws: readonly RawClaim[],
  context: ClaimContext,
): { claims: Claim[]; notes: Note[] } {
  const settled: Settled[] = [];
  for (const raw of raws) settled.push(settle(raw, context, settled));
  const weights = settled.map((s) =>
    warlike(
      { claim: s.raw, type: s.type, parties: [...s.by, ...s.against].map((r) => r.meant.party) },
      context.words,
    ),
  );
  const implied = impliedRoles(
    settled.map(({ raw, type, by, against }) => ({
      sentence: raw.tree.sentence.index,
      type,
      by: by.map((r) => ({ party: r.meant.party, named: true })),
      against: against.map((r) => ({ party: r.meant.party, named: true })),
      speaker: context.speaker(raw.chain),
    })),
  );
  const about = isAboutConflict({
    sentences: context.sentences,
    strong: weights.filter((w) => w === 2).length,
  });
  const claims: Claim[] = [];
  const told: Told[] = [];
  const notes: Note[] = [];
  const seen = new Map<string, number>();
  let effectCount = 0;
  let lastPlace: Place | null = null;
  for (const [i, one] of settled.entries()) {
    const keep = weights[i] === 2 || (about && (weights[i]! > 0 || one.raw.tokens.length > 3));
    if (!keep) {
      if (one.raw.chain.length > 0 || one.raw.trigger) {
        notes.push({
          step: 'claims',
          reason: 'not about the conflict or violence the text tells of',
          span: [one.raw.spans[0]![0], one.raw.spans.at(-1)![1]],
        });
      }
      continue;
    }
    const claim = toClaim(one, implied[i]!, context, lastPlace, seen, () => `f${++effectCount}`);
    const place: Place | undefined = context.places.find((p) => p.id === claim.events[0]?.place);
    if (place) lastPlace = place;
    claims.push(claim);
    told.push({ claim, raw: one.raw });
  }
  tieAbout(told);
  return { claims, notes };
}

/** A pronoun or a bare "also" carries the type of the happening just told on. */
function settle(raw: RawClaim, context: ClaimContext, before: readonly Settled[]): Settled {
  const roles = (heads: readonly Token[]) => heads.map((head) => ({ head, meant: context.meant(raw, head) }));
  const by = roles(raw.roles.by);
  const against = roles(raw.roles.against);
  const one: Settled = { raw, type: null, by, against };
  if (!raw.trigger) return one;
  const said = speechAct(one);
  if (said === 'call-for-action') one.by = [];
  one.type = said ?? settleType(raw.trigger.type, factsOf(one, context));
  const previous = before.at(-1);
  if (previous?.type && CARRIES.has(raw.trigger.type) && continues(raw, previous.raw)) {
    if (one.type === null || WEAK.has(one.type)) one.type = previous.type;
  }
  return one;
}

/** What is said is itself what happens: a demand ("should"), or a threat or vow ("we will strike"). */
function speechAct({ raw, by }: Settled): EventType | null {
  const { tree, clause, certainty, chain } = raw;
  if (chain.length === 0 || clause.kind === 'speech-act') return null;
  const modal = tree
    .childrenBy(clause.head, 'aux')
    .find((aux) => ['should', 'must', 'ought'].includes(aux.lemma));
  if (modal && certainty !== 'denied') return 'call-for-action';
  const subject = tree.child(clause.head, 'nsubj');
  const own =
    subject && ['we', 'i', 'it', 'they', 'he'].includes(subject.lemma.toLowerCase()) && by.length > 0;
  const first = subject && ['we', 'i'].includes(subject.lemma.toLowerCase());
  const wills = tree
    .childrenBy(clause.head, 'aux')
    .some((aux) => ['will', 'would', 'shall'].includes(aux.lemma));
  if (!wills || !subject) return null;
  const hostile = HOSTILE.has(raw.trigger?.token.lemma ?? '') || HOSTILE.has(clause.head.lemma);
  return (first || own) && hostile ? 'threat-vow' : null;
}

const HOSTILE = new Set(
  'attack strike hit bomb shell destroy kill eliminate target fight respond retaliate defeat crush punish avenge take allow continue defend deny liberate retake stop prevent invade'.split(
    ' ',
  ),
);

const CARRIES = new Set(['?destroy', '?kill', '?hit']);
const WEAK = new Set<EventType>([
  'armed-clash',
  'casualties',
  'looting-property-destruction',
  'disrupted-weapons-use',
]);

/** The same speaker goes on about the same doers: "they also destroyed …". */
function continues(raw: RawClaim, previous: RawClaim): boolean {
  if (
    JSON.stringify(raw.chain) !== JSON.stringify(previous.chain) &&
    raw.chain.length + previous.chain.length > 0
  ) {
    if (raw.chain.length !== previous.chain.length) return false;
  }
  const near = raw.tree.sentence.index - previous.tree.sentence.index <= 1;
  const pronoun = raw.roles.by.some((t) => t.upos === 'PRON') || raw.roles.by.length === 0;
  return near && (pronoun || raw.chain.length > 0);
}

function factsOf({ raw, by, against }: Settled, { words, places }: ClaimContext): Facts {
  const { tree } = raw;
  const things = new Set<string>();
  const heads = [...raw.roles.against, ...raw.effects.map((e) => e.head)];
  for (const head of heads)
    for (const kind of phraseEndingAt(tree.tokens, head.index, words.things)?.value ?? []) things.add(kind);
  const sides = (list: Settled['by']) => list.map((r) => sideOf(tree, r.head, r.meant.party, words));
  const atPlace = raw.roles.against.some((head) =>
    places.some((p) => p.status !== 'not-a-place' && p.span[0] < head.end && p.span[1] > head.start),
  );
  return {
    means: new Set(raw.means.map((m) => m.kind)),
    by: sides(by),
    against: [
      ...sides(against),
      ...raw.effects
        .filter((e) => e.unit !== 'items' && !raw.roles.against.includes(e.head))
        .map((e) => sideOf(tree, e.head, null, words)),
    ],
    things,
    acted: by.length > 0,
    lemmas: new Set(raw.tokens.map((t) => t.lemma.toLowerCase())),
    place: atPlace,
    attempted: isAttempt(raw),
  };
}

const ATTEMPTS = new Set(['attempt', 'try', 'seek', 'aim', 'struggle', 'fail', 'battle', 'fight', 'hope']);

/** "have been attempting to retake": control is not settled. */
function isAttempt({ tree, trigger }: RawClaim): boolean {
  if (!trigger || trigger.noun) return false;
  const governor = tree.head(trigger.token);
  return governor !== undefined && trigger.token.deprel === 'xcomp' && ATTEMPTS.has(governor.lemma);
}

function toClaim(
  one: Settled,
  implied: ImpliedRoles,
  context: ClaimContext,
  lastPlace: Place | null,
  seen: Map<string, number>,
  nextEffect: () => string,
): Claim {
  const { raw } = one;
  const { tree } = raw;
  const chain = context.hops(raw.chain, tree.sentence.index);
  const trigger: Span | null = raw.trigger
    ? [tree.tokens[raw.trigger.first]!.start, tree.tokens[raw.trigger.last]!.end]
    : null;
  const key = JSON.stringify([raw.spans, trigger]);
  const ordinal = seen.get(key) ?? 0;
  seen.set(key, ordinal + 1);
  const kind = kindOf(raw, one.type);
  // An opinion, or where a place lies, is no happening, whatever words of war are in it.
  const type = kind === 'assessment' || kind === 'geography' || kind === 'corroboration' ? null : one.type;
  const fallback = type !== null && comesBack(raw) && isNear(raw, lastPlace, context) ? lastPlace : null;
  const place = placeOf(raw, context.places, fallback);
  const time = timeOf(raw, context.times);
  const hasEvent =
    type !== null || raw.roles.by.length > 0 || raw.effects.length > 0 || place !== null || time !== null;
  return {
    id: claimId(context.document, raw.spans, chain, trigger, ordinal),
    spans: raw.spans,
    text: textOf(context.text, raw.spans),
    chain,
    certainty: raw.certainty,
    certaintyWords: raw.certaintyWords,
    kind,
    about: null,
    loaded: raw.loaded,
    events: hasEvent
      ? [
          {
            type,
            trigger,
            happening: null,
            by: [...one.by.map((r) => roleOf(tree, r)), ...implied.by],
            against: [...one.against.map((r) => roleOf(tree, r)), ...implied.against],
            place: place?.id ?? null,
            time: time?.id ?? null,
            means: raw.means.map((m): Span => [tree.tokens[m.first]!.start, tree.tokens[m.last]!.end]),
            effects: effectsOf(tree, raw.effects, nextEffect),
          },
        ]
      : [],
    rules: raw.rules,
  };
}

/** Within the last few sentences: further back the story has moved on. */
function isNear(raw: RawClaim, place: Place | null, { text }: ClaimContext): boolean {
  return place !== null && raw.spans[0]![0] - place.span[1] < 700 && text.length > 0;
}

/** "The explosion", "they also": the place told before is meant. */
function comesBack({ tree, trigger, roles }: RawClaim): boolean {
  if (!trigger) return false;
  if (roles.by.some((t) => t.upos === 'PRON') || roles.against.some((t) => t.upos === 'PRON')) return true;
  return (
    trigger.noun &&
    tree
      .childrenBy(trigger.token, 'det')
      .some((det) => ['the', 'this', 'these', 'that', 'those'].includes(det.lemma))
  );
}

function roleOf(tree: Tree, { head, meant }: { head: Token; meant: Meant }): Role {
  const tokens = phrase(tree, head);
  const span: Span = tokens.length > 0 ? [tokens[0]!.start, tokens.at(-1)!.end] : [head.start, head.end];
  return { span, party: meant.party?.id ?? null, basis: 'stated', rule: meant.rule };
}

function effectsOf(tree: Tree, found: readonly FoundEffect[], next: () => string): Effect[] {
  const ids = found.map(() => next());
  return found.map((e, i) => ({
    id: ids[i]!,
    what: e.what,
    span: [tree.tokens[e.first]!.start, tree.tokens[e.last]!.end],
    whom: e.whom,
    label: e.label,
    low: e.low,
    high: e.high,
    approximate: e.approximate,
    unit: e.unit,
    scope: e.scope,
    partOf: e.partOf === null ? null : (ids[e.partOf] ?? null),
    sums: [],
    origin: e.origin,
  }));
}
