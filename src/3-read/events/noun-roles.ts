/** Who did it and to whom, where a noun names the happening: what hangs on it, and the verb that carries it. */
import { agentOf, agentPhrase, isPassive } from '../attribution/parts.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import { dispersed, isDate, namesActor, objectOf, oblique, passiveSubject } from './role-parts.ts';
import type { FoundRoles } from './roles.ts';
import { type FoundTrigger, partitiveOf, SUFFERS } from './triggers.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

/** Nouns: "Russian airstrikes on X", "an attack by Y", "the shelling of Z", and the verb that carries them. */
export function nounRoles(tree: Tree, clause: Clause, trigger: FoundTrigger, words: EventWords): FoundRoles {
  const noun = trigger.token;
  const by: Token[] = [];
  const against: Token[] = [];
  for (const child of [...around(tree, trigger), ...besidePartitive(tree, noun), ...behindList(tree, noun)]) {
    const rel = child.deprel;
    const before = child.index < trigger.first;
    // "a Saudi-led offensive": theirs who lead or back it.
    const leader = before && tree.tokens[child.index - 1]?.form === '-' && tree.tokens[child.index - 2];
    if (leader && LED.test(child.form)) {
      by.push(leader);
      continue;
    }
    if (
      before &&
      (rel === 'nmod:poss' || ((rel === 'amod' || rel === 'compound') && namesActor(tree, child, words)))
    )
      // "rebel casualties", "his death": they are whom it befell.
      (trigger.type === 'casualties' ? against : by).push(child);
    else if (relation(child) === 'nmod' || relation(child) === 'obl') {
      const mark = tree.child(child, 'case')?.lemma;
      if (mark === 'by' || mark === 'from') by.push(child);
      else if (mark === 'on' || mark === 'against' || mark === 'at' || mark === 'upon' || mark === 'over')
        against.push(child);
      else if (mark === 'of' && trigger.type === '?use') against.push(...usedAgainst(tree, child));
      else if (mark === 'of' && trigger.frame !== 'mu') against.push(child);
      else if ((mark === 'outside' || mark === 'near') && isBuilding(tree, child, words)) against.push(child);
      else if (mark === 'between' || mark === 'with' || (mark === 'of' && trigger.frame === 'mu')) {
        by.push(child);
        against.push(child);
      }
    } else if (rel === 'acl' && (child.xpos === 'VBN' || child.xpos === 'VBD')) {
      const agent = agentPhrase(tree, child);
      if (agent) by.push(agent);
      against.push(...oblique(tree, child, 'against', 'on', 'at'));
    } else if (rel === 'acl:relcl') {
      // "a battle which began at noon between X and Y"
      const times = tree.childrenBy(child, 'obl').flatMap((when) => oblique(tree, when, 'between'));
      const sides = [...oblique(tree, child, 'between'), ...times].filter(() => !before);
      by.push(...sides);
      against.push(...sides);
    } else if (rel === 'acl' && child.xpos === 'VBG' && child.lemma === 'target') {
      const object = tree.child(child, 'obj');
      if (object) against.push(object);
    }
  }
  addVerbRoles(tree, clause, trigger, by, against, words);
  return { by, against };
}

const FIRES = /^\?(?:fire|gunfire|gunfight|shoot)$/;

const LED = /^(?:led|backed|ordered|sponsored)$/i;

/** What hangs on the words that name the happening: "coalition" may hang on the "air" of "air strikes". */
function around(tree: Tree, { token, first }: FoundTrigger): Token[] {
  return tree
    .children(token)
    .flatMap((child) =>
      child.index >= first && child.index < token.index ? [...tree.children(child)] : [child],
    );
}

/** "the use of rockets and gas against X": X may hang on any of the weapons. */
function usedAgainst(tree: Tree, weapon: Token): Token[] {
  return tree
    .subtree(weapon)
    .filter((t) => relation(t) === 'nmod' && tree.child(t, 'case')?.lemma === 'against');
}

const isBuilding = (tree: Tree, head: Token, words: EventWords) =>
  phraseEndingAt(tree.tokens, head.index, words.things)?.value.has('buildings') === true;

