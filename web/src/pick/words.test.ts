import { describe, expect, it } from 'vitest';
import type { Span } from '../api.ts';
import { bareSentences, moved, snapped, spanOf, wordsOf } from './words.ts';

const TEXT = 'Shells hit the mill. “Al-Karsa” burned, 1,200 fled.\nNo word yet.';
const text = wordsOf(TEXT);
const cut = (span: Span | null) => span && TEXT.slice(...span);

describe('words', () => {
  it('are whole, with their hyphens and their figures', () => {
    expect(text.words.map(cut)).toEqual([
      'Shells',
      'hit',
      'the',
      'mill',
      'Al-Karsa',
      'burned',
      '1,200',
      'fled',
      'No',
      'word',
      'yet',
    ]);
    expect(text.sentences).toEqual([0, 4, 8]);
  });

  it('a stretch takes the whole of the words it touches, and none it does not', () => {
    expect(cut(snapped(text, [2, 8]))).toBe('Shells hit');
    expect(cut(snapped(text, [7, 10]))).toBe('hit');
    expect(cut(snapped(text, [6, 7]))).toBeNull();
    expect(cut(snapped(text, [19, 24]))).toBe('Al-Karsa');
    expect(snapped(text, [TEXT.length, TEXT.length])).toBeNull();
  });

  it('are walked by keyboard, and stay inside the text', () => {
    const at = (anchor: number, focus = anchor) => ({ anchor, focus });
    expect(moved(text, at(0), 'previous', false)).toEqual(at(0));
    expect(moved(text, at(10), 'next', false)).toEqual(at(10));
    expect(moved(text, at(1), 'end', true)).toEqual(at(1, 3));
    expect(moved(text, at(5), 'next-sentence', false)).toEqual(at(8));
    expect(moved(text, at(5), 'previous-sentence', false)).toEqual(at(4));
    expect(moved(text, at(4), 'previous-sentence', false)).toEqual(at(0));
    expect(cut(spanOf(text, at(7, 6)))).toBe('1,200 fled');
  });
});

it('sentences without a claim are those that no claim has a word of', () => {
  expect(bareSentences(TEXT, [], [[[0, 19]]]).map(cut)).toEqual([
    '“Al-Karsa” burned, 1,200 fled.',
    'No word yet.',
  ]);
  expect(bareSentences(TEXT, [[52, 64]], [[[7, 10]], [[30, 40]]])).toEqual([]);
});
