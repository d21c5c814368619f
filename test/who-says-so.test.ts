/** Who says so, from text to claims: what comes back to what was said, and what is nobody's word. */
import { describe, expect, it } from 'vitest';
import { openEngine } from '../src/engine.ts';
import { readingOf } from './support/reading-of.ts';

const engine = openEngine();

describe('claims about claims', () => {
  it('"reported the same thing" means the main claim before it', () => {
    const { claims } = readingOf(
      'According to the army, rebels shelled the town of Azaz on Monday. State television reported the same thing.',
      engine,
    );
    const again = claims.find((claim) => claim.kind === 'corroboration');
    expect(again?.about).toEqual({ claim: claims[0]!.id, as: 'corroborates' });
  });

  it('a denial of reports is a denied claim, not a report', () => {
    const { attributions } = readingOf(
      'The defence ministry denied reports that its jets had bombed a hospital in Aleppo.',
      engine,
    );
    expect(attributions.filter((a) => a.nestedIn === null).map((a) => a.rules)).toEqual([['took-stand']]);
  });
});

describe('nobody says so', () => {
  const NOT_SAID = [
    'The army entered the "safe zone" and held it.',
    'Shells fell on the market in Azaz on Monday, killing five people.',
    'The rebels named three towns: Homs, Hama and Idlib.',
  ];
  for (const text of NOT_SAID)
    it(text, () => {
      const { claims } = readingOf(text, engine);
      expect(claims.flatMap((claim) => claim.chain)).toEqual([]);
    });

  it('a dateline and its agency are credits, never a source', () => {
    const { article, attributions } = readingOf(
      'BEIRUT (Reuters) - Shells hit two villages on Monday, residents said.',
      engine,
    );
    expect(article.credits.map((credit) => credit.text)).toContain('Reuters');
    expect(attributions.map((a) => a.source.text)).toEqual(['residents']);
  });
});
