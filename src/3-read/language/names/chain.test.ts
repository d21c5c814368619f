import { describe, expect, it } from 'vitest';
import { Chain } from './chain.ts';
import { type ChainWeights, readChains, writeChains } from './chain-file.ts';

/** One type; feature 10 speaks for a name of one word, 20 for the first of two, 30 for the last, 40 for none. */
const weights: ChainWeights = {
  name: 'names',
  types: ['PER'],
  keys: Uint32Array.of(10, 20, 30, 40),
  counts: Uint8Array.of(1, 1, 1, 2),
  labels: Uint8Array.of(4, 1, 3, 0, 4),
  values: Int8Array.of(32, 32, 32, 48, -16),
  transitions: new Int8Array(25),
};

const read = (words: number[][]) => {
  const chain = new Chain(weights);
  const ends: number[] = [];
  for (const own of words) ends.push((ends.at(-1) ?? 0) + own.length);
  const scores = chain.scores({ hashes: Uint32Array.from(words.flat()), ends: Int32Array.from(ends) });
  return chain.spans(scores, words.length);
};

describe('a chain of labels', () => {
  it('marks the spans its weights speak for, and no others', () => {
    expect(read([[40], [10], [40]])).toMatchObject([{ first: 1, last: 1, type: 0 }]);
    expect(read([[20], [30], [40]])).toMatchObject([{ first: 0, last: 1, type: 0 }]);
    expect(read([[40], [10, 40], [99]])).toEqual([]);
    expect(read([])).toEqual([]);
  });

  it('keeps to legal chains: a name that begins goes on', () => {
    for (const span of read([[20], [40], [40]])) expect(span.last).toBeGreaterThanOrEqual(span.first);
  });

  it('comes back from its file as it went in', () => {
    expect(readChains(writeChains([weights]))).toEqual([weights]);
  });

  it('refuses bytes that are none', () => {
    expect(() => readChains(new Uint8Array(20))).toThrow('not a file of name chains');
    const bytes = writeChains([weights]);
    expect(() => readChains(bytes.subarray(0, bytes.length - 16))).toThrow('ends too soon');
  });
});
