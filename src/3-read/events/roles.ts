/** Who did it and to whom, read off the tree around a trigger: heads of noun phrases, before they are parties. */
import { agentOf, agentPhrase, isPassive } from '../attribution/parts.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import { nounRoles } from './noun-roles.ts';
import {
  actors,
  backed,
  canAct,
  conjuncts,
  dispersed,
  isDate,
  namesActor,
  objectOf,
  oblique,
  passiveSubject,
  unique,
  whole,
} from './role-parts.ts';
import type { FoundTrigger } from './triggers.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

export interface FoundRoles {
  by: Token[];
  against: Token[];
}

export function findRoles(tree: Tree, clause: Clause, trigger: FoundTrigger, words: EventWords): FoundRoles {
  const roles = trigger.noun
    ? nounRoles(tree, clause, trigger, words)
    : verbRoles(tree, trigger.token, trigger, words);
  const by = unique(
    roles.by.map((head) => whole(tree, doerOf(tree, head, words))).flatMap((head) => conjuncts(tree, head)),
  ).flatMap((head) => actors(tree, head, words));
  const against = unique(
    roles.against.flatMap((head) => conjuncts(tree, head)).map((head) => whole(tree, head)),
  );
  return {
    by,
    against: against.filter(
      (head) =>
        !isDate(head) &&
        !isHappening(tree, head, words) &&
        !isCharge(tree, head, trigger, words) &&
        (!roles.by.includes(head) || trigger.noun || trigger.frame === 'mu'),
    ),
  };
}

/** Those who are backed act, save where a happening is theirs who back it: "Turkey-backed rebels", "a Saudi-led offensive". */
function doerOf(tree: Tree, head: Token, words: EventWords): Token {
  const led = backed(tree, head);
  return canAct(tree, led, words) ? led : head;
}

const EXPLODES = /^(?:\?(?:explode|plant)|remote-explosive-landmine-ied|suicide-bomb|grenade)$/;
const CHARGES = /^(?:ied|suicide|grenade)$/;
const PARCELS = /^(?:device|charge|vest|belt|package|parcel|suitcase)$/;

/** "the bomb exploded", "planted two mines": what it was done with, and nothing that was struck. */
const isCharge = (tree: Tree, head: Token, { type }: FoundTrigger, words: EventWords): boolean =>
  (type === '?use' && phraseEndingAt(tree.tokens, head.index, words.means) !== null) ||
  (EXPLODES.test(type) &&
    (PARCELS.test(head.lemma) ||
      CHARGES.test(phraseEndingAt(tree.tokens, head.index, words.means)?.value ?? '')));

/** "repelled the attack", "fled the battle": what happened is nobody it was done to. */
const isHappening = (tree: Tree, head: Token, words: EventWords): boolean =>
  head.upos === 'NOUN' &&
  phraseEndingAt(tree.tokens, head.index, words.nouns) !== null &&
  !phraseEndingAt(tree.tokens, head.index, words.persons) &&
  !phraseEndingAt(tree.tokens, head.index, words.actors) &&
  !phraseEndingAt(tree.tokens, head.index, words.things);

/** "expelled them from the area", "came from the west": where somebody left, not who was fought. */
export const isLeft = (tree: Tree, head: Token, words: EventWords): boolean =>
  ['from', 'out'].includes(tree.child(head, 'case')?.lemma ?? '') && !canAct(tree, head, words);

