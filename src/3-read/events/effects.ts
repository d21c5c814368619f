/** What came of it, with figures: killed, wounded, missing, captured, displaced, destroyed, damaged, seized. */
import type { EffectKind } from '../../records/index.ts';
import { isPassive } from '../attribution/parts.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import { findQuantity, isSingular, type Quantity } from './quantities.ts';
import { conjuncts } from './roles.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

export interface FoundEffect {
  what: EffectKind;
  /** Token indices, inclusive. */
  first: number;
  last: number;
  head: Token;
  whom: string | null;
  label: string | null;
  low: number | null;
  high: number | null;
  approximate: boolean;
  unit: 'persons' | 'families' | 'bodies' | 'items';
  scope: 'happening' | 'since';
  /** Index (in the list) of the effect this is part of. */
  partOf: number | null;
  origin: string[];
}

interface Patient {
  head: Token;
  kinds: readonly EffectKind[];
}

export function findEffects(tree: Tree, clause: Clause, words: EventWords): FoundEffect[] {
  const out: FoundEffect[] = [];
  const seen = new Set<Token>();
  for (const { head, kinds } of patientsOf(tree, clause, words)) {
    for (const one of countable(tree, head)) {
      if (seen.has(one)) continue;
      const effect = effectOf(tree, one, kinds, words);
      if (!effect) continue;
      seen.add(one);
      out.push(effect);
      addParts(tree, effect, out, words);
    }
  }
  const since =
    clause.tokens.some((t, i) => t.lemma === 'since' && clause.tokens[i + 1]?.upos !== 'PRON') ||
    /\b(?:so far|to date)\b/i.test(clause.tokens.map((t) => t.form).join(' '));
  if (since) for (const effect of out) effect.scope = 'since';
  return out.sort((a, b) => a.first - b.first).map((effect) => effect);
}

/** Noun phrases that something befell in a clause. */
function patientsOf(tree: Tree, clause: Clause, words: EventWords): Patient[] {
  const out: Patient[] = [];
  const own = new Set(clause.tokens);
  for (const token of clause.tokens) {
    if (token.upos === 'VERB' || (token.upos === 'ADJ' && words.effects.A.has(token.form.toLowerCase())))
      out.push(...ofVerb(tree, token, words, own));
    if (token.upos === 'NOUN') out.push(...ofNoun(tree, token, words));
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
    if (verb.lemma !== 'take') return verb.lemma === 'lose' ? lost(tree, verb, words) : [];
  }
  if (verb.lemma === 'suffer' || verb.lemma === 'sustain') {
    const harm = tree.child(verb, 'obj');
    const subject = tree.child(verb, 'nsubj') ?? sharedSubject(tree, verb);
    return harm && subject && words.effects.N.get(harm.lemma)?.includes('wounded')
      ? [{ head: subject, kinds: ['wounded'] }]
      : [];
  }
  const kinds = words.effects.V.get(verb.lemma);
  if (!kinds || verb.upos !== 'VERB') return [];
  const patients: Token[] = [];
  const befalls = ['die', 'perish', 'succumb', 'drown', 'flee', 'evacuate'].includes(verb.lemma);
  if (isPassive(tree, verb)) {
    const subject = tree.child(verb, 'nsubj:pass') ?? tree.child(verb, 'nsubj') ?? sharedSubject(tree, verb);
    if (subject) patients.push(...antecedents(tree, subject, verb));
  } else if (
    relation(verb) === 'acl' &&
    (verb.xpos === 'VBN' || (verb.xpos === 'VBD' && !tree.child(verb, 'nsubj')))
  ) {
    const head = tree.head(verb);
    if (head) patients.push(head);
  } else if (
    relation(verb) === 'conj' &&
    verb.xpos === 'VBN' &&
    !tree.child(verb, 'aux') &&
    !tree.child(verb, 'obj')
  ) {
    // "weapons and munitions destroyed": an auxiliary shared with the verb before.
    const subject = tree.child(verb, 'nsubj') ?? sharedSubject(tree, verb);
    if (subject) patients.push(subject);
  } else {
    const object = tree.child(verb, 'obj');
    if (object) patients.push(...antecedents(tree, object, verb));
    else if (befalls) {
      const subject = tree.child(verb, 'nsubj') ?? sharedSubject(tree, verb);
      if (subject) patients.push(...antecedents(tree, subject, verb));
    } else {
      const relative = relativeObject(tree, verb);
      if (relative) patients.push(relative);
    }
  }
  void own;
  return patients.map((head) => ({ head, kinds }));
}

