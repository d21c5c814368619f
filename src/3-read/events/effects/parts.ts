/** Parts of a count: "including nine from the North Caucasus", "among them two children", "three of whom were women". */
import type { Token } from '../../language/parsed-text.ts';
import type { Tree } from '../../syntax/tree.ts';
import { findQuantity, type Quantity } from '../quantities.ts';
import type { EventWords } from '../words.ts';
import type { FoundEffect } from './effect.ts';
import { originsOf, personOf } from './phrases.ts';

/** Parts told after a whole and before token `end`; each is as the whole, with its own count and noun. */
export function partsOf(
  tree: Tree,
  whole: FoundEffect,
  end: number,
  words: EventWords,
  people: ReadonlySet<Token>,
): FoundEffect[] {
  const { tokens } = tree;
  const part = (quantity: Quantity, last: number): FoundEffect => {
    const noun = tokens[last]!;
    return {
      ...whole,
      first: quantity.first,
      last,
      head: noun,
      whom: personOf(tree, noun, words, people) ?? whole.whom,
      label: words.loaded.has(noun.lemma) ? noun.form : null,
      low: quantity.low,
      high: quantity.high,
      approximate: quantity.approximate,
      origin: originsOf(tree, noun),
    };
  };
  for (let i = whole.last + 1; i < end; i++) {
    const word = tokens[i]!.form.toLowerCase();
    if (i === whole.last + 1 && /^(?:--|–|—|\()$/.test(word)) {
      const aside = listed(tree, i + 1, end, part);
      if (aside.length > 0 && aside.every((one) => (one.low ?? 0) < (whole.low ?? 0))) return aside;
    }
    if (opensParts(tokens, i)) return listed(tree, word === 'including' ? i + 1 : i + 2, end, part);
    if (word === 'of' && isThem(tokens[i + 1])) {
      const quantity = endingAt(tokens, whole.last + 1, i);
      return quantity ? [part(quantity, nounAfter(tokens, i + 1, end))] : [];
    }
    // Another clause has begun: what is counted there is no part of this.
    if (tokens[i]!.upos === 'VERB' && word !== 'including' && !isParticiple(tokens[i]!)) return [];
  }
  return [];
}

const isThem = (token: Token | undefined) => /^(?:them|whom|these|those|which)$/i.test(token?.form ?? '');
const isParticiple = (token: Token) => token.xpos === 'VBG' || token.xpos === 'VBN';

function opensParts(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]!.form.toLowerCase();
  return word === 'including' || (word === 'among' && isThem(tokens[i + 1]));
}

/** "two children, a woman and three men". */
function listed(
  tree: Tree,
  from: number,
  end: number,
  part: (quantity: Quantity, last: number) => FoundEffect,
): FoundEffect[] {
  const { tokens } = tree;
  const out: FoundEffect[] = [];
  let at = from;
  if (/^(?:were|was|are|:)$/i.test(tokens[at]?.form ?? '')) at++;
  while (at < end) {
    const found = findQuantity(tokens, at, end);
    const quantity = found && found.first <= at ? found : determined(tree, at, end - 1);
    if (!quantity || quantity.share) break;
    let last = quantity.last;
    while (last + 1 < end && isNominal(tokens[last + 1]!)) last++;
    if (last === quantity.last && tokens[last + 1]?.form.toLowerCase() === 'of')
      while (last + 1 < end && tokens[last]!.upos !== 'NOUN') last++;
    out.push(part(quantity, last));
    at = last + 1;
    // "a cameraman for a news agency, and two guards".
    while (at < end && tokens[at]!.upos === 'ADP' && tokens[at + 1] && at - last < 6) {
      at++;
      while (at < end && (isNominal(tokens[at]!) || tokens[at]!.upos === 'DET')) at++;
    }
    if (!/^(?:,|and)$/.test(tokens[at]?.form ?? '')) break;
    at++;
    if (tokens[at]?.form === 'and') at++;
  }
  return out;
}

const isNominal = (token: Token) =>
  ['NOUN', 'PROPN', 'ADJ'].includes(token.upos) || (token.form === '-' && token.upos === 'PUNCT');

/** The count that ends right before token i. */
function endingAt(tokens: readonly Token[], from: number, i: number): Quantity | null {
  for (let at = i - 1; at >= Math.max(from, i - 6); at--) {
    const quantity = findQuantity(tokens, at, i);
    if (quantity && quantity.last === i - 1 && !quantity.share) {
      const wider = at > from ? findQuantity(tokens, at - 1, i) : null;
      return wider && wider.last === i - 1 && wider.first < quantity.first ? wider : quantity;
    }
  }
  return null;
}

/** The noun that says what they were: "of whom were children"; the pronoun where nothing nearer does. */
function nounAfter(tokens: readonly Token[], i: number, end: number): number {
  for (let at = i + 1; at < Math.min(end, i + 5); at++) {
    const token = tokens[at]!;
    if (token.upos === 'NOUN') return at;
    if (token.form === ',' || token.upos === 'VERB' || token.upos === 'CCONJ') break;
  }
  return i;
}

/** "a child", "the mayor", "a large number of foreign fighters" at i. */
function determined(tree: Tree, i: number, end: number): Quantity | null {
  const word = tree.tokens[i]?.form.toLowerCase() ?? '';
  if (!/^(?:an?|one|the|his|her|their)$/.test(word)) return null;
  const many = tree.tokens.slice(i + 1, end + 1).findIndex((t) => t.lemma === 'number');
  if (many >= 0 && many < 3)
    return { low: null, high: null, approximate: false, first: i, last: i + 1 + many, share: false };
  const noun = tree.tokens.slice(i + 1, Math.min(i + 5, end + 1)).find((t) => t.upos === 'NOUN');
  if (!/^(?:an?|one)$/.test(word) && noun?.xpos !== 'NN') return null;
  return { low: 1, high: 1, approximate: false, first: i, last: i, share: false };
}