function verbRoles(
  tree: Tree,
  verb: Token,
  trigger: Pick<FoundTrigger, 'frame' | 'type'>,
  words: EventWords,
): FoundRoles {
  const passive =
    isPassive(tree, verb) || (relation(verb) === 'acl' && verb.xpos === 'VBN') || isHeldToo(tree, verb);
  const object = passive ? passiveSubject(tree, verb) : (objectOf(tree, verb) ?? sharedObject(tree, verb));
  const agent = passive ? sharedAgent(tree, verb) : timelessSubject(tree, verb);
  const list = (...tokens: (Token | undefined)[]) => tokens.filter((t): t is Token => t !== undefined);
  // "suffered burns", "sustained wounds": whoever has them.
  if (trigger.type === '?suffer' && !passive) return { by: [], against: list(agent) };
  // "the brigade detonated …": whoever can act did it; a car is what blew up.
  const explodes = agent && EXPLODES.test(trigger.type) && canAct(tree, agent, words);
  if (trigger.frame === 'un' && !object)
    return {
      by: explodes ? [agent] : [],
      against: [
        ...(explodes ? [] : list(agent)),
        ...oblique(tree, verb, 'outside', 'at', 'near', 'inside', 'beside'),
      ],
    };
  // "set fire to the offices"
  if (object?.lemma === 'fire' && verb.lemma === 'set')
    return { by: list(agent), against: [verb, object].flatMap((at) => oblique(tree, at, 'to')) };
  // "repelled an attack by X": against those who attacked, by whoever is named or was attacked.
  if (object && repels(tree, verb) && isHappening(tree, whole(tree, object), words)) {
    const attack = attackOf(tree, object, words);
    return { by: agent ? [agent] : attack.against, against: attack.by };
  }
  // "were dispatched to the front": they moved, whoever sent them.
  if (passive && !agent && trigger.type === '?deploy') return { by: list(object), against: [] };
  if (trigger.type === '?land') return { by: list(agent), against: landedOn(tree, verb, words) };
  if (trigger.frame === 'in')
    return { by: list(passive ? (agent ?? object) : agent), against: oblique(tree, verb, 'against', 'from') };
  if (trigger.frame === 'mu') {
    const between = oblique(tree, verb, 'between');
    const behind = object ? oblique(tree, object, 'with', 'against') : [];
    const foes = [...list(object), ...oblique(tree, verb, 'with', 'against'), ...behind];
    // "rebels and soldiers clashed": each side against the other; "clashed with rebels": against them.
    const several = agent && tree.subtree(agent).some(({ upos }) => upos === 'CCONJ');
    const none = foes.every((foe) => !canAct(tree, foe, words));
    const both = several && none ? [...conjuncts(tree, agent), ...between] : between;
    // "closed its borders because of fighting between A and B": theirs alone whom it is between.
    const own = between.length === 0 || tree.child(verb, 'nsubj') ? list(agent) : [];
    return { by: [...own, ...both], against: [...foes, ...both] };
  }
  if (object && THROWS.has(trigger.type) && isThrown(tree, whole(tree, object), words))
    return {
      by: list(agent),
      against: [
        ...unique([verb, object, whole(tree, object)].flatMap((at) => aimedAt(tree, at))),
        ...dispersed(tree, verb, words),
      ],
    };
  const foes = foughtWith(tree, verb, words);
  // "used napalm on the town": the means is no target; "used villagers as shields".
  const instrument =
    object && trigger.type === '?use' && !canAct(tree, object, words) && !isPerson(tree, object, words);
  const at =
    object && !instrument ? [object] : oblique(tree, verb, 'on', 'at', 'against', 'upon', 'into', 'over');
  return {
    by: list(agent),
    against: [
      ...foes,
      ...at,
      ...(instrument ? aimedFor(tree, verb, object, words) : []),
      ...oblique(tree, verb, 'against', 'from', 'out').filter((o) => !at.includes(o)),
    ],
  };
}

/** "used gas to drive out rebels by bombing districts": whom it was meant to move. */
const aimedFor = (tree: Tree, verb: Token, object: Token, words: EventWords): Token[] =>
  [verb, ...conjuncts(tree, object)]
    .flatMap((at) => tree.childrenBy(at, 'advcl', 'xcomp', 'acl'))
    .flatMap((aim) => tree.child(aim, 'obj') ?? [])
    .filter((whom) => canAct(tree, whom, words) || isPerson(tree, whom, words));

const isPerson = ({ tokens }: Tree, { index }: Token, { persons }: EventWords) =>
  phraseEndingAt(tokens, index, persons) !== null;

const REPELS = /^(?:repel|repulse|foil|thwart|resist|withstand|(?:fend|fight|beat|ward) (?:off|back))$/;

const repels = (tree: Tree, verb: Token): boolean =>
  REPELS.test(verb.lemma) || REPELS.test(`${verb.lemma} ${tree.child(verb, 'compound:prt')?.lemma ?? ''}`);

/** Who attacks whom in an attack that a noun names, which may stand behind "a series of". */
function attackOf(tree: Tree, object: Token, words: EventWords): FoundRoles {
  const noun = whole(tree, object);
  const first = phraseEndingAt(tree.tokens, noun.index, words.nouns)?.first ?? noun.index;
  const by = tree
    .children(noun)
    .filter(
      (child) =>
        child.index < first &&
        (child.deprel === 'nmod:poss' ||
          (/^(?:amod|compound|nmod)$/.test(child.deprel) && namesActor(tree, child, words))),
    );
  const behind = noun === object ? [noun] : [noun, object];
  return {
    by: [...by, ...behind.flatMap((at) => oblique(tree, at, 'by', 'from'))],
    against: behind.flatMap((at) => oblique(tree, at, 'on', 'against', 'upon')),
  };
}

