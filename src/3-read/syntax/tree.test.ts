/** What every sentence must be after it was mended, and titles on their names. */
import { describe, expect, it } from 'vitest';
import type { Sentence, Token } from '../language/parsed-text.ts';
import { mendTitles } from './mend-titles.ts';
import { isTree } from './tree.ts';

/** "form/UPOS/head/deprel" a word; heads count from 0, -1 is the root. */
function sentence(words: string): Sentence {
  let at = 0;
  const tokens = words.split(' ').map((word, index): Token => {
    const [form, upos, head, deprel] = word.split('/') as [string, string, string, string];
    const start = at;
    at += form.length + 1;
    const xpos = upos === 'PROPN' ? 'NNP' : 'NN';
    return {
      index,
      start,
      end: at - 1,
      form,
      lemma: form,
      upos,
      xpos,
      head: Number(head),
      deprel,
      spaceAfter: true,
    };
  });
  return { index: 0, start: 0, end: at - 1, paragraph: 0, tokens };
}

describe('a tree', () => {
  it('has one root to which every word leads', () => {
    expect(isTree(sentence('Haddad/PROPN/1/nsubj left/VERB/-1/root early/ADV/1/advmod'))).toBe(true);
    expect(isTree(sentence('Haddad/PROPN/2/nsubj left/VERB/-1/root early/ADV/0/advmod'))).toBe(false);
    expect(isTree(sentence('Haddad/PROPN/-1/root left/VERB/-1/root'))).toBe(false);
  });
});

describe('short titles', () => {
  it('hang on the name behind them', () => {
    const { tokens } = mendTitles(
      sentence('Sgt./ADV/3/advmod Omar/PROPN/3/nsubj Haddad/PROPN/1/flat left/VERB/-1/root'),
    );
    expect([tokens[0]!.head, tokens[0]!.deprel]).toEqual([1, 'nmod:desc']);
  });

  it('close no ring where the name hangs somewhere under the title', () => {
    const mended = mendTitles(sentence('Lt./ADV/-1/root Omar/PROPN/2/nsubj left/VERB/0/ccomp'));
    expect(isTree(mended)).toBe(true);
    expect(mended.tokens[0]!.head).toBe(1);
  });
});
