/** Noun phrases that a clause says something befell: objects and passive subjects of killing, wounding, destroying and so on. */
import type { EffectKind } from '../../../records/index.ts';
import { isNegated, isPassive } from '../../attribution/parts.ts';
import type { Token } from '../../language/parsed-text.ts';
import { relation, type Tree } from '../../syntax/tree.ts';
import type { Clause } from '../clauses.ts';
import { findQuantity } from '../quantities.ts';
import { allOf, objectOf } from '../role-parts.ts';
import { BEFALLS, harmOf } from '../told-effects.ts';
import { type EventWords, phraseEndingAt } from '../words.ts';
import { isAmong, nounBehind } from './near.ts';
import { nounOf, rangeOf } from './phrases.ts';

export interface Patient {
  head: Token;
  kinds: readonly EffectKind[];
}

/** Noun phrases that something befell in a clause. */
export function patientsOf(tree: Tree, clause: Clause, words: EventWords): Patient[] {
  const out: Patient[] = [];
  const own = new Set(clause.tokens);
  for (const token of clause.tokens) {
    if (token.upos === 'VERB' || (token.upos === 'ADJ' && words.effects.A.has(token.form.toLowerCase())))
      out.push(...ofVerb(tree, token, words, own));
    if (token.upos === 'NOUN') out.push(...ofNoun(tree, token, words));
    out.push(...ofMembers(tree, token, words));
    if (token.upos === 'ADJ' || token.xpos === 'VBN' || token.xpos === 'VBD')
      out.push(...ofState(tree, token, words));
  }
  return out;
}

function ofVerb(tree: Tree, verb: Token, words: EventWords, own: Set<Token>): Patient[] {
  if (
    verb.lemma === 'leave' ||
    verb.lemma === 'claim' ||
    verb.lemma === 'lose' ||
    verb.lemma === 'cost' ||
    verb.lemma === 'take'
  ) {
    const life = tree.child(verb, 'obj');
    if (life && life.lemma === 'life' && verb.lemma !== 'leave') {
      const of = tree.child(life, 'nmod') ?? life;
      return [{ head: of, kinds: ['killed'] }];
    }
    if (verb.lemma === 'lose') return lost(tree, verb, words);
    if (verb.lemma === 'claim' || verb.lemma === 'cost') return [];
  }
  if (BEFALLS.test(verb.lemma)) {
    // "wounds he suffered": the harm stands before.
    const harm = tree.child(verb, 'obj') ?? relativeObject(tree, verb);
    const subject = tree.child(verb, 'nsubj') ?? sharedSubject(tree, verb);
    return harm && subject && words.effects.N.get(harm.lemma)?.includes('wounded')
      ? [{ head: subject, kinds: ['wounded'] }]
      : [];
  }
  if (verb.lemma === 'leave') return departed(tree, verb, words);
  if (verb.lemma === 'reduce') return ruined(tree, verb);
  const kinds = words.effects.V.get(verb.lemma);
  // "not killed as earlier believed": nothing befell anyone.
  if (!kinds || verb.upos !== 'VERB' || isNegated(tree, verb)) return [];
  if (
    relation(verb) === 'conj' &&
    verb.xpos === 'VBN' &&
    !tree.child(verb, 'nsubj') &&
    hasOwnCount(tree, verb)
  )
    return [];
  // "a camp for displaced people": uncounted, it only says who they are.
  const noun = relation(verb) === 'amod' ? tree.head(verb) : undefined;
  if (noun && !findQuantity(tree.tokens, ...rangeOf(tree, noun))) return [];
  const patients: Token[] = [];
  const befalls = ['die', 'perish', 'succumb', 'drown', 'flee', 'evacuate'].includes(verb.lemma);
  if (isPassive(tree, verb)) {
    const subjects = tree.childrenBy(verb, 'nsubj');
    // "Dec. 26", read as a subject, is nobody.
    const subject =
      subjects.find(
        (child) => child.upos !== 'NUM' || findQuantity(tree.tokens, child.index, child.index + 1),
      ) ?? sharedSubject(tree, verb);
    if (subject) patients.push(...antecedents(tree, subject, verb), ...alongWith(tree, verb));
  } else if (
    relation(verb) === 'acl' &&
    (verb.xpos === 'VBN' || (verb.xpos === 'VBD' && !tree.child(verb, 'nsubj')))
  ) {
    // "three strikes engaged a unit; destroyed two posts", read as said of the strikes: what has an object is done.
    const head = objectOf(tree, verb) ?? tree.head(verb);
    if (head) patients.push(head);
  } else if (
    relation(verb) === 'conj' &&
    verb.xpos === 'VBN' &&
    !tree.child(verb, 'aux') &&
    !tree.child(verb, 'obj')
  ) {
    // "weapons and munitions destroyed": an auxiliary shared with the verb before.
    const subject = tree.child(verb, 'nsubj') ?? between(tree, verb) ?? sharedSubject(tree, verb);
    if (subject) patients.push(subject);
  } else {
    const object = objectOf(tree, verb);
    if (object) patients.push(...antecedents(tree, object, verb));
    else if (befalls) {
      const subject = tree.child(verb, 'nsubj') ?? sharedSubject(tree, verb);
      if (subject) patients.push(...antecedents(tree, subject, verb));
    } else {
      const behind = relativeObject(tree, verb) ?? nounBehind(tree, verb) ?? countedSubject(tree, verb);
      if (behind) patients.push(behind);
    }
  }
  void own;
  return patients.map((head) => ({
    head,
    kinds: isPlaceList(tree, head, words) ? kinds.filter((k) => k !== 'captured') : kinds,
  }));
}

