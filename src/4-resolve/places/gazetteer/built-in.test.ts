/** The gazetteer that is committed: what it must hold, how fast it must open. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openGazetteer } from './gazetteer.ts';

const bytes = readFileSync(
  path.resolve(import.meta.dirname, '../../../../dictionaries/gazetteer/gazetteer.bin'),
);
const gazetteer = openGazetteer(bytes);

/** The town or village of a name in a country, exactly or loosely met. */
function town(name: string, country: string) {
  const all = [...gazetteer.named(name), ...gazetteer.namedLoosely(name)];
  return all.find(
    ({ place, via }) => place.country === country && place.kind.startsWith('PPL') && via !== 'demonym',
  )?.place;
}

describe('the built-in gazetteer', () => {
  it('is small and opens', () => {
    expect(bytes.length).toBeLessThan(8e6);
    expect(openGazetteer(bytes)).toBeDefined();
  });

  it('holds every country with its id, capital and neighbours', () => {
    expect(gazetteer.coded('SY')).toMatchObject({ name: 'Syria', geonames: 163843, kind: 'PCLI' });
    expect(gazetteer.capital('UA')?.name).toBe('Kyiv');
    expect(gazetteer.neighbours.get('SY')).toEqual(['IL', 'IQ', 'JO', 'LB', 'TR']);
  });

  it.each([
    ['Al-Mayadeen', 'SY', 35.02, 40.45],
    ['Mayadin', 'SY', 35.02, 40.45],
    ['Deir Ezzor', 'SY', 35.34, 40.14],
    ['Deir al-Zour', 'SY', 35.34, 40.14],
    ['Abu Kamal', 'SY', 34.45, 40.92],
    ['Al-Bukamal', 'SY', 34.45, 40.92],
    ['Aleppo', 'SY', 36.2, 37.16],
    ['Raqqa', 'SY', 35.95, 39.01],
    ['Kobane', 'SY', 36.89, 38.35],
    ['Hodeidah', 'YE', 14.8, 42.95],
    ['Artemivsk', 'UA', 48.6, 38.0],
    ['Kiev', 'UA', 50.45, 30.52],
    ['Khan Younis', 'PS', 31.34, 34.3],
  ])('knows %s', (name, country, lat, lon) => {
    const place = town(name, country);
    expect(place?.lat).toBeCloseTo(lat, 0);
    expect(place?.lon).toBeCloseTo(lon, 0);
  });

  it.each([
    'Euphrates Valley',
    'Donbas',
    'Darfur',
    'Sinai',
    'Golan Heights',
    'Tigray',
    'Lake Chad',
    'Gaza Strip',
  ])('knows %s with a box', (name) => {
    expect(gazetteer.named(name).some(({ place }) => place.box !== null)).toBe(true);
  });

  it('reads demonyms as speaking for countries only', () => {
    expect(gazetteer.named('Syrians').map(({ place, via }) => [place.country, via])).toEqual([
      ['SY', 'demonym'],
    ]);
  });

  it('credits its sources', () => {
    expect(gazetteer.about.attribution).toContain('GeoNames');
    expect(gazetteer.about.attribution).toContain('CC BY 4.0');
  });
});
