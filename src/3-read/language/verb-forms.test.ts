import { describe, expect, it } from 'vitest';
import { lemmaOf, parseLemmas } from './lemmas.ts';
import { formsOf } from './verb-forms.ts';

describe('forms of a verb', () => {
  const cases: [string, string][] = [
    ['raid', 'raided raided raiding raids'],
    ['stab', 'stabbed stabbed stabbing stabs'],
    ['explode', 'exploded exploded exploding explodes'],
    ['bury', 'buried buried burying buries'],
    ['clash', 'clashed clashed clashing clashes'],
    ['deploy', 'deployed deployed deploying deploys'],
  ];
  for (const [verb, forms] of cases)
    it(verb, () =>
      expect(
        formsOf(verb)
          .map(([, form]) => form)
          .join(' '),
      ).toBe(forms),
    );
});

describe('lemmas of verbs that are named', () => {
  // An ending that misleads: "raided" like "traded".
  const trained = 'e\tVBD\tided\t1\t\ne\tVBD\t\t0\t';
  it('are theirs whatever the endings say', () => {
    expect(lemmaOf('raided', 'VBD', parseLemmas(trained))).toBe('raide');
    expect(lemmaOf('raided', 'VBD', parseLemmas(trained, [], ['raid']))).toBe('raid');
  });
  it('leave to another named verb what is its own', () => {
    expect(lemmaOf('hoped', 'VBD', parseLemmas('x\tVBD\thoped\thope', [], ['hop', 'hope']))).toBe('hope');
  });
});