/** "to rubble" may be read as a verb. */
const RUINS = /^(?:rubble|ruins?|ash(?:es)?|dust|debris)$/i;

/** "reduced the hospital to rubble" */
function ruined(tree: Tree, verb: Token): Patient[] {
  const to = tree.children(verb).some(({ form, index }) => index > verb.index && RUINS.test(form));
  const thing = isPassive(tree, verb) ? tree.child(verb, 'nsubj') : tree.child(verb, 'obj');
  return to && thing ? [{ head: thing, kinds: ['destroyed'] }] : [];
}

/** "were killed along with three bystanders": those behind the verb befell it too. */
const alongWith = (tree: Tree, verb: Token): Token[] =>
  tree
    .childrenBy(verb, 'obl')
    .filter((child) =>
      tree
        .childrenBy(child, 'case')
        .some(
          (mark) =>
            /^(?:along|together)$/i.test(mark.form) ||
            /^(?:along|together)$/i.test(tree.tokens[mark.index - 1]?.form ?? ''),
        ),
    );

/** "captured Wahab, Fahd and Qasr oil fields": names before the noun that says what they are. */
const isPlaceList = (tree: Tree, head: Token, words: EventWords): boolean =>
  tree.childrenBy(head, 'conj').some((t) => {
    const things = phraseEndingAt(tree.tokens, t.index, words.things)?.value;
    return (
      t.xpos.startsWith('NN') &&
      ['territory', 'infrastructure', 'buildings', 'positions'].some((c) => things?.has(c))
    );
  });

/** "38 civilians killed and 27 wounded", without an auxiliary: with no object, the subject is whom it befell. */
function countedSubject(tree: Tree, verb: Token): Token | undefined {
  const subject = tree.child(verb, 'nsubj');
  const befell =
    subject !== undefined &&
    subject.index < verb.index &&
    /^VB[ND]$/.test(verb.xpos) &&
    !tree.child(verb, 'aux', 'xcomp', 'ccomp');
  return befell && findQuantity(tree.tokens, ...rangeOf(tree, subject)) ? subject : undefined;
}

/** "27 wounded": the number before it counts those it tells of, whoever was told before. */
const hasOwnCount = (tree: Tree, verb: Token): boolean =>
  tree.child(verb, 'nummod') !== undefined || tree.tokens[verb.index - 1]?.upos === 'NUM';

function lost(tree: Tree, verb: Token, words: EventWords): Patient[] {
  const object = tree.child(verb, 'obj');
  if (!object || !findQuantity(tree.tokens, ...rangeOf(tree, object))) return [];
  return phraseEndingAt(tree.tokens, object.index, words.persons)
    ? [{ head: object, kinds: ['killed'] }]
    : [];
}

const CIVIL = new Set(['people', 'civilians', 'children', 'women', 'men', 'families']);

/** "thousands of people have left for the coast": people who go, counted, with nothing that they leave behind. */
function departed(tree: Tree, verb: Token, words: EventWords): Patient[] {
  const subject = tree.child(verb, 'nsubj');
  if (!subject || isPassive(tree, verb) || tree.child(verb, 'obj', 'xcomp')) return [];
  const noun = nounOf(tree, subject);
  const counted = findQuantity(tree.tokens, ...rangeOf(tree, subject)) !== null;
  const whole = phraseEndingAt(tree.tokens, noun.index, words.persons)?.value;
  const whither = tree
    .childrenBy(verb, 'obl')
    .some((child) => ['for', 'to', 'from', 'towards'].includes(tree.child(child, 'case')?.lemma ?? ''));
  return counted && whole && CIVIL.has(whole) && whither ? [{ head: subject, kinds: ['displaced'] }] : [];
}

