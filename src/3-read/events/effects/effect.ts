/** One effect out of a noun phrase: what happened, to whom, how many. */
import type { EffectKind } from '../../../records/index.ts';
import type { Token } from '../../language/parsed-text.ts';
import { isTimeNoun } from '../../syntax/time-nouns.ts';
import type { Tree } from '../../syntax/tree.ts';
import { isSingular, type Quantity } from '../quantities.ts';
import { type EventWords, phraseEndingAt } from '../words.ts';
import { countOf, embedded, nameTail, nounOf, originsOf, personOf, rangeOf } from './phrases.ts';

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

export function effectOf(
  tree: Tree,
  head: Token,
  told: readonly EffectKind[],
  words: EventWords,
  people: ReadonlySet<Token>,
): FoundEffect | null {
  let kinds = told;
  const noun = nounOf(tree, head);
  const [from] = rangeOf(tree, head);
  // "killed ten and wounded thousands", read as "wounded" before "thousands": its own word tells.
  const own = tree
    .childrenBy(head, 'amod')
    .flatMap((child) => words.effects.A.get(child.form.toLowerCase()) ?? []);
  const quantity = countOf(tree, head) ?? embedded(tree, head, noun);
  // Uncounted, it only says who they are: "a camp for displaced people" displaces nobody.
  if (own.length > 0 && quantity) kinds = own;
  if (quantity?.share || isNone(tree, head, quantity)) return null;
  // "484 deaths", "12 arrests": those who died and were arrested are counted.
  const counts = quantity !== null && words.effects.N.has(noun.lemma);
  const person = counts ? 'people' : personOf(tree, noun, words, people);
  const things = phraseEndingAt(tree.tokens, noun.index, words.things)?.value ?? new Set<string>();
  // "destroyed by five strikes", "in two weeks": what happened, or when, is no thing that is lost.
  const noThing = isTimeNoun(noun.form) || phraseEndingAt(tree.tokens, noun.index, words.nouns) !== null;
  const what = kindFor(kinds, person, things, noThing ? null : quantity);
  if (!what) return null;
  const determiners = tree.childrenBy(head, 'det', 'nmod:poss');
  const name = nameTail(tree, noun, people);
  // "looking to kill a guard": meant, not done; a count that is threatened stays, with the claim's certainty.
  if (!quantity && isMeant(tree, head)) return null;
  const single = !quantity && (isSingular(noun, determiners) || (name > noun.index && noun.xpos === 'NN'));
  let first = Math.min(from, quantity?.first ?? from);
  while (first < head.index && tree.tokens[first]!.upos === 'PUNCT') first++;
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

const MEANT =
  /^(?:look|work|try|want|plan|attempt|seek|intend|hope|aim|wish|conspire|plot|prepare|fight|fail)$/;

/** The object of an infinitive that tells what somebody is about. */
function isMeant(tree: Tree, head: Token): boolean {
  let verb = tree.head(head);
  for (let n = 0; verb && n < 3 && verb.upos === 'VERB'; verb = tree.head(verb), n++) {
    const over = tree.head(verb);
    if (verb.xpos === 'VB' && over && tree.child(verb, 'mark')?.lemma === 'to') return MEANT.test(over.lemma);
    if (verb.xpos !== 'VB') return false;
  }
  return false;
}

/** "no civilians", "none", "nobody", "zero": nothing befell anyone. */
function isNone(tree: Tree, head: Token, quantity: Quantity | null): boolean {
  if (quantity?.high === 0 || /^(?:none|nobody|no-one|nothing)$/i.test(head.form)) return true;
  return tree
    .childrenBy(head, 'det', 'advmod')
    .some((child) => /^(?:no|any|neither)$/i.test(child.form) && child.index < head.index);
}

const firstOf = (set: ReadonlySet<string>) => [...set][0];

const FIGHTERS = /^(?:militants|soldiers|police)$/;

function kindFor(
  kinds: readonly EffectKind[],
  whom: string | null,
  things: ReadonlySet<string>,
  quantity: Quantity | null,
): EffectKind | null {
  const person = whom !== null;
  for (const kind of kinds) {
    switch (kind) {
      case 'killed':
      case 'wounded':
      case 'missing':
        if (person || (quantity && things.size === 0)) return kind;
        break;
      case 'captured':
        if (person) return kind;
        break;
      case 'displaced':
        // Fighters who flee move; they are not displaced.
        if (person && !FIGHTERS.test(whom)) return kind;
        break;
      case 'destroyed':
        if (person) return 'killed';
        // "six refinement stills": what is counted is a thing, known or not.
        if (things.size > 0 || quantity?.low) return kind;
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
