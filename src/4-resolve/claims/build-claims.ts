/** Claims as written to claims of the Reading: types settled, parties, places and times put in, what is beside the point left out. */
import { phrase } from '../../3-read/attribution/parts.ts';
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { FoundEffect } from '../../3-read/events/effects.ts';
import type { Tree } from '../../3-read/syntax/tree.ts';
import { textOf, trimMarks } from '../../3-read/syntax/tree.ts';
import type { Claim, Effect, Note, Role, Span } from '../../records/index.ts';
import { type Told, tieAbout } from './about.ts';
import { bearsOnViolence, companyOf } from './company.ts';
import type { ClaimContext } from './context.ts';
import { type Telling, tellHappenings } from './happenings.ts';
import { claimId } from './ids.ts';
import { type ImpliedRoles, impliedRoles } from './implied-roles.ts';
import { kindOf } from './kinds.ts';
import { linkTypes } from './linked-types.ts';
import { PlaceTrail } from './place-trail.ts';
import { forcefulSentences, isAboutConflict, isViolent, warlike } from './relevance.ts';
import { meansUsed, type Settled, settle } from './settle-claim.ts';
import { timeOf } from './when.ts';
import { placeOf } from './where.ts';

/** Whom nobody fights: where they are killed, no foe is worked out. */
const OTHERS = new Set(['civilians', 'children', 'women', 'men', 'families']);

export function buildClaims(
  raws: readonly RawClaim[],
  context: ClaimContext,
): { claims: Claim[]; notes: Note[] } {
  const settled: Settled[] = [];
  for (const raw of raws) settled.push(settle(raw, context, settled));
  linkTypes(settled);
  const weighed = settled.map(({ raw, type, by, against }) => ({
    claim: raw,
    type,
    parties: [...by, ...against].map((r) => r.meant.party),
  }));
  const weights = weighed.map((one) => warlike(one, context.words));
  const implied = impliedRoles(
    settled.map(({ raw, type, by, against }) => ({
      sentence: raw.tree.sentence.index,
      type,
      by: by.map((r) => ({ party: r.meant.party, named: true })),
      against: against.map((r) => ({ party: r.meant.party, named: true })),
      speaker: context.speaker(raw.chain),
      chain: context.speaker(raw.chain)?.id ?? raw.chain.join(' '),
      harmedOthers: raw.effects.some(
        ({ what, whom }) => (what === 'killed' || what === 'wounded') && OTHERS.has(whom ?? ''),
      ),
    })),
    context.parties().filter((party) => !context.sideless(party)),
  );
  const forceful = forcefulSentences(weighed, context.sentences, context.parties(), context.words);
  const company = companyOf(weighed, weights, forceful / Math.max(context.sentences.length, 1));
  const about = isAboutConflict({
    sentences: context.sentences.length,
    forceful,
    violent: weighed.filter(isViolent).length,
  });
  const claims: Claim[] = [];
  const tellings: Telling[] = [];
  const told: Told[] = [];
  const notes: Note[] = [];
  const seen = new Map<string, number>();
  let effectCount = 0;
  const trail = new PlaceTrail(context.places, context.text);
  for (const [i, one] of settled.entries()) {
    const keep =
      // What bears out or denies a claim that was kept goes with it.
      (one.raw.saidAgain && one.raw.chain.length > 0 && claims.length > 0) ||
      weights[i] === 2 ||
      (about && bearsOnViolence(weighed[i]!, weights[i]!, company, context.words));
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
    const claim = toClaim(one, implied[i]!, context, trail, seen, () => `f${++effectCount}`);
    claims.push(claim);
    tellings.push(tellingOf(one.raw, claim));
    told.push({ claim, raw: one.raw });
  }
  tellHappenings(tellings, context.places, context.times);
  tieAbout(told);
  return { claims, notes };
}

const TOTALS = /\b(?:in all|in total|a total of|altogether|overall|combined|between them)\b/i;

function tellingOf({ tree, trigger, roles }: RawClaim, claim: Claim): Telling {
  const named = trigger?.noun ? tree.childrenBy(trigger.token, 'det') : [];
  return {
    claim,
    sentence: tree.sentence.index,
    definite:
      named.some((det) => DEFINITE.has(det.lemma)) || roles.against.some((head) => head.upos === 'PRON'),
    plural: trigger?.noun === true && trigger.token.xpos === 'NNS',
    total: TOTALS.test(claim.text),
  };
}

const DEFINITE = new Set(['the', 'this', 'these', 'that', 'those']);

function toClaim(
  one: Settled,
  implied: ImpliedRoles,
  context: ClaimContext,
  trail: PlaceTrail,
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
  const kind = kindOf(raw, one.type, context.words);
  // An opinion, or where a place lies, is no happening, whatever words of war are in it.
  const type = kind === 'assessment' || kind === 'geography' || kind === 'corroboration' ? null : one.type;
  const said = chain.flatMap(({ source, cue }) => [...source.spans, ...(cue?.spans ?? [])]);
  const told = placeOf(raw, trail, said);
  const goesOn =
    told === null &&
    (kind === 'event' || kind === 'situation') &&
    (type !== null || raw.trigger || raw.means.length > 0 || raw.effects.length > 0);
  const place = goesOn ? trail.carriedTo(raw, type) : told;
  // An opinion of a happening still tells where it was.
  if (place) trail.tell(raw, place, one.type);
  const time = timeOf(raw, context.times, said);
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
            by: [...rolesOf(tree, one.by), ...implied.by],
            against: [...rolesOf(tree, one.against), ...implied.against],
            place: place?.id ?? null,
            time: time?.id ?? null,
            means: meansUsed(raw).map((m): Span => [tree.tokens[m.first]!.start, tree.tokens[m.last]!.end]),
            effects: effectsOf(tree, raw.effects, nextEffect),
          },
        ]
      : [],
    rules: goesOn && place ? [...raw.rules, 'place-told-before'] : raw.rules,
  };
}

/** "ISIL continued its attack": of words for one party, those that name it. */
function onePerParty(roles: Settled['by']): Settled['by'] {
  return roles.filter(
    ({ head, meant }, i) =>
      !meant.party ||
      !roles.some(
        (other, k) =>
          k !== i &&
          other.meant.party === meant.party &&
          (head.upos === 'PRON' ? other.head.upos !== 'PRON' || k < i : k < i && other.head.upos !== 'PRON'),
      ),
  );
}

function rolesOf(tree: Tree, all: Settled['by']): Role[] {
  const roles = onePerParty(all);
  return roles.map((role) => roleOf(tree, role, roles));
}

/** Each in its own words: "the army and its allies" are two. */
function roleOf(tree: Tree, { head, meant }: Settled['by'][number], roles: Settled['by']): Role {
  const next = tree.childrenBy(head, 'conj').find((other) => roles.some((role) => role.head === other));
  const until = next
    ? (tree.child(next, 'cc')?.index ?? tree.subtree(next)[0]!.index)
    : Number.POSITIVE_INFINITY;
  const tokens = trimMarks(phrase(tree, head).filter((token) => token.index < until));
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
