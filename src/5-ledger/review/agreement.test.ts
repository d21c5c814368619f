import { describe, expect, it } from 'vitest';
import { krippendorffAlpha } from './agreement.ts';

describe("Krippendorff's alpha", () => {
  /** The four-observer example of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), rows = units. */
  const UNITS = [
    [1, 1, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [5, 5, 5],
    [1, 1],
    [3],
  ];

  it('gives the published figures', () => {
    expect(krippendorffAlpha(UNITS, 'nominal')).toBeCloseTo(0.743, 3);
    expect(krippendorffAlpha(UNITS, 'interval')).toBeCloseTo(0.849, 3);
  });

  it('knows its ends', () => {
    expect(
      krippendorffAlpha(
        [
          ['a', 'a'],
          ['b', 'b'],
        ],
        'nominal',
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          ['a', 'b'],
          ['b', 'a'],
        ],
        'nominal',
      ),
    ).toBeLessThan(0);
  });

  it('is not defined where chance cannot be told: too little was compared, or nothing ever differed', () => {
    expect(krippendorffAlpha([['a']], 'nominal')).toBe('nothing-compared');
    expect(krippendorffAlpha([['a', 'a'], ['b']], 'nominal')).toBe('one-unit');
    expect(krippendorffAlpha([['a', 'b']], 'nominal')).toBe('one-unit');
    const same = [
      [3, 3],
      [3, 3],
    ];
    expect(krippendorffAlpha(same, 'interval')).toBe('no-variation');
  });
});
