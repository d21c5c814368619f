/** Counted noun phrases: which noun is counted, where its count stands, what is coordinated with it. */
import type { Token } from '../../language/parsed-text.ts';
import { relation, type Tree } from '../../syntax/tree.ts';
import { findQuantity, type Quantity } from '../quantities.ts';
import { conjuncts } from '../role-parts.ts';
import { type EventWords, phraseEndingAt } from '../words.ts';

/** The phrase itself and those coordinated with it that have a count or determiner of their own, or are of another sort. */
export function countable(tree: Tree, head: Token, words: EventWords): Token[] {
  const all = [
    ...new Set([...conjuncts(tree, head), ...misplaced(tree, head), ...listedAfter(tree, head, words)]),
  ];
  if (all.length === 1) return all;
  const counted = findQuantity(tree.tokens, ...rangeOf(tree, head)) !== null;
  return all.filter((one, i) => {
    if (i === 0) return true;
    const own =
      findQuantity(tree.tokens, ...rangeOf(tree, one)) !== null ||
      tree.child(one, 'det', 'nmod:poss') !== undefined;
    // "13 women and children": one count for both.
    return own || !counted;
  });
}

/**
 * Coordinated phrases with a count or owner of their own that the parser hung on the last noun before them: "a post of
 * terrorists and up to 80 militants", "vehicles with guns and three depots".
 */
export function misplaced(tree: Tree, head: Token): Token[] {
  const verb = tree.head(head);
  const withs =
    verb && relation(head) === 'obj'
      ? tree
          .childrenBy(verb, 'obl')
          .filter((o) => o.index > head.index && tree.child(o, 'case')?.lemma === 'with')
      : [];
  const region = [head, ...withs].flatMap((top) =>
    tree.subtree(top, (child) => child.deprel === 'acl:relcl' || relation(child) === 'advcl'),
  );
  return region.filter((token) => {
    if (relation(token) !== 'conj' || token.upos !== 'NOUN' || token.index < head.index) return false;
    if (tree.childrenBy(token, 'case').some((mark) => mark.lemma === 'in' || mark.lemma === 'from'))
      return false;
    return (
      findQuantity(tree.tokens, ...rangeOf(tree, token)) !== null ||
      tree.child(token, 'nmod:poss') !== undefined
    );
  });
}

/**
 * Counted persons or things further on in the same list, whatever they hang on: "a base and about 40 fighters, as well
 * as seven trucks". A verb between ends the list.
 */
function listedAfter(tree: Tree, head: Token, words: EventWords): Token[] {
  const { tokens } = tree;
  const out: Token[] = [];
  for (let i = head.index + 1; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (
      /^(?:VBD|VBZ|VBP|VB|MD)$/.test(token.xpos) ||
      /^(?:including|among|;|who|which|that)$/i.test(token.form)
    )
      break;
    // "and wounded five": another verb, whatever its form.
    if (token.xpos === 'VBN' && tokens[i - 1]?.upos === 'CCONJ') break;
    if (!isJoint(tokens, i)) continue;
    const quantity = findQuantity(tokens, i + 1, Math.min(i + 8, tokens.length));
    const counted = quantity?.first === i + 1 && !quantity.share;
    const single = !counted && /^an?$/i.test(tokens[i + 1]?.form ?? '');
    if (!counted && !single) continue;
    const count = counted ? quantity.last : i + 1;
    let last = count;
    while (
      ['NOUN', 'PROPN', 'ADJ'].includes(tokens[last + 1]?.upos ?? '') ||
      isHyphen(tokens, last + 1) ||
      tokens[last + 2]?.form === '-'
    )
      last++;
    const noun = tokens[last]!;
    // ", a police officer said": one person after a comma is as likely to begin another clause.
    const known =
      (counted && phraseEndingAt(tokens, last, words.persons) !== null) ||
      (phraseEndingAt(tokens, last, words.things) !== null && (counted || endsPhrase(tokens[last + 1])));
    if (last > count && noun.upos === 'NOUN' && known) out.push(noun);
    i = last;
  }
  return out;
}

const endsPhrase = (next: Token | undefined) =>
  next === undefined || next.upos === 'PUNCT' || next.upos === 'CCONJ' || next.upos === 'ADP';

function isJoint(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]!.form.toLowerCase();
  if (word === 'and' || word === ',' || word === 'plus') return true;
  return (
    (word === 'as' && tokens[i - 1]?.form === 'well') ||
    (word === 'with' && /^(?:along|together)$/.test(tokens[i - 1]?.form ?? ''))
  );
}

const isHyphen = (tokens: readonly Token[], i: number) =>
  tokens[i]?.form === '-' && tokens[i + 1] !== undefined && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]!.upos);

/** The count of a phrase; a range or bound that stands just before it and hangs elsewhere belongs to it. */
export function countOf(tree: Tree, head: Token): Quantity | null {
  const [from, to] = rangeOf(tree, head);
  const own = findQuantity(tree.tokens, from, to);
  if (!own) return null;
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const wider = findQuantity(tree.tokens, at, to);
    if (wider && wider.first >= at && wider.first < own.first && wider.last === own.last) return wider;
  }
  return own;
}

