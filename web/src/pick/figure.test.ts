import { expect, it } from 'vitest';
import { figureIn, whomIn } from './figure.ts';

it('reads the figure that words tell, with its bounds', () => {
  const told: [string, number | null, number | null, boolean?][] = [
    ['12 soldiers', 12, 12],
    ['at least 43 people', 43, null],
    ['more than 1,200 families', 1201, null],
    ['up to eighty', null, 80],
    ['about 40 fighters', 40, 40, true],
    ['between 10 and 12 men', 10, 12],
    ['twenty-one', 21, 21],
    ['two hundred', 200, 200],
    ['dozens of houses', 12, null, true],
    ['a tank', 1, 1],
    ['the bridge', null, null],
    ['thirty five thousand', 35_000, 35_000],
  ];
  for (const [words, low, high, approximate = false] of told)
    expect([words, figureIn(words)]).toEqual([words, { low, high, approximate }]);
});

it('knows whom the words name, or nobody', () => {
  expect(whomIn('three Syrian soldiers')).toBe('soldiers');
  expect(whomIn('a tank')).toBe('armour');
  expect(whomIn('seven')).toBeNull();
});
