/** Who did it and to whom, read off the tree around a trigger: heads of noun phrases, before they are parties. */
import { agentOf, agentPhrase, antecedent, isPassive } from '../attribution/parts.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import type { FoundTrigger } from './triggers.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

export interface FoundRoles {
  by: Token[];
  against: Token[];
}

export function findRoles(tree: Tree, clause: Clause, trigger: FoundTrigger, words: EventWords): FoundRoles {
  const roles = trigger.noun
    ? nounRoles(tree, clause, trigger, words)
    : verbRoles(tree, trigger.token, trigger);
  const by = unique(
    roles.by.map((head) => backed(tree, head)).flatMap((head) => conjuncts(tree, head)),
  ).filter((head) => canAct(tree, head, words));
  const against = unique(
    roles.against.flatMap((head) => conjuncts(tree, head)).map((head) => whole(tree, head)),
  );
  return { by, against: against.filter((head) => !roles.by.includes(head) || trigger.frame === 'mu') };
}

/** "Turkey-backed rebels", read as if Turkey did it: those who are backed act. */
function backed(tree: Tree, head: Token): Token {
  const [dash, word] = [tree.tokens[head.index + 1], tree.tokens[head.index + 2]];
  if (dash?.form !== '-' || !word || !BACKED.test(word.form)) return head;
  for (let i = word.index + 1; i < Math.min(word.index + 7, tree.tokens.length); i++) {
    const [token, next] = [tree.tokens[i]!, tree.tokens[i + 1]];
    const nominal = (t: Token | undefined) => t?.upos === 'NOUN' || t?.upos === 'PROPN' || t?.upos === 'ADJ';
    if (!nominal(token)) return head;
    if (token.upos !== 'ADJ' && !nominal(next)) return token;
  }
  return head;
}

const BACKED =
  /^(?:backed|led|allied|aligned|linked|supported|funded|trained|sponsored|affiliated|controlled|held|based|armed)$/i;

/** "most of the towns", "full control of the campus", "half of the city": what is meant is the second noun. */
const PARTS =
  /^(?:most|half|all|some|part|parts|much|many|majority|control|number|rest|bulk|dozens|scores|hundreds|thousands|several|series|third|quarter|percent|possession|portion|section)$/i;

function whole(tree: Tree, head: Token): Token {
  if (!PARTS.test(head.form)) return head;
  const of = tree.childrenBy(head, 'nmod').find((child) => tree.child(child, 'case')?.lemma === 'of');
  return of ? whole(tree, of) : head;
}

/** Of a state of things: whoever it is said of, if it can act; of a held place, who holds it. */
export function subjectRoles(tree: Tree, clause: Clause, words: EventWords): FoundRoles {
  if (clause.kind === 'attribute') return { by: holderOf(tree, clause), against: [] };
  const subject = clause.head.upos === 'VERB' ? agentOf(tree, clause.head) : tree.child(clause.head, 'nsubj');
  const owner = tree
    .childrenBy(clause.head, 'compound', 'nmod:poss', 'amod')
    .filter((child) => namesActor(tree, child, words));
  const heads = subject && !tree.child(clause.head, 'expl') ? conjuncts(tree, subject) : owner;
  return { by: heads.filter((head) => canAct(tree, head, words)), against: [] };
}

/** "rebel" of "rebel-held", "Kurdish" of "Kurdish-controlled". */
function holderOf(tree: Tree, clause: Clause): Token[] {
  const before = tree.tokens[clause.head.index - 2];
  if (tree.tokens[clause.head.index - 1]?.form === '-' && before) return [before];
  const agent = agentPhrase(tree, clause.head);
  return agent ? [agent] : [];
}

const unique = (tokens: Token[]) => [...new Set(tokens)];

/** A noun phrase and those coordinated with it. */
export function conjuncts(tree: Tree, head: Token): Token[] {
  return [head, ...tree.childrenBy(head, 'conj').filter((child) => child.upos !== 'VERB')];
}

function oblique(tree: Tree, verb: Token, ...marks: string[]): Token[] {
  return tree
    .childrenBy(verb, 'obl', 'nmod', 'advcl')
    .filter((child) => tree.childrenBy(child, 'case', 'mark').some((mark) => marks.includes(mark.lemma)));
}

function verbRoles(tree: Tree, verb: Token, trigger: Pick<FoundTrigger, 'frame' | 'type'>): FoundRoles {
  const passive = isPassive(tree, verb) || (relation(verb) === 'acl' && verb.xpos === 'VBN');
  const object = passive ? passiveSubject(tree, verb) : (tree.child(verb, 'obj') ?? undefined);
  const agent = passive ? agentPhrase(tree, verb) : agentOf(tree, verb);
  const list = (...tokens: (Token | undefined)[]) => tokens.filter((t): t is Token => t !== undefined);
  if (trigger.frame === 'un' && !object)
    return {
      by: [],
      against: [...list(agent), ...oblique(tree, verb, 'outside', 'at', 'near', 'inside', 'beside')],
    };
  // "were dispatched to the front": they moved, whoever sent them.
  if (passive && !agent && trigger.type === '?deploy') return { by: list(object), against: [] };
  if (trigger.frame === 'in')
    return { by: list(passive ? (agent ?? object) : agent), against: oblique(tree, verb, 'against', 'from') };
  if (trigger.frame === 'mu') {
    const sides = [...list(agent), ...list(object), ...oblique(tree, verb, 'with', 'against', 'between')];
    return { by: sides, against: sides };
  }
  const at = object ? [object] : oblique(tree, verb, 'on', 'at', 'against', 'upon', 'into', 'over');
  return {
    by: list(agent),
    against: [...at, ...oblique(tree, verb, 'against', 'from', 'out').filter((o) => !at.includes(o))],
  };
}

