import { describe, expect, it } from 'vitest';
import type { Token } from '../language/parsed-text.ts';
import { findQuantity } from './quantities.ts';

/** Words as tokens; figures and number words are all that is looked at. */
function tokens(text: string): Token[] {
  return text.split(' ').map((form, index) => ({
    index,
    start: 0,
    end: 0,
    form,
    lemma: form,
    upos: /^\p{Lu}/u.test(form) ? 'PROPN' : /^[\d,.]+$/.test(form) ? 'NUM' : 'NOUN',
    xpos: 'NN',
    head: -1,
    deprel: 'root',
    spaceAfter: true,
  }));
}

const COUNTS: [text: string, low: number | null, high: number | null, approximate: boolean][] = [
  ['43 people', 43, 43, false],
  ['1,200 houses', 1200, 1200, false],
  ['at least 43 people', 43, null, false],
  ['no fewer than 12 men', 12, null, false],
  ['up to 80 militants', null, 80, false],
  ['as many as 80 militants', null, 80, false],
  ['more than 60 people', 61, null, false],
  ['over 60 people', 61, null, false],
  ['fewer than ten fighters', null, 9, false],
  ['about 40 fighters', 40, 40, true],
  ['nearly 100 homes', 100, 100, true],
  ['some 150,000 people', 150000, 150000, true],
  ['between 38 and 67 civilians', 38, 67, false],
  ['20 to 30 fighters', 20, 30, false],
  ['20 - 30 fighters', 20, 30, false],
  ['dozens of people', 12, null, true],
  ['scores of fighters', 20, null, true],
  ['hundreds of rebels', 100, null, true],
  ['tens of thousands of people', 10000, null, true],
  ['two dozen men', 24, 24, false],
  ['a dozen men', 12, 12, false],
  ['twenty - five men', 25, 25, false],
  ['two hundred and five men', 205, 205, false],
  ['half a million people', 500000, 500000, false],
  ['1.5 million people', 1500000, 1500000, false],
  ['12 or more people', 12, null, false],
  ['30 or so vehicles', 30, 30, true],
  ['several hundred people', 100, null, true],
  ['a few dozen homes', 12, null, true],
  ['a couple of guards', 2, 2, false],
  ['both pilots', 2, 2, false],
  ['at least another 12 people', 12, null, false],
  ['at least a total of 60 people', 60, null, false],
  ['rose from 31 to 43 people', 43, 43, false],
  ['from 31 to 43 people', 31, 43, false],
];

const NO_COUNTS = [
  'October 7 attack',
  '35 km road',
  '10 p.m. raid',
  '$ 500 prize',
  '24 hours',
  'several people',
  '300 metres',
  '20 - year - old man',
  '12 - storey house',
];

describe('findQuantity', () => {
  for (const [text, low, high, approximate] of COUNTS) {
    it(text, () => {
      const list = tokens(text);
      expect(findQuantity(list, 0, list.length)).toMatchObject({ low, high, approximate });
    });
  }
  for (const text of NO_COUNTS) {
    it(`no count: ${text}`, () => {
      const list = tokens(text);
      expect(findQuantity(list, 0, list.length)).toBeNull();
    });
  }
  it('marks shares', () => {
    for (const text of [
      '30 percent of homes',
      'half of the homes',
      'a third of those hurt',
      'most of the dead',
    ]) {
      const list = tokens(text);
      expect(findQuantity(list, 0, list.length), text).toMatchObject({ share: true });
    }
  });
});
