/** The tables are well formed: every event type has a family, every notice fires on its example and on nothing unlike. */
import { describe, expect, it } from 'vitest';
import { readPackageFile } from '../package.ts';
import { EVENT_TYPES } from '../records/index.ts';
import { openTables } from './parse-tables.ts';
import { stem } from './words/en/stem.ts';

const { families, weights, notices } = openTables(readPackageFile);

describe('type families', () => {
  it.each(EVENT_TYPES)('%s has a family and goes with itself', (type) => {
    expect(families.has(type)).toBe(true);
    expect(families.fit(type, type)).toBeGreaterThan(0);
  });
  it('lets a toll go with a strike, and no talks with a strike', () => {
    expect(families.fit('casualties', 'air-drone-strike')).toBeGreaterThan(0);
    expect(families.fit('talks-diplomacy', 'air-drone-strike')).toBeNull();
    expect(families.fit('air-drone-strike', 'casualties')).toBe(
      families.fit('casualties', 'air-drone-strike'),
    );
  });
});

describe('word weights', () => {
  it('rare words weigh more than common ones', () => {
    expect(weights.weight('the')).toBe(0);
    expect(weights.weight('mayadin')).toBeGreaterThan(weights.weight(stem('people')));
  });
});

describe('withdrawal notices', () => {
  it.each(notices)('$name', ({ pattern, example, unlike }) => {
    expect(example).toMatch(pattern);
    if (unlike) expect(unlike).not.toMatch(pattern);
  });
});