/** "were kidnapped and held hostage": what they were held as is no object. */
function isHeldToo(tree: Tree, verb: Token): boolean {
  const head = relation(verb) === 'conj' ? tree.head(verb) : undefined;
  const as = tree.child(verb, 'obj', 'xcomp');
  return (
    head !== undefined &&
    /^VB[ND]$/.test(verb.xpos) &&
    isPassive(tree, head) &&
    as !== undefined &&
    /^(?:hostage|captive|prisoner)s?$/i.test(as.form)
  );
}

/** Happenings whose object is the weapon: "fired shells at the posts", "hurled a grenade at guards". */
const THROWS = new Set(['?fire', '?throw', '?drop', '?shoot', 'shelling-artillery-missile']);

const isThrown = ({ tokens }: Tree, { index }: Token, { means, things }: EventWords): boolean =>
  phraseEndingAt(tokens, index, means) !== null ||
  phraseEndingAt(tokens, index, things)?.value.has('weapons') === true;

const AIMED = /^(?:aim|direct|point)$/;

const aimedAt = (tree: Tree, head: Token) =>
  [head, ...tree.childrenBy(head, 'acl').filter((child) => AIMED.test(child.lemma))].flatMap((at) =>
    oblique(tree, at, 'at', 'on', 'against', 'toward', 'towards', 'upon', 'into'),
  );

/** "landed in the compound": a thing that is hit; a town or an area is only where it came down. */
function landedOn(tree: Tree, verb: Token, words: EventWords): Token[] {
  return oblique(tree, verb, 'in', 'on', 'at', 'near', 'into', 'inside', 'outside').filter((place) => {
    const things = phraseEndingAt(tree.tokens, place.index, words.things)?.value;
    // "crashed into a patrol"
    const into = tree.child(place, 'case')?.lemma === 'into' && place.upos === 'NOUN';
    if (into && canAct(tree, place, words)) return true;
    return things?.has('buildings') || things?.has('positions') || things?.has('infrastructure');
  });
}

const FIGHTS = new Set(['armed-clash', '?clash', '?offensive']);

/** "seized the town in their battle with the rebels": the fight named beside it says against whom. */
function foughtWith(tree: Tree, verb: Token, words: EventWords): Token[] {
  return tree
    .childrenBy(verb, 'obl')
    .filter((noun) => FIGHTS.has(phraseEndingAt(tree.tokens, noun.index, words.nouns)?.value.type ?? ''))
    .flatMap((noun) => oblique(tree, noun, 'with', 'against'));
}

/** "Days ago Israeli jets fired …": a time read as a subject gives way to the other subject. */
function timelessSubject(tree: Tree, verb: Token): Token | undefined {
  const agent = agentOf(tree, verb);
  if (!agent || !isDate(agent) || agent.upos === 'NUM') return agent;
  const other = tree.childrenBy(verb, 'nsubj').find((child) => !isDate(child));
  if (other) return other;
  // "and just hours later reaching …": whoever did what was told before.
  const head = ['conj', 'advcl'].includes(relation(verb)) ? tree.head(verb) : undefined;
  return head && agentOf(tree, head);
}

/** "ambushed and killed ten men": what the second verb has as object, the first has too. */
function sharedObject(tree: Tree, verb: Token): Token | undefined {
  const next = tree
    .childrenBy(verb, 'conj')
    .find((other) => other.upos === 'VERB' && other.xpos === verb.xpos);
  const joined = next && tree.child(next, 'cc') && next.index - verb.index <= 3;
  return joined && !tree.child(next, 'nsubj') ? objectOf(tree, next) : undefined;
}

/** "was struck and killed by X": the agent may stand with the second participle. */
function sharedAgent(tree: Tree, verb: Token): Token | undefined {
  const own = agentPhrase(tree, verb);
  if (own && !isDate(own)) return own;
  // "captured by 17 October by X": a date is no agent.
  const other = oblique(tree, verb, 'by').find((child) => !isDate(child));
  if (other) return other;
  // "arrested at his school by police": the agent hung on the place.
  const hung = tree
    .childrenBy(verb, 'obl')
    .flatMap((place) => oblique(tree, place, 'by'))
    .find((child) => !isDate(child) && child.index > verb.index);
  if (hung) return hung;
  return tree
    .childrenBy(verb, 'conj')
    .filter((other) => other.xpos === 'VBN' && !tree.child(other, 'nsubj'))
    .map((other) => agentPhrase(tree, other))
    .find((agent) => agent !== undefined);
}
