import { describe, expect, it } from 'vitest';
import { hashedForm, hashForm, mix } from './hashing.ts';

describe('hashes of features', () => {
  it('tell kinds and values apart, and their order', () => {
    const all = [mix(1, 2), mix(2, 1), mix(1, 2, 3), mix(1, 3, 2), mix(1, 2, 3, 4), mix(1, 2, 4, 3)];
    expect(new Set(all).size).toBe(all.length);
    for (const hash of all) expect(hash).toBe(hash >>> 0);
  });

  it('see the case of a form in its shape alone', () => {
    const [upper, lower] = [hashForm('Raqqa'), hashForm('raqqa')];
    expect(upper.lower).toBe(lower.lower);
    expect(upper.affixes).toEqual(lower.affixes);
    expect(upper.shape).not.toBe(lower.shape);
    expect([upper.capital, lower.capital]).toEqual([true, false]);
  });

  it('are the same remembered, and bounded for a word without end', () => {
    expect(hashedForm('Idlib')).toEqual(hashForm('Idlib'));
    expect(hashForm('a'.repeat(1e6))).toEqual(hashForm('a'.repeat(64)));
    expect(hashForm('')).toMatchObject({ capital: false });
  });
});
