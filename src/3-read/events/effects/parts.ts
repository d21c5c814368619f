/** Parts of a count: "including nine from the North Caucasus", "among them two children". */
import type { Tree } from '../../syntax/tree.ts';
import { findQuantity, type Quantity } from '../quantities.ts';
import type { EventWords } from '../words.ts';
import type { FoundEffect } from './effect.ts';
import { originsOf, personOf } from './phrases.ts';

/** "including nine from the North Caucasus", "among them two children". */
export function addParts(tree: Tree, whole: FoundEffect, out: FoundEffect[], words: EventWords): void {
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
