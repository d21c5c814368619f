/** The type of a claim as written, once it is known who acts on whom: ACLED's distinctions, demands, threats, and what goes on. */
import { isPassive } from '../../3-read/attribution/parts.ts';
import type { RawClaim } from '../../3-read/events/claims.ts';
import { type FoundMeans, findMeans } from '../../3-read/events/means.ts';
import {
  canAct,
  conjuncts,
  DEMONYM,
  objectOf,
  passiveSubject,
  whole,
} from '../../3-read/events/role-parts.ts';
import { isLeft } from '../../3-read/events/roles.ts';
import { type Facts, settleType } from '../../3-read/events/settle.ts';
import { type EventWords, phraseEndingAt } from '../../3-read/events/words.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import type { EventType } from '../../records/index.ts';
import type { Meant } from '../parties/phrase-party.ts';
import type { ClaimContext } from './context.ts';
import { VIOLENT } from './relevance.ts';
import { sideOf } from './sides.ts';
import { askedOf, hinderedBy, speechAct } from './speech-acts.ts';

export interface Settled {
  raw: RawClaim;
  type: EventType | null;
  by: { head: Token; meant: Meant }[];
  against: { head: Token; meant: Meant }[];
}

/** The first of the clause's triggers that proves to be a happening settles its type. */
export function settle(raw: RawClaim, context: ClaimContext, before: readonly Settled[]): Settled {
  const first = settleOne(raw, context, before);
  if (first.type !== null) return first;
  if (!raw.trigger) return { ...first, type: tollAlone(raw) };
  for (const { trigger, roles } of raw.otherwise) {
    const other = settleOne({ ...raw, trigger, roles }, context, before);
    if (other.type !== null) return other;
  }
  return ofNoHappening({ ...first, type: tollAlone(raw) }, context);
}

/** "launched a website": of a verb that proves to tell of no happening, the clause's own subject is who it is about. */
function ofNoHappening(one: Settled, context: ClaimContext): Settled {
  if (one.type !== null || one.raw.trigger?.noun) return one;
  const by = one.raw.subject
    .map((head) => ({ head, meant: context.meant(one.raw, head) }))
    .filter(({ head, meant }) => meant.party || !isPlace(head, context));
  return { ...one, by };
}

/** "A commander was among the dead": killed or wounded, by what is not said. */
const tollAlone = ({ effects }: RawClaim): EventType | null =>
  effects.some(({ what }) => what === 'killed' || what === 'wounded') ? 'casualties' : null;

/** A pronoun or a bare "also" carries the type of the happening just told on. */
function settleOne(raw: RawClaim, context: ClaimContext, before: readonly Settled[]): Settled {
  const roles = (heads: readonly Token[]) => heads.map((head) => ({ head, meant: context.meant(raw, head) }));
  const by = roles(raw.roles.by).filter(({ head, meant }) => meant.party || !isBareName(head, context));
  const against = roles(raw.roles.against);
  const one: Settled = { raw, type: null, by, against };
  if (!raw.trigger) return one;
  const said = speechAct(raw, by.length > 0, context.words);
  if (said === 'call-for-action') one.by = [];
  const asked = said === 'call-for-action' ? askedOf(raw) : undefined;
  const hindered = said === 'threat-vow' ? hinderedBy(raw) : undefined;
  if (hindered) one.against = roles([hindered]);
  one.type = said ?? settleType(raw.trigger.type, factsOf(one, context), context.words.questions);
  const previous = before.at(-1);
  if (
    previous?.type &&
    CARRIED.has(previous.type) &&
    CARRIES.has(raw.trigger.type) &&
    continues(raw, previous.raw)
  ) {
    if (one.type === null || WEAK.has(one.type)) one.type = previous.type;
  }
  one.against = asked ? roles([asked]) : one.against.filter((role) => isActedOn(role, one, context));
  // "soldiers discovered ten bodies": they killed nobody.
  if (one.type === 'casualties' && raw.trigger.type === '?find') one.by = [];
  // "the al-Jazeera Storm campaign": no outlet fights, whatever bears its name.
  if (one.type !== null && VIOLENT.has(one.type))
    one.by = one.by.filter(({ meant }) => meant.party?.kind !== 'outlet');
  return one;
}

/**
 * Of no happening is anybody the target; of talks, aid and the like only those who can act, or a place or thing that is
 * known: "was asked on purpose", "rose 18-fold" have none.
 */
function isActedOn(
  { head, meant }: Settled['against'][number],
  { raw, type }: Settled,
  context: ClaimContext,
): boolean {
  const { tree } = raw;
  if (type === null || isLeft(tree, head, context.words)) return false;
  // Whoever is condemned or called on is somebody, not where it was.
  if (type === 'condemnation' || type === 'call-for-action')
    return canAct(tree, head, context.words) && !isPlace(head, context);
  if (VIOLENT.has(type) || type === 'threat-vow' || meant.party || canAct(tree, head, context.words))
    return true;
  return (
    phraseEndingAt(tree.tokens, head.index, context.words.things) !== null || touchesPlace(head, context)
  );
}

