import { describe, expect, it } from 'vitest';
import { isVariant } from './variants.ts';

describe('spelling variants', () => {
  it.each([
    ['Al-Mayadeen', 'Al-Maydeen'],
    ['Mayadeen', 'al-Mayadeen'],
    ['Euphrates', 'Epuhrates'],
    ['Khan Shaykhun', 'Khan Shaykhoun'],
  ])('%s and %s', (one, other) => expect(isVariant(one, other)).toBe(true));

  it.each([
    ['Hama', 'Hara'],
    ['Mosul', 'Mosel'],
    ['Nawfal', 'Tawfal'],
    ['Aleppo', 'Idlib'],
    ['Kafr Zita', 'Kafr Nabl'],
  ])('%s and %s are two names', (one, other) => expect(isVariant(one, other)).toBe(false));
});
