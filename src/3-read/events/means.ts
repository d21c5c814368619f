/** Weapons and methods named in a clause, with the classes that settle types. */
import type { Token } from '../language/parsed-text.ts';
import type { Tree } from '../syntax/tree.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

export interface FoundMeans {
  first: number;
  last: number;
  kind: string;
}

export function findMeans(tree: Tree, tokens: readonly Token[], words: EventWords): FoundMeans[] {
  const out: FoundMeans[] = [];
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (!['NOUN', 'PROPN', 'ADJ', 'VERB'].includes(token.upos)) continue;
    const hit = phraseEndingAt(tree.tokens, token.index, words.means);
    if (!hit || out.some((m) => m.first <= hit.last && hit.first <= m.last)) continue;
    out.push({ first: hit.first, last: hit.last, kind: hit.value });
  }
  // "air quality": words in which a weapon's is none.
  return out.reverse().filter(({ kind }) => kind !== '-');
}
