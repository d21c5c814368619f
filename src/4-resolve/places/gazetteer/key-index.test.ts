import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyIndex, KeyIndexBuilder, packPosting, unpackPosting } from './key-index.ts';

function indexOf(entries: Map<string, number[]>): KeyIndex {
  const builder = new KeyIndexBuilder();
  for (const key of [...entries.keys()].sort()) builder.add(key, entries.get(key)!);
  const { keys, postings, blockKeys, blockPostings } = builder.columns();
  const bytes = (pieces: Uint8Array[]) => new Uint8Array(Buffer.concat(pieces));
  const numbers = (pieces: Uint32Array[]) => Uint32Array.from(pieces.flatMap((piece) => [...piece]));
  return new KeyIndex(bytes(keys), numbers(postings), numbers(blockKeys), numbers(blockPostings));
}

const key = fc.string({ unit: fc.constantFrom(...'abc 1'), minLength: 1, maxLength: 12 });

describe('key index', () => {
  it('finds every key with its postings and no other', () => {
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.array(fc.nat(1e6), { minLength: 1, maxLength: 200 })),
        key,
        (entries, other) => {
          const map = new Map(Object.entries(entries));
          const index = indexOf(map);
          for (const [name, postings] of map) expect(index.get(name)).toEqual(postings.map(unpackPosting));
          if (!map.has(other)) expect(index.get(other)).toEqual([]);
          expect(index.get('')).toEqual([]);
        },
      ),
    );
  });

  it('refuses keys out of order', () => {
    const builder = new KeyIndexBuilder();
    builder.add('b', [1]);
    expect(() => builder.add('a', [1])).toThrow('out of order');
  });

  it('packs rows beyond 2^29 with their kind', () => {
    expect(unpackPosting(packPosting(700_000_000, 'spelling'))).toEqual({
      row: 700_000_000,
      kind: 'spelling',
    });
  });
});
