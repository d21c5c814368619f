import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { chainHash, commit, contentHash, genesisHash, newSalt } from './hash-chain.ts';

/** Worked out with Python's hashlib, not with the code under test; docs/ledger.md prints the same figures. */
const LEDGER = '00000000-0000-4000-8000-000000000001';
const GENESIS = '3ecd749363b56c36c9b07c6c04f2b90b4b9997a9ae9b8912f738079a2de6bad5';
const ROWS = [
  {
    salt: Buffer.from(Array.from({ length: 32 }, (_, i) => i)).toString('hex'),
    payload: '{"a":1,"b":"Deir ez-Zor – دير الزور"}',
    link: { seq: 1, kind: 'document', at: '2017-10-07T12:00:00.000Z' },
    commitment: 'a95b041c5ba3e093dcf8ecec9238fa04ba19a892fcfb9d782cb2bdbb321db254',
    hash: '67807fa85a8ecbc04428189c957bf71f48be1a84f52785394aae5aec8b3218ed',
  },
  {
    salt: 'ff'.repeat(32),
    payload: '{}',
    link: { seq: 2, kind: 'decision', at: '2017-10-07T12:00:00.001Z' },
    commitment: '96e63e2c37631040e8da445e98593290a953178d85b32d985193229d0291c865',
    hash: 'da0ac555d65f65669c2117a25211673475d5857743752856b89d522a8bbebf94',
  },
];

describe('hash format', () => {
  it('starts from the ledger id', () => {
    expect(genesisHash(LEDGER)).toBe(GENESIS);
  });

  it('gives the fixed vectors', () => {
    let previous = GENESIS;
    for (const row of ROWS) {
      const commitment = commit(row.salt, row.payload);
      expect(commitment).toBe(row.commitment);
      previous = chainHash(previous, { ...row.link, commitment });
      expect(previous).toBe(row.hash);
    }
  });

  it('salts are 32 fresh bytes', () => {
    expect(newSalt()).toMatch(/^[0-9a-f]{64}$/);
    expect(newSalt()).not.toBe(newSalt());
  });

  it('names content by its sha256', () => {
    expect(contentHash('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('canonical JSON', () => {
  it('sorts keys by code unit and drops undefined members', () => {
    expect(canonicalJson({ b: 1, a: [true, null], é: undefined, Z: { y: 'x', x: 'y' } })).toBe(
      '{"Z":{"x":"y","y":"x"},"a":[true,null],"b":1}',
    );
  });

  it('writes numbers as ECMAScript does', () => {
    expect(canonicalJson([1e21, -0, 0.1, 35.0211])).toBe('[1e+21,0,0.1,35.0211]');
  });

  it('keeps lone surrogates and control characters as escapes', () => {
    expect(canonicalJson('\ud800\u0000\n"')).toBe('"\\ud800\\u0000\\n\\""');
  });

  it('is what JSON.parse gives back', () => {
    const value = { a: 'دير', b: [{ c: null }], d: '\u2028' };
    expect(JSON.parse(canonicalJson(value))).toEqual(value);
  });

  it('refuses what JSON cannot hold', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1, 1n, [undefined]]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });
});