function lost(tree: Tree, verb: Token, words: EventWords): Patient[] {
  const object = tree.child(verb, 'obj');
  if (!object || !findQuantity(tree.tokens, ...rangeOf(tree, object))) return [];
  return phraseEndingAt(tree.tokens, object.index, words.persons)
    ? [{ head: object, kinds: ['killed'] }]
    : [];
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
  return noun ? [noun] : [];
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

/** "30 people dead", "12 wounded", "hundreds injured", "two are missing". */
function ofState(tree: Tree, token: Token, words: EventWords): Patient[] {
  const kinds = words.effects.A.get(token.form.toLowerCase());
  if (!kinds) return [];
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
  }
  // "40 dead": the adjective heads the phrase.
  if (tree.child(token, 'nummod') || tree.tokens[token.index - 1]?.upos === 'NUM')
    return [{ head: token, kinds }];
  return [];
}

/** The phrase itself and those coordinated with it that have a count or determiner of their own, or are of another sort. */
function countable(tree: Tree, head: Token): Token[] {
  const all = [...new Set([...conjuncts(tree, head), ...misplaced(tree, head)])];
  if (all.length === 1) return all;
  const counted = findQuantity(tree.tokens, ...rangeOf(tree, head)) !== null;
  return all.filter((one, i) => {
    if (i === 0) return true;
    const own =
      findQuantity(tree.tokens, ...rangeOf(tree, one)) !== null || tree.child(one, 'det') !== undefined;
    // "13 women and children": one count for both.
    return own || !counted;
  });
}

/**
 * Coordinated phrases with a count or owner of their own that the parser hung on the last noun before them: "a post of
 * terrorists and up to 80 militants", "vehicles with guns and three depots".
 */