/** "a wave of strikes against X": what hangs on the first noun is of the second. */
function besidePartitive(tree: Tree, noun: Token): Token[] {
  const head = tree.head(noun);
  if (!head || relation(noun) !== 'nmod' || tree.child(noun, 'case')?.lemma !== 'of' || head.upos !== 'NOUN')
    return [];
  return tree.childrenBy(head, 'nmod').filter((child) => child !== noun && child.index > noun.index);
}

/** "gun and rocket fire from X": what stands behind the last noun may hang on the first. */
function behindList(tree: Tree, noun: Token): Token[] {
  const first = firstOf(tree, noun);
  return first === noun ? [] : tree.childrenBy(first, 'nmod').filter((child) => child.index > noun.index);
}

/** Of coordinated nouns the first. */
function firstOf(tree: Tree, noun: Token): Token {
  const head = relation(noun) === 'conj' ? tree.head(noun) : undefined;
  return head?.upos === 'NOUN' ? firstOf(tree, head) : noun;
}

/** What hangs on the verb: of coordinated nouns the first, and of "a series of attacks" the series. */
function carrierOf(tree: Tree, noun: Token): Token {
  const first = firstOf(tree, noun);
  const part = partitiveOf(tree, first);
  return part ? carrierOf(tree, part) : first;
}

/** "closed its borders because of fighting": why or when, and none of theirs who did so. */
const BACKGROUND = /^(?:because|despite|amid|following|due|after|before|since)$/;

function addVerbRoles(
  tree: Tree,
  clause: Clause,
  trigger: FoundTrigger,
  by: Token[],
  against: Token[],
  words: EventWords,
): void {
  const does = (what: keyof EventWords['verbRoles'], { lemma }: Token) => words.verbRoles[what].has(lemma);
  const verb = trigger.verb ?? (clause.head.upos === 'VERB' ? clause.head : null);
  const noun = carrierOf(tree, trigger.token);
  if (!verb || verb === noun) return;
  const passive = isPassive(tree, verb);
  const subject = passive ? passiveSubject(tree, verb) : agentOf(tree, verb);
  const rel = relation(noun);
  if (rel === 'nsubj') {
    // The happening is the subject: what it hits is the object.
    const object = passive || !does('harms', verb) ? undefined : objectOf(tree, verb);
    if (object) against.push(object);
    // "a car bomb went off outside the embassy"
    if (!passive && words.verbs.get(verb.lemma)?.type === '?explode')
      against.push(
        ...oblique(tree, verb, 'outside', 'at', 'near', 'inside', 'beside').filter((at) =>
          isBuilding(tree, at, words),
        ),
      );
    if (passive) {
      const agent = agentPhrase(tree, verb);
      if (agent) by.push(agent);
    }
  } else if (trigger.suffers) {
    if (subject) against.push(subject);
    by.push(...oblique(tree, verb, 'from', 'by'));
  } else if (rel === 'obj') {
    // "triggering airstrikes", "saw clashes": they are not theirs of whom it is said.
    if (subject && subject !== noun && !does('brings', verb)) by.push(subject);
    against.push(...oblique(tree, verb, 'against', 'on', 'at').filter((o) => o !== noun && !isDate(o)));
    if (FIRES.test(trigger.type)) against.push(...dispersed(tree, verb, words));
  } else if (rel === 'obl') {
    const object = tree.child(verb, 'obj');
    if (does('brings', verb) || does('feels', verb)) return;
    // "was placed on alert", "was involved in the use of gas": nobody is struck. "supports them with strikes": they are none of the struck.
    if (passive && subject) (trigger.frame === 'in' || verb.lemma === 'involve' ? by : against).push(subject);
    else if (subject && does('helps', verb)) by.push(subject);
    else if (subject && trigger.verb) {
      // "suffered burns in the blast": the blast befell them.
      const background = BACKGROUND.test(tree.child(noun, 'case')?.lemma ?? '');
      const dies = verb.lemma === 'die' || verb.lemma === 'perish';
      if (SUFFERS.has(verb.lemma) || (dies && (background || !object))) against.push(subject);
      else if (!background) {
        by.push(subject);
        if (object) against.push(object);
      }
    }
  }
}
