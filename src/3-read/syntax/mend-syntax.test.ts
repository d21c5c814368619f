/** Mends of plain syntax: what each changes, and what it leaves as it was. */
import { describe, expect, it } from 'vitest';
import type { Sentence, Token } from '../language/parsed-text.ts';
import { mendAccusations } from './mend-accusations.ts';
import { mendClauseSubjects } from './mend-clause-subjects.ts';
import { mendFronts } from './mend-fronts.ts';
import { mendMore } from './mend-more.ts';
import { mendParticiples } from './mend-participles.ts';
import { mendParticles } from './mend-particles.ts';
import { mendWeaponNames } from './mend-weapon-names.ts';

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

describe('a number with "more"', () => {
  it('is who it befell', () => {
    const before = sentence(
      'five/CD/2/nummod more/JJR/4/advmod were/VBD/4/aux:pass wounded/VBN/0/root in/IN/6/case camps/NNS/4/obl',
    );
    expect(told(mendMore(before))).toBe(
      'five:4:nsubj:pass more:1:amod were:4:aux:pass wounded:0:root in:6:case camps:4:obl',
    );
  });
  it('is what a verb before it did to them', () => {
    const before = sentence('wounded/VBD/0/root some/DT/4/det 15/CD/4/nummod more/JJR/1/advmod');
    expect(told(mendMore(before))).toBe('wounded:0:root some:3:det 15:1:obj more:3:amod');
  });
  it('belongs to the participle behind it', () => {
    const before = sentence(
      'men/NNS/3/nsubj:pass were/VBD/3/aux:pass killed/VBN/0/root and/CC/7/cc another/DT/7/det five/CD/7/nummod wounded/NN/3/conj',
    );
    const after = mendMore(before);
    expect(told(after)).toContain('another:6:det five:7:nsubj:pass wounded:3:conj');
    expect(after.tokens[6]).toMatchObject({ upos: 'VERB', lemma: 'wound' });
  });
  it('stays where what is counted stands behind it, or a verb has its subject', () => {
    const soldiers = sentence('two/CD/3/nummod more/JJR/3/amod soldiers/NNS/4/nsubj died/VBD/0/root');
    expect(mendMore(soldiers)).toBe(soldiers);
    const often = sentence('they/PRP/4/nsubj two/CD/3/nummod more/JJR/4/advmod fought/VBD/0/root');
    expect(mendMore(often)).toBe(often);
  });
  it('"more than" goes with its number', () => {
    const before = sentence(
      'More/JJR/5/advmod than/IN/3/case 300/CD/4/nummod people/NNS/5/nsubj ate/VBD/0/root',
    );
    expect(told(mendMore(before))).toBe('More:3:advmod than:1:fixed 300:4:nummod people:5:nsubj ate:0:root');
  });
});

describe('the subject of a clause', () => {
  it('is the bare noun behind the word that opens it', () => {
    const before = sentence(
      'won/VBD/0/root after/IN/6/mark units/NNS/1/obl of/IN/5/case guards/NNS/3/nmod killed/VBD/1/advcl ten/CD/6/obj',
    );
    expect(told(mendClauseSubjects(before))).toContain(
      'units:6:nsubj of:5:case guards:3:nmod killed:1:advcl',
    );
  });
  it('is not looked for where it has one, or where a preposition leads the noun', () => {
    const own = sentence('won/VBD/0/root after/IN/4/mark units/NNS/4/nsubj left/VBD/1/advcl');
    expect(mendClauseSubjects(own)).toBe(own);
    const where = sentence('won/VBD/0/root after/IN/5/mark in/IN/4/case Karsa/NNP/1/obl left/VBD/1/advcl');
    expect(mendClauseSubjects(where)).toBe(where);
  });
});

describe('a rocket propelled grenade', () => {
  it('is one weapon, joined to what stands before it', () => {
    const before = sentence(
      'took/VBD/0/root gun/NN/1/obj and/CC/5/cc rocket/NN/5/nsubj propelled/VBD/1/conj grenade/NN/7/compound fire/NN/5/obj',
    );
    expect(told(mendWeaponNames(before))).toBe(
      'took:0:root gun:1:obj and:7:cc rocket:6:compound propelled:6:amod grenade:7:compound fire:2:conj',
    );
  });
  it('is none where something else is propelled', () => {
    const before = sentence('fans/NNS/2/nsubj propelled/VBD/0/root boats/NNS/2/obj');
    expect(mendWeaponNames(before)).toBe(before);
  });
});

describe('what somebody is accused of', () => {
  it('hangs on the accusing', () => {
    const noun = sentence(
      'accuse/VBP/0/root Karsa/NNP/1/obj of/IN/5/case organizing/VBG/5/amod attacks/NNS/1/obl',
    );
    expect(told(mendAccusations(noun))).toBe(
      'accuse:0:root Karsa:1:obj of:4:mark organizing:1:advcl attacks:4:obj',
    );
    const body = sentence(
      'accuse/VBP/0/root rebels/NNS/1/obj of/IN/4/mark shelling/VBG/2/acl towns/NNS/4/obj',
    );
    expect(told(mendAccusations(body))).toBe(
      'accuse:0:root rebels:1:obj of:4:mark shelling:1:advcl towns:4:obj',
    );
  });
  it('of a noun alone stays', () => {
    const before = sentence('accuse/VBP/0/root Karsa/NNP/1/obj of/IN/4/case murder/NN/1/obl');
    expect(mendAccusations(before)).toBe(before);
  });
});
