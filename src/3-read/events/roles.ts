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
    roles.by.map((head) => whole(tree, backed(tree, head))).flatMap((head) => conjuncts(tree, head)),
  ).flatMap((head) => actors(tree, head, words));
  const against = unique(
    roles.against.flatMap((head) => conjuncts(tree, head)).map((head) => whole(tree, head)),
  );
  return {
    by,
    against: against.filter((head) => !isDate(head) && (!roles.by.includes(head) || trigger.frame === 'mu')),
  };
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
  const agent = passive ? sharedAgent(tree, verb) : timelessSubject(tree, verb);
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

/** "Days ago Israeli jets fired …": a time read as a subject gives way to the other subject. */
function timelessSubject(tree: Tree, verb: Token): Token | undefined {
  const agent = agentOf(tree, verb);
  if (!agent || !isDate(agent) || agent.upos === 'NUM') return agent;
  return tree.childrenBy(verb, 'nsubj').find((child) => !isDate(child));
}

/** "was struck and killed by X": the agent may stand with the second participle. */
function sharedAgent(tree: Tree, verb: Token): Token | undefined {
  const own = agentPhrase(tree, verb);
  if (own && !isDate(own)) return own;
  // "captured by 17 October by X": a date is no agent.
  const other = oblique(tree, verb, 'by').find((child) => !isDate(child));
  if (other) return other;
  return tree
    .childrenBy(verb, 'conj')
    .filter((other) => other.xpos === 'VBN' && !tree.child(other, 'nsubj'))
    .map((other) => agentPhrase(tree, other))
    .find((agent) => agent !== undefined);
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
  for (const child of [...tree.children(noun), ...besidePartitive(tree, noun)]) {
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

/** "a wave of strikes against X": what hangs on the first noun is of the second. */
function besidePartitive(tree: Tree, noun: Token): Token[] {
  const head = tree.head(noun);
  if (!head || relation(noun) !== 'nmod' || tree.child(noun, 'case')?.lemma !== 'of' || head.upos !== 'NOUN')
    return [];
  return tree.childrenBy(head, 'nmod').filter((child) => child !== noun && child.index > noun.index);
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

/** A strike, jet or missile acts for whoever it is of: "a coalition airstrike", "Israeli jets". */
function actors(tree: Tree, head: Token, words: EventWords): Token[] {
  if (canAct(tree, head, words)) return [head];
  return tree
    .childrenBy(head, 'compound', 'amod', 'nmod:poss')
    .filter((child) => child.index < head.index && namesActor(tree, child, words));
}

const TIMES =
  /^(?:hour|day|week|month|year|minute|night|morning|evening|afternoon|time|moment|mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:s|day|\.)?$/i;
const isDate = (head: Token) => head.upos === 'NUM' || TIMES.test(head.form);

/** A happening, a place or a thing is no doer. */
function canAct(tree: Tree, head: Token, words: EventWords): boolean {
  if (TIMES.test(head.form)) return false;
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
