/** Mends of plain syntax: what each changes, and what it leaves as it was. */
import { describe, expect, it } from 'vitest';
import type { Sentence, Token } from '../language/parsed-text.ts';
import { mendFronts } from './mend-fronts.ts';
import { mendParticiples } from './mend-participles.ts';
import { mendParticles } from './mend-particles.ts';

const UPOS: Record<string, string> = {
  V: 'VERB',
  N: 'NOUN',
  I: 'ADP',
  J: 'ADJ',
  D: 'DET',
  C: 'NUM',
  P: 'PRON',
};

/** Words as form/xpos/head/relation, heads counted from 1, 0 for the root. */
function sentence(words: string): Sentence {
  const tokens = words.split(' ').map((word, index) => {
    const [form, xpos, head, deprel] = word.split('/') as [string, string, string, string];
    const upos = xpos.startsWith('NNP') ? 'PROPN' : (UPOS[xpos[0]!] ?? 'X');
    return { index, form, lemma: form.toLowerCase(), upos, xpos, head: Number(head) - 1, deprel } as Token;
  });
  return { index: 0, start: 0, end: 0, paragraph: 0, tokens } as unknown as Sentence;
}
const told = (s: Sentence) => s.tokens.map((t) => `${t.form}:${t.head + 1}:${t.deprel}`).join(' ');

describe('a place at the front', () => {
  it('is where it happened, and the subject stands behind it', () => {
    const before = sentence(
      'In/IN/4/case Karsa/NNP/4/compound Iraqi/JJ/4/amod troops/NNS/5/nsubj fought/VBD/0/root',
    );
    expect(told(mendFronts(before))).toBe('In:2:case Karsa:5:obl Iraqi:4:amod troops:5:nsubj fought:0:root');
  });
  it('stays with its own noun', () => {
    const before = sentence('In/IN/3/case Karsa/NNP/3/compound province/NN/4/nsubj fought/VBD/0/root');
    expect(mendFronts(before)).toBe(before);
  });
});

describe('participles', () => {
  it('"sustained" before wounds that somebody has is a verb', () => {
    const before = sentence('he/PRP/3/nsubj sustained/JJ/3/amod wounds/NNS/0/root');
    const after = mendParticiples(before);
    expect(told(after)).toBe('he:2:nsubj sustained:0:root wounds:2:obj');
    expect(after.tokens[1]).toMatchObject({ upos: 'VERB', lemma: 'sustain' });
  });
  it('"sustained" describes where nobody has it', () => {
    const before = sentence('sustained/JJ/2/amod attacks/NNS/3/nsubj followed/VBD/0/root');
    expect(mendParticiples(before)).toBe(before);
  });
  it('"the remaining fighters": one noun', () => {
    const before = sentence(
      'cleared/VBD/0/root the/DT/5/det remaining/VBG/1/obj rebel/NN/5/nsubj posts/NNS/1/ccomp',
    );
    expect(told(mendParticiples(before))).toBe(
      'cleared:0:root the:5:det remaining:5:amod rebel:5:compound posts:1:obj',
    );
  });
});

describe('particles', () => {
  it('"handed over the town": the town is the object', () => {
    const before = sentence('hand/VBD/0/root over/IN/4/case the/DT/4/det town/NN/1/obl');
    expect(told(mendParticles(before))).toBe('hand:0:root over:1:compound:prt the:4:det town:1:obj');
  });
  it('"flew over the town": over the town', () => {
    const before = sentence('fly/VBD/0/root over/IN/4/case the/DT/4/det town/NN/1/obl');
    expect(mendParticles(before)).toBe(before);
  });
  it('"trailing behind while being forced": only "while" leads to the second', () => {
    const before = sentence('trailing/VBG/0/root behind/IN/4/mark while/IN/4/mark forced/VBN/1/advcl');
    expect(told(mendParticles(before))).toBe('trailing:0:root behind:1:advmod while:4:mark forced:1:advcl');
  });
});
