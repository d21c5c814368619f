import { describe, expect, it } from 'vitest';
import type { Sentence, Token } from '../language/parsed-text.ts';
import { mendMainVerb } from './mend-main-verb.ts';

/** Words as form/xpos/head/relation, heads counted from 1, 0 for the root. */
function sentence(words: string): Sentence {
  const tokens = words.split(' ').map((word, index): Token => {
    const [form, xpos, head, deprel] = word.split('/') as [string, string, string, string];
    const upos = xpos.startsWith('VB') ? 'VERB' : xpos.startsWith('NN') ? 'NOUN' : 'X';
    return {
      index,
      form,
      lemma: form.toLowerCase(),
      upos,
      xpos,
      head: Number(head) - 1,
      deprel,
      start: 0,
      end: 0,
    } as Token;
  });
  return { index: 0, start: 0, end: 0, paragraph: 0, tokens } as unknown as Sentence;
}
const told = (s: Sentence) => s.tokens.map((t) => `${t.form}:${t.head + 1}:${t.deprel}`).join(' ');

describe('a main verb read as a participle', () => {
  it('with an object of its own it is the root', () => {
    const before = sentence('Forces/NNS/0/root overnight/RB/3/advmod conducted/VBN/1/acl strikes/NNS/3/obj');
    expect(told(mendMainVerb(before))).toBe(
      'Forces:3:nsubj overnight:3:advmod conducted:0:root strikes:3:obj',
    );
    expect(before.tokens[2]!.head).toBe(0);
  });
  it('a finite verb right beside a noun phrase is the root', () => {
    const beside = sentence(
      'Exercise/NN/0/root Lion/NN/1/appos will/MD/4/aux begin/VB/1/parataxis soon/RB/4/advmod',
    );
    expect(told(mendMainVerb(beside))).toBe(
      'Exercise:4:nsubj Lion:1:appos will:4:aux begin:0:root soon:4:advmod',
    );
  });
  it('without one it stays a participle', () => {
    const before = sentence('Strikes/NNS/0/root conducted/VBN/1/acl overnight/RB/2/advmod');
    expect(mendMainVerb(before)).toBe(before);
  });
});