function misplaced(tree: Tree, head: Token): Token[] {
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

/** Tokens of a phrase up to its head's own modifiers: [from, to). */
function rangeOf(tree: Tree, head: Token): [number, number] {
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

function effectOf(
  tree: Tree,
  head: Token,
  told: readonly EffectKind[],
  words: EventWords,
): FoundEffect | null {
  let kinds = told;
  const noun = nounOf(tree, head);
  const [from, to] = rangeOf(tree, head);
  // "killed ten and wounded thousands", read as "wounded" before "thousands": its own word tells.
  const own = tree
    .childrenBy(head, 'amod')
    .flatMap((child) => words.effects.A.get(child.form.toLowerCase()) ?? []);
  if (own.length > 0) kinds = own;
  const quantity = findQuantity(tree.tokens, from, to) ?? embedded(tree, head, noun);
  if (quantity?.share) return null;
  const person = personOf(tree, noun, words);
  const things = phraseEndingAt(tree.tokens, noun.index, words.things)?.value ?? new Set<string>();
  const what = kindFor(kinds, person !== null, things, quantity);
  if (!what) return null;
  const determiners = tree.childrenBy(head, 'det', 'nmod:poss');
  const name = nameTail(tree, noun);
  const single = !quantity && (isSingular(noun, determiners) || (name > noun.index && noun.xpos === 'NN'));
  const first = Math.min(from, quantity?.first ?? from);
  const last = Math.max(noun.index, quantity?.last ?? 0, head.index, name);
  return {
    what,
    first,
    last,
    head,
    whom: person ?? firstOf(things) ?? null,
    label: words.loaded.has(noun.lemma.toLowerCase()) ? tree.tokens[noun.index]!.form : null,
    low: quantity ? quantity.low : single ? 1 : null,
    high: quantity ? quantity.high : single ? 1 : null,
    approximate: quantity?.approximate ?? false,
    unit:
      noun.lemma === 'family' || noun.lemma === 'household'
        ? 'families'
        : noun.lemma === 'body' || noun.lemma === 'corpse'
          ? 'bodies'
          : person
            ? 'persons'
            : 'items',
    scope: 'happening',
    partOf: null,
    origin: originsOf(tree, noun),
  };
}

/** The last word of the name that goes with a noun: "commander Abu Omar al-Ansari". */
function nameTail(tree: Tree, noun: Token): number {
  let last = noun.index;
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

const firstOf = (set: ReadonlySet<string>) => [...set][0];

/** "scores of terrorists": the noun that is counted; else the head. */
function nounOf(tree: Tree, head: Token): Token {
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
function embedded(tree: Tree, head: Token, noun: Token): Quantity | null {
  const of = tree.subtree(head).filter((t) => t.index > head.index && t.upos === 'NUM');
  if (of.length === 0) return head !== noun ? findQuantity(tree.tokens, head.index, noun.index) : null;
  const inner = of[0]!;
  const target = tree.head(inner);
  if (!target || !/^(?:people|person|man|fighter|soldier|member)$/.test(target.lemma))
    return head !== noun ? findQuantity(tree.tokens, head.index, noun.index) : null;
  return findQuantity(tree.tokens, inner.index, target.index + 1);
}

/** The class of persons a noun names; null for things. Names of people and pronouns are persons of no class. */
function personOf(tree: Tree, noun: Token, words: EventWords): string | null {
  const hit = phraseEndingAt(tree.tokens, noun.index, words.persons);
  if (hit) return hit.value;
  if (noun.upos === 'PRON')
    return ['he', 'she', 'him', 'her', 'they', 'them', 'who', 'i', 'we'].includes(noun.lemma.toLowerCase())
      ? 'people'
      : null;
  if (noun.upos === 'NUM' || words.effects.A.has(noun.form.toLowerCase())) return 'people';
  if (/^(?:dozens|scores|hundreds|thousands|others|many|several)$/i.test(noun.form)) return 'people';
  if (phraseEndingAt(tree.tokens, noun.index, words.things)) return null;
  return noun.upos === 'PROPN' && noun.xpos === 'NNP' && /^\p{Lu}\p{Ll}/u.test(noun.form) ? 'people' : null;
}

function kindFor(
  kinds: readonly EffectKind[],
  person: boolean,
  things: ReadonlySet<string>,
  quantity: Quantity | null,
): EffectKind | null {
  for (const kind of kinds) {
    switch (kind) {
      case 'killed':
      case 'wounded':
      case 'missing':
        if (person || (quantity && things.size === 0)) return kind;
        break;
      case 'captured':
      case 'displaced':
        if (person) return kind;
        break;
      case 'destroyed':
        if (person) return 'killed';
        if (things.size > 0) return kind;
        break;
      case 'damaged':
        if (
          !person &&
          ['vehicles', 'armour', 'aircraft', 'ships', 'buildings', 'infrastructure', 'depots'].some((c) =>
            things.has(c),
          )
        )
          return kind;
        break;
      case 'seized':
        if (!person && quantity && quantity.low !== null && things.size > 0) return kind;
        break;
    }
  }
  return null;
}

/** "including nine from the North Caucasus", "among them two children". */
function addParts(tree: Tree, whole: FoundEffect, out: FoundEffect[], words: EventWords): void {
  const phraseEnd = tree.subtree(whole.head).at(-1)!.index;
  const index = out.indexOf(whole);
  for (let i = whole.last + 1; i <= Math.min(phraseEnd, tree.tokens.length - 1); i++) {
    const word = tree.tokens[i]!.form.toLowerCase();
    const opens =
      word === 'including' || (word === 'among' && /^(?:them|whom)$/i.test(tree.tokens[i + 1]?.form ?? ''));
    if (!opens) continue;
    let at = i + 1;
    while (at <= phraseEnd) {
      const quantity = findQuantity(tree.tokens, at, phraseEnd + 1) ?? determined(tree, at, phraseEnd);
      if (!quantity) break;
      let last = quantity.last;
      while (last + 1 <= phraseEnd && ['NOUN', 'PROPN', 'ADJ'].includes(tree.tokens[last + 1]!.upos)) last++;
      if (last === quantity.last && tree.tokens[last + 1]?.form.toLowerCase() === 'of')
        while (last + 1 <= phraseEnd && tree.tokens[last]!.upos !== 'NOUN') last++;
      const noun = tree.tokens[last]!;
      out.push({
        ...whole,
        first: quantity.first,
        last,
        head: noun,
        whom: personOf(tree, noun, words) ?? whole.whom,
        label: words.loaded.has(noun.lemma) ? noun.form : null,
        low: quantity.low,
        high: quantity.high,
        approximate: quantity.approximate,
        partOf: index,
        origin: originsOf(tree, noun),
      });
      at = last + 1;
      if (!/^(?:,|and)$/.test(tree.tokens[at]?.form ?? '')) break;
      at++;
      if (tree.tokens[at]?.form === 'and') at++;
    }
    return;
  }
}

/** "a child", "an officer", "a large number of foreign fighters" at i. */
function determined(tree: Tree, i: number, end: number): Quantity | null {
  const word = tree.tokens[i]?.form.toLowerCase();
  if (word !== 'a' && word !== 'an' && word !== 'one') return null;
  const many = tree.tokens.slice(i + 1, end + 1).findIndex((t) => t.lemma === 'number');
  if (many >= 0 && many < 3)
    return { low: null, high: null, approximate: false, first: i, last: i + 1 + many, share: false };
  return { low: 1, high: 1, approximate: false, first: i, last: i, share: false };
}

/** "coming from Tajikistan and Iraq", "who came from Tunisia": where people are said to be from. */
function originsOf(tree: Tree, noun: Token): string[] {
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