/** "Idlib strikes", "the Olympic bombing": where or what they hit, not who struck. */
const isBareName = (head: Token, context: ClaimContext) =>
  (head.upos === 'PROPN' || (head.upos === 'ADJ' && !DEMONYM.test(head.form))) &&
  (/^(?:compound|amod)/.test(head.deprel) || (/^nmod/.test(head.deprel) && isPlace(head, context)));

const isPlace = (head: Token, { places }: ClaimContext) =>
  places.some((p) => p.status !== 'not-a-place' && p.span[0] <= head.start && p.span[1] >= head.end);

/** "the Hama-based fighters": a word that a place's name reaches into. */
const touchesPlace = (head: Token, { places }: ClaimContext) =>
  places.some((p) => p.status !== 'not-a-place' && p.span[0] < head.end && p.span[1] > head.start);

const CARRIES = new Set(['?destroy', '?kill', '?hit']);

/** Happenings in which more is destroyed and more are killed, as the same speaker goes on: no aid, no talks. */
const CARRIED = new Set<EventType>([
  'air-drone-strike',
  'shelling-artillery-missile',
  'remote-explosive-landmine-ied',
  'suicide-bomb',
  'grenade',
  'chemical-weapon',
  'attack',
  'armed-clash',
  'government-regains-territory',
  'non-state-actor-overtakes-territory',
  'territorial-advance',
  'siege-blockade',
  'mob-violence',
  'violent-demonstration',
  'excessive-force-against-protesters',
]);

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

/** "captured Tell Omran": a name that is nobody's, of a place the gazetteer may not have. */
const isUnknownName = (head: Token, against: Settled['against']): boolean =>
  head.upos === 'PROPN' && against.some((role) => role.head === head && role.meant.party === null);

function factsOf(one: Settled, context: ClaimContext): Facts {
  const { raw, by, against } = one;
  const { words } = context;
  const { tree } = raw;
  const things = new Set<string>();
  const heads = [...raw.roles.against, ...raw.effects.map((e) => e.head)];
  for (const head of heads)
    for (const kind of phraseEndingAt(tree.tokens, head.index, words.things)?.value ?? []) things.add(kind);
  if (meansUsed(raw).length < raw.means.length) things.add('weapons');
  const sides = (list: Settled['by']) => list.map((r) => sideOf(tree, r.head, r.meant.party, words));
  const atPlace = raw.roles.against.some(
    (head) => touchesPlace(head, context) || isUnknownName(head, against),
  );
  return {
    means: new Set(meansUsed(raw).map((m) => m.kind)),
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
    near: new Set(tree.tokens.map((t) => t.lemma.toLowerCase())),
    around: new Set(findMeans(tree, tree.tokens, words).map((m) => m.kind)),
    protest: context.protests(tree.sentence.index),
    place: atPlace,
    attempted: isAttempt(raw),
    ...voiceOf(one, words),
  };
}

/** What a verb that names the happening has as its object, or as the subject of its passive. */
function voiceOf(
  { raw: { tree, trigger }, against }: Settled,
  words: EventWords,
): Pick<Facts, 'object' | 'person' | 'passive'> {
  const isPerson = (head: Token) =>
    /^(?:he|she|him|her|they|them|who|whom)$/i.test(head.form) ||
    phraseEndingAt(tree.tokens, head.index, words.persons) !== null ||
    against.some((role) => role.head === head && role.meant.party?.kind === 'person');
  if (!trigger || trigger.noun)
    return { object: new Set(), person: against.some(({ head }) => isPerson(head)), passive: false };
  const { token } = trigger;
  const passive =
    isPassive(tree, token) ||
    token.deprel === 'acl' ||
    (token.xpos === 'VBN' && !tree.child(token, 'aux', 'obj', 'nsubj'));
  const on = passive ? passiveSubject(tree, token) : (objectOf(tree, token) ?? tree.child(token, 'ccomp'));
  const objects = on ? conjuncts(tree, whole(tree, on)) : [];
  return {
    object: new Set(objects.map((head) => head.lemma.toLowerCase())),
    person: objects.some(isPerson),
    passive,
  };
}

/** What is done to weapons is not done with them: "destroyed a mortar", "found two bombs". */
export function meansUsed(raw: RawClaim): FoundMeans[] {
  if (!raw.trigger || !ON_WEAPONS.has(raw.trigger.type)) return raw.means;
  const heads = [...raw.roles.against, ...raw.effects.map((e) => e.head)];
  return raw.means.filter((m) => !heads.some((head) => head.index >= m.first && head.index <= m.last));
}

const ON_WEAPONS = new Set([
  '?destroy',
  '?take',
  '?find',
  '?disrupt',
  '?supply',
  '?kill',
  '?down',
  '?clear',
  'disrupted-weapons-use',
]);

const ATTEMPTS = new Set(['attempt', 'try', 'seek', 'aim', 'struggle', 'fail', 'battle', 'fight', 'hope']);

/** "have been attempting to retake": control is not settled. */
function isAttempt({ tree, trigger }: RawClaim): boolean {
  if (!trigger || trigger.noun) return false;
  const governor = tree.head(trigger.token);
  return governor !== undefined && trigger.token.deprel === 'xcomp' && ATTEMPTS.has(governor.lemma);
}