/** Tokens of a phrase up to its head's own modifiers: [from, to). */
export function rangeOf(tree: Tree, head: Token): [number, number] {
  let from = head.index;
  for (const child of tree.children(head)) {
    if (child.index > head.index) continue;
    if (['nummod', 'det', 'amod', 'compound', 'advmod', 'nmod:poss', 'nmod'].includes(child.deprel)) {
      from = Math.min(from, tree.subtree(child)[0]!.index);
    }
  }
  // "at least", "more than" may hang elsewhere: three words before are looked at by the number itself.
  return [from, head.index + 1];
}

/** The last word of the name that goes with a noun: "commander Abu Omar al-Ansari". */
export function nameTail(tree: Tree, noun: Token, people: ReadonlySet<Token>): number {
  let last = noun.index;
  // "commander-in-chief Abu Omar".
  let at = noun.index + 1;
  if (tree.tokens[at]?.form === '-' && tree.tokens[at + 1]?.form === 'in') at += 4;
  while (people.has(tree.tokens[at]!) || (at > last + 1 && tree.tokens[at]?.form === '-')) last = at++;
  if (last > noun.index) return last;
  for (const child of tree.children(noun)) {
    const near =
      child.index > noun.index &&
      tree.tokens.slice(noun.index + 1, child.index).every((t) => t.upos === 'PROPN' || t.form === '-');
    if (!near || !['flat', 'appos', 'compound', 'nmod:desc'].includes(child.deprel)) continue;
    if (child.upos === 'PROPN')
      last = Math.max(
        last,
        tree.subtree(child, (c) => relation(c) === 'punct' && c.form === ',').at(-1)!.index,
      );
  }
  return last;
}

/** "scores of terrorists": the noun that is counted; else the head. */
export function nounOf(tree: Tree, head: Token): Token {
  if (
    head.upos === 'NUM' ||
    /^(?:dozens|scores|hundreds|thousands|tens|millions|number|group|team|total|majority|couple|handful)$/i.test(
      head.form,
    )
  ) {
    const of = tree.childrenBy(head, 'nmod').find((child) => tree.child(child, 'case')?.lemma === 'of');
    if (of) return nounOf(tree, of);
  }
  return head;
}

/** "a team of mercenaries of more than 60 people": a count inside the phrase. */
export function embedded(tree: Tree, head: Token, noun: Token): Quantity | null {
  const of = tree.subtree(head).filter((t) => t.index > head.index && t.upos === 'NUM');
  if (of.length === 0) return head !== noun ? findQuantity(tree.tokens, head.index, noun.index) : null;
  const inner = of[0]!;
  const target = tree.head(inner);
  if (!target || !/^(?:people|person|man|fighter|soldier|member)$/.test(target.lemma))
    return head !== noun ? findQuantity(tree.tokens, head.index, noun.index) : null;
  return findQuantity(tree.tokens, inner.index, target.index + 1);
}

/** "members of the police force", "a member of parliament": what they are members of says who they are. */
function memberOf(tree: Tree, noun: Token, words: EventWords): string | undefined {
  const body = tree.childrenBy(noun, 'nmod').find((child) => tree.child(child, 'case')?.lemma === 'of');
  if (!body) return undefined;
  if (CIVIL_BODIES.test(body.lemma)) return 'civilians';
  const before = tree.child(body, 'compound') ?? body;
  return [body, before]
    .map(({ index }) => phraseEndingAt(tree.tokens, index, words.persons)?.value)
    .find((whom) => whom !== undefined);
}

const CIVIL_BODIES =
  /^(?:family|public|community|congregation|parliament|congress|council|press|staff|household|church|minority|audience|delegation|committee)$/i;

/** The class of persons a noun names; null for things. Names of people and pronouns are persons of no class. */
export function personOf(
  tree: Tree,
  noun: Token,
  words: EventWords,
  people: ReadonlySet<Token>,
): string | null {
  // "Omar King": a last name, no king.
  if (noun.upos === 'PROPN' && people.has(noun) && people.has(tree.tokens[noun.index - 1]!)) return 'people';
  const hit = phraseEndingAt(tree.tokens, noun.index, words.persons);
  if (hit)
    return (hit.last === hit.first && noun.lemma === 'member' && memberOf(tree, noun, words)) || hit.value;
  if (noun.upos === 'PRON')
    return ['he', 'she', 'him', 'her', 'they', 'them', 'who', 'i', 'we'].includes(noun.lemma.toLowerCase())
      ? 'people'
      : null;
  if (noun.upos === 'NUM' || words.effects.A.has(noun.form.toLowerCase())) return 'people';
  if (/^(?:dozens|scores|hundreds|thousands|others|many|several)$/i.test(noun.form)) return 'people';
  if (phraseEndingAt(tree.tokens, noun.index, words.things)) return null;
  return people.has(noun) ? 'people' : null;
}

/** "coming from Tajikistan and Iraq", "who came from Tunisia": where people are said to be from. */
export function originsOf(tree: Tree, noun: Token): string[] {
  const out: string[] = [];
  for (const child of tree.children(noun)) {
    if (relation(child) !== 'acl' || child.lemma !== 'come') continue;
    for (const from of tree.childrenBy(child, 'obl')) {
      if (tree.child(from, 'case')?.lemma !== 'from') continue;
      for (const place of conjuncts(tree, from)) if (place.upos === 'PROPN') out.push(place.form);
    }
  }
  return out;
}