function passiveSubject(tree: Tree, verb: Token): Token | undefined {
  const subject = tree.child(verb, 'nsubj:pass') ?? tree.child(verb, 'nsubj');
  if (subject) return antecedent(tree, subject, verb);
  const head = tree.head(verb);
  if (head && relation(verb) === 'acl') return head;
  if (head && relation(verb) === 'conj') return passiveSubject(tree, head);
  return undefined;
}

/** Nouns: "Russian airstrikes on X", "an attack by Y", "the shelling of Z", and the verb that carries them. */
function nounRoles(tree: Tree, clause: Clause, trigger: FoundTrigger, words: EventWords): FoundRoles {
  const noun = trigger.token;
  const by: Token[] = [];
  const against: Token[] = [];
  for (const child of tree.children(noun)) {
    const rel = child.deprel;
    const before = child.index < trigger.first;
    if (
      before &&
      (rel === 'nmod:poss' || ((rel === 'amod' || rel === 'compound') && namesActor(tree, child, words)))
    )
      by.push(child);
    else if (relation(child) === 'nmod' || relation(child) === 'obl') {
      const mark = tree.child(child, 'case')?.lemma;
      if (mark === 'by' || mark === 'from') by.push(child);
      else if (mark === 'on' || mark === 'against' || mark === 'at' || mark === 'upon') against.push(child);
      else if (mark === 'of' && trigger.frame !== 'mu') against.push(child);
      else if (mark === 'between' || mark === 'with' || (mark === 'of' && trigger.frame === 'mu')) {
        by.push(child);
        against.push(child);
      }
    } else if (rel === 'acl' && (child.xpos === 'VBN' || child.xpos === 'VBD')) {
      const agent = agentPhrase(tree, child);
      if (agent) by.push(agent);
      against.push(...oblique(tree, child, 'against', 'on', 'at'));
    } else if (rel === 'acl' && child.xpos === 'VBG' && child.lemma === 'target') {
      const object = tree.child(child, 'obj');
      if (object) against.push(object);
    }
  }
  addVerbRoles(tree, clause, trigger, by, against);
  return { by, against };
}

function addVerbRoles(
  tree: Tree,
  clause: Clause,
  trigger: FoundTrigger,
  by: Token[],
  against: Token[],
): void {
  const verb = trigger.verb ?? (clause.head.upos === 'VERB' ? clause.head : null);
  const noun = trigger.token;
  if (!verb || verb === noun) return;
  const passive = isPassive(tree, verb);
  const subject = passive ? passiveSubject(tree, verb) : agentOf(tree, verb);
  const rel = relation(noun);
  if (rel === 'nsubj') {
    // The happening is the subject: what it hits is the object.
    const object = passive ? undefined : tree.child(verb, 'obj');
    if (object) against.push(object);
    if (passive) {
      const agent = agentPhrase(tree, verb);
      if (agent) by.push(agent);
    }
  } else if (trigger.suffers) {
    if (subject) against.push(subject);
    by.push(...oblique(tree, verb, 'from', 'by'));
  } else if (rel === 'obj') {
    if (subject && subject !== noun) by.push(subject);
    against.push(...oblique(tree, verb, 'against', 'on', 'at').filter((o) => o !== noun));
  } else if (rel === 'obl') {
    const object = tree.child(verb, 'obj');
    if (passive && subject) against.push(subject);
    else if (subject && trigger.verb) {
      if (object) {
        by.push(subject);
        against.push(object);
      } else if (verb.lemma === 'die' || verb.lemma === 'perish') against.push(subject);
      else by.push(subject);
    }
  }
}

/** Adjectives and nouns before a noun that name who acts: "Russian", "ISIL", "coalition", "rebel". */
function namesActor(tree: Tree, token: Token, words: EventWords): boolean {
  if (token.upos === 'PROPN') return true;
  if (/^\p{Lu}/u.test(token.form) && token.upos === 'ADJ') return true;
  return phraseEndingAt(tree.tokens, token.index, words.actors) !== null;
}

/** A happening, a place or a thing is no doer. */
function canAct(tree: Tree, head: Token, words: EventWords): boolean {
  if (head.upos === 'PROPN' || head.upos === 'PRON') return true;
  const tokens = tree.tokens;
  if (phraseEndingAt(tokens, head.index, words.actors) || phraseEndingAt(tokens, head.index, words.persons))
    return true;
  if (phraseEndingAt(tokens, head.index, words.nouns)) return false;
  if (head.upos === 'ADJ') return /^\p{Lu}/u.test(head.form);
  if (head.upos === 'NUM') return true;
  return (
    !phraseEndingAt(tokens, head.index, words.things) &&
    !phraseEndingAt(tokens, head.index, words.means) &&
    head.upos === 'NOUN'
  );
}
