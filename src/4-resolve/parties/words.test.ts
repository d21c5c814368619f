import { describe, expect, it } from 'vitest';
import { BREAK, CAPITAL, CAPITALS, cutWords, firstFolded, HYPHEN, LOWER, SPACE } from './words.ts';

const folded = (text: string): string[] => cutWords(text).folded;

describe('cutWords', () => {
  it('brings spellings of one word to one form', () => {
    for (const text of ['Sana’a', "Sana'a", 'Sanʿa', 'Şanʿā', 'SANAA'.slice(0, 4) + 'A']) {
      expect(folded(text)[0]!.slice(0, 3), text).toBe('san');
    }
    expect(folded('Türkiye Erdoğan Kızılay Mladić Øst')).toEqual([
      'turkiye',
      'erdogan',
      'kizilay',
      'mladic',
      'ost',
    ]);
  });

  it('reads the forms of the Arabic article before a hyphen only', () => {
    expect(folded('ash-Sham el-Sham Al Sham')).toEqual(['al', 'sham', 'al', 'sham', 'al', 'sham']);
    expect(folded('an army as at the time')).toEqual(['an', 'army', 'as', 'at', 'the', 'time']);
    expect(folded('US-led')).toEqual(['us', 'led']);
  });

  it('keeps dotted abbreviations whole, with their last stop', () => {
    const text = 'The U.S. and the U.N.’s envoy met J. Smith of U.S.-led forces';
    const words = cutWords(text);
    expect(words.folded.slice(0, 7)).toEqual(['the', 'us', 'and', 'the', 'un', 'envoy', 'met']);
    expect(text.slice(words.starts[1], words.ends[1])).toBe('U.S.');
    expect(words.possessive[4]).toBe(true);
  });

  it('leaves the possessive out of the word and marks it', () => {
    const text = "Syria's and the Houthis' and People’s";
    const words = cutWords(text);
    expect(words.starts.map((start, i) => text.slice(start, words.ends[i]))).toEqual([
      'Syria',
      'and',
      'the',
      'Houthis',
      'and',
      'People',
    ]); // prettier-ignore
    expect(words.possessive).toEqual([true, false, false, true, false, true]);
  });

  it('tells how words are written and what stands between them', () => {
    expect(cutWords('isis Isis ISIS IsIS M23 3R 4th').shape).toEqual([
      LOWER,
      CAPITAL,
      CAPITALS,
      CAPITAL,
      CAPITALS,
      CAPITALS,
      LOWER,
    ]); // prettier-ignore
    expect(cutWords('a b-c,d\ne\n\nf. G').gap).toEqual([BREAK, SPACE, HYPHEN, BREAK, SPACE, BREAK, BREAK]);
    expect(cutWords('Gen. Haftar. Forces').gap).toEqual([BREAK, SPACE, BREAK]);
    expect(cutWords("Houthis' forces").gap).toEqual([BREAK, SPACE]);
  });

  it('counts offsets in the whole text when cutting a part', () => {
    const text = 'One two three';
    const words = cutWords(text, 4, 7);
    expect(words.starts).toEqual([4]);
    expect(words.ends).toEqual([7]);
  });

  it('folds the first word as it folds all', () => {
    for (const text of ['al-Qaeda', "People's Army", '"U.S.-led"', '& Sons', 'Şanlıurfa', '']) {
      expect(firstFolded(text)).toBe(folded(text)[0] ?? '');
    }
  });
});
