import { describe, expect, it } from 'vitest';
import {
  gazetteerBytes,
  SMALL_ABOUT,
  SMALL_ROWS,
  smallGazetteer,
} from '../../../../test/support/small-gazetteer.ts';
import { openGazetteer } from './gazetteer.ts';

const gazetteer = smallGazetteer();
const names = (name: string) =>
  gazetteer.named(name).map(({ place, via }) => `${place.name} ${place.kind} ${via}`);

describe('gazetteer', () => {
  it('finds a name by its exact key and says how it was met', () => {
    expect(names('Idlib')).toEqual(['Idlib ADM1 main', 'Idlib PPLA main']);
    expect(names('al mayadeen')).toEqual(['Al Mayādīn PPLA2 further']);
    expect(names('Syrian')).toEqual(['Syria PCLI demonym']);
    expect(names('Nowhere')).toEqual([]);
  });

  it('fills in country and division from what a row lies in', () => {
    const [town] = gazetteer.named('Al Mayādīn');
    expect(town!.place).toMatchObject({
      geonames: 168128,
      country: 'SY',
      admin1: 'Deir ez-Zor',
      admin1Code: 'SY.07',
      lat: 35.02,
      lon: 40.4515,
      population: 54534,
    });
  });

  it('meets loosely written names only where the article is usual', () => {
    expect(names('Deir Ezzor')).toEqual([]);
    expect(gazetteer.namedLoosely('Deir Ezzor').map(({ place }) => place.kind)).toEqual(['ADM1', 'PPLA']);
    expect(gazetteer.namedLoosely('Pariss')).toEqual([]);
  });

  it('knows countries, divisions and capitals by code', () => {
    expect(gazetteer.coded('SY')?.name).toBe('Syria');
    expect(gazetteer.coded('SY.12')?.name).toBe('Idlib');
    expect(gazetteer.capital('SY')?.name).toBe('Damascus');
    expect(gazetteer.coded('XX')).toBeNull();
  });

  it('reads regions that span countries', () => {
    const [valley] = gazetteer.named('Euphrates Valley');
    expect(valley!.place).toMatchObject({
      country: null,
      countries: ['SY', 'IQ'],
      box: [38, 33.5, 43, 36.9],
    });
  });
});

describe('a second file', () => {
  const extra = gazetteerBytes([
    { name: 'Syria', geonames: 163843, kind: 'PCLI', lat: 35, lon: 38, code: 'SY' },
    { name: 'Idlib', geonames: 169387, kind: 'ADM1', lat: 35.8, lon: 36.6, code: 'SY.12', in: 'SY' },
    { name: 'Idlib', geonames: 169389, kind: 'PPLA', lat: 35.93, lon: 36.63, in: 'SY.12' },
    {
      name: 'Idleb',
      kind: 'ADM1',
      lat: 35.8,
      lon: 36.7,
      code: 'SY07',
      in: 'SY',
      pcode: 'SY07',
      also: ['Idlib'],
    },
    { name: 'Hamlet', geonames: 7, kind: 'PPL', lat: 35.7, lon: 36.5, in: 'SY.12' },
  ]);
  const both = openGazetteer(gazetteerBytes(SMALL_ROWS, SMALL_ABOUT), extra);

  it('adds places, and the same place is one', () => {
    expect(both.named('Hamlet')[0]!.place).toMatchObject({ country: 'SY', admin1: 'Idlib' });
    expect(both.named('Idlib').map(({ place }) => place.kind)).toEqual(['ADM1', 'PPLA']);
  });

  it('lends ids and P-codes to the rows of the first', () => {
    expect(both.named('Idlib')[0]!.place).toMatchObject({ geonames: 169387, pcode: 'SY07' });
  });

  it('is refused when it is no gazetteer', () => {
    expect(() => openGazetteer(new Uint8Array(64))).toThrow('not a gazetteer file');
  });
});