/** "were killed, weapons destroyed": what stands before the second participle, read as the object of the first. */
function between(tree: Tree, verb: Token): Token | undefined {
  const head = tree.head(verb);
  if (!head || !isPassive(tree, head)) return undefined;
  return tree
    .childrenBy(head, 'obj', 'obl')
    .find(
      (child) =>
        child.upos === 'NOUN' &&
        child.index > head.index &&
        child.index < verb.index &&
        !tree.child(child, 'case'),
    );
}

function sharedSubject(tree: Tree, verb: Token): Token | undefined {
  const head = tree.head(verb);
  if (!head || (relation(verb) !== 'conj' && relation(verb) !== 'xcomp')) return undefined;
  return tree.child(head, 'nsubj:pass') ?? tree.child(head, 'nsubj') ?? sharedSubject(tree, head);
}

function antecedents(tree: Tree, token: Token, verb: Token): Token[] {
  if (!['WP', 'WDT'].includes(token.xpos) && !(token.lemma === 'that' && token.upos === 'PRON'))
    return [token];
  let clause: Token | undefined = verb;
  while (clause && clause.deprel !== 'acl:relcl') clause = tree.head(clause);
  const noun = clause && tree.head(clause);
  // "two suspects, one of them a teacher, who were arrested": all of them were.
  return noun ? [allOf(tree, noun)] : [];
}

function relativeObject(tree: Tree, verb: Token): Token | undefined {
  return verb.deprel === 'acl:relcl' &&
    tree.child(verb, 'nsubj') &&
    !tree.children(verb).some((c) => c.xpos === 'WP' || c.xpos === 'WDT')
    ? tree.head(verb)
    : undefined;
}

/** "the death of two people", "12 deaths", "injuries to five". */
function ofNoun(tree: Tree, noun: Token, words: EventWords): Patient[] {
  const kinds = words.effects.N.get(noun.lemma);
  if (!kinds) return [];
  const of = tree
    .childrenBy(noun, 'nmod')
    .find((child) => ['of', 'to', 'among'].includes(tree.child(child, 'case')?.lemma ?? ''));
  if (of && phraseEndingAt(tree.tokens, of.index, words.persons)) return [{ head: of, kinds }];
  return noun.xpos === 'NNS' && findQuantity(tree.tokens, ...rangeOf(tree, noun))
    ? [{ head: noun, kinds }]
    : [];
}

/** "the wounded included three guards", "the dead are two women": who they were. */
function ofMembers(tree: Tree, token: Token, words: EventWords): Patient[] {
  const includes = token.lemma === 'include' && token.upos === 'VERB';
  if (!includes && !tree.child(token, 'cop')) return [];
  const all = tree.child(token, 'nsubj');
  if (!all || tree.child(all, 'det')?.lemma !== 'the') return [];
  const kinds = harmOf(all, words);
  const members = includes ? tree.child(token, 'obj') : token;
  if (!kinds || members?.upos !== 'NOUN') return [];
  // "The dead are heroes": what they are called.
  const told = members.xpos === 'NN' || findQuantity(tree.tokens, ...rangeOf(tree, members));
  return told ? [{ head: members, kinds }] : [];
}

/** "30 people dead", "12 wounded", "hundreds injured", "two are missing". */
function ofState(tree: Tree, token: Token, words: EventWords): Patient[] {
  const kinds = words.effects.A.get(token.form.toLowerCase());
  if (!kinds) return [];
  const among = isAmong(tree, token);
  if (among)
    return [
      { head: among.one, kinds },
      { head: among.all, kinds },
    ];
  const subject = tree.child(token, 'nsubj');
  if (subject) return token.upos === 'ADJ' ? [{ head: subject, kinds }] : [];
  if (token.upos === 'VERB' && tree.child(token, 'obj')) return [];
  const head = tree.head(token);
  const rel = relation(token);
  if (head && (rel === 'amod' || rel === 'acl') && (head.upos === 'NOUN' || head.upos === 'NUM')) {
    return findQuantity(tree.tokens, ...rangeOf(tree, head)) ? [{ head, kinds }] : [];
  }
  if (head && head.upos === 'VERB' && (rel === 'xcomp' || rel === 'obj' || rel === 'advmod')) {
    const object = tree.child(head, 'obj');
    if (object && object !== token) return [{ head: object, kinds }];
    if (head.lemma === 'leave' || rel === 'obj') return [{ head: token, kinds }];
    // "seven were reported dead"
    const told = rel === 'xcomp' && isPassive(tree, head) ? tree.child(head, 'nsubj') : undefined;
    if (told) return [{ head: told, kinds }];
  }
  // "40 dead": the adjective heads the phrase.
  if (tree.child(token, 'nummod') || tree.tokens[token.index - 1]?.upos === 'NUM')
    return [{ head: token, kinds }];
  return [];
}
