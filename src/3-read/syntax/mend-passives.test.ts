import { describe, expect, it } from 'vitest';
import type { Sentence } from '../language/parsed-text.ts';
import { mendPassives } from './mend-passives.ts';

/** Words as form/upos/xpos/head/relation, heads counted from 1. */
function sentence(words: string): Sentence {
  const tokens = words.split(' ').map((word, index) => {
    const [form, upos, xpos, head, deprel] = word.split('/');
    return { index, form, lemma: form!.toLowerCase(), upos, xpos, head: Number(head) - 1, deprel };
  });
  return { index: 0, start: 0, end: 0, paragraph: 0, tokens } as unknown as Sentence;
}
const rels = (s: Sentence) => s.tokens.map((t) => t.deprel).join(' ');

describe('a participle read as what somebody is', () => {
  it('is a passive where somebody is shot dead', () => {
    const before = sentence(
      'Men/NOUN/NNS/3/nsubj were/AUX/VBD/3/cop shot/VERB/VBN/0/root dead/ADJ/JJ/3/xcomp',
    );
    expect(rels(mendPassives(before))).toBe('nsubj:pass aux:pass root xcomp');
    expect(rels(before)).toBe('nsubj cop root xcomp');
  });
  it('is a passive where somebody does it', () => {
    const before = sentence(
      'It/PRON/PRP/3/nsubj was/AUX/VBD/3/cop struck/VERB/VBN/0/root by/ADP/IN/5/case shells/NOUN/NNS/3/obl',
    );
    expect(rels(mendPassives(before))).toContain('nsubj:pass aux:pass');
  });
  it('stays what somebody is', () => {
    const before = sentence('They/PRON/PRP/3/nsubj were/AUX/VBD/3/cop concerned/VERB/VBN/0/root');
    expect(mendPassives(before)).toBe(before);
  });
});
