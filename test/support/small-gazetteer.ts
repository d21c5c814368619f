/** A gazetteer of a few made-up and real places, built in memory, for tests. */
import { GazetteerBuilder, type NewRow } from '../../src/4-resolve/places/gazetteer/build-gazetteer.ts';
import { type Gazetteer, openGazetteer } from '../../src/4-resolve/places/gazetteer/gazetteer.ts';
import { MemoryPairs } from '../../src/4-resolve/places/gazetteer/pair-sink.ts';

type Row = Pick<NewRow, 'name' | 'kind' | 'lat' | 'lon'> & Partial<NewRow> & { in?: string; also?: string[] };

/** Bytes of a gazetteer; `in` names the row a row lies in, `also` further names. */
export function gazetteerBytes(rows: readonly Row[], about: Record<string, unknown> = {}): Uint8Array {
  const builder = new GazetteerBuilder({ exact: new MemoryPairs(), loose: new MemoryPairs() });
  const numbers = new Map<string, number>();
  for (const { in: parent, also, ...row } of rows) {
    const number = builder.add({
      geonames: null,
      population: 0,
      ...row,
      names: [...(row.names ?? []), ...(also ?? []).map((text) => ({ text, kind: 'further' as const }))],
      parent: parent === undefined ? null : numbers.get(parent)!,
    });
    numbers.set(row.code ?? row.name, number);
  }
  const pieces: Uint8Array[] = [];
  builder.write(about, false, (bytes) => pieces.push(bytes.slice()));
  return new Uint8Array(Buffer.concat(pieces));
}

const demonym = (text: string) => [{ text, kind: 'demonym' as const }];

/** Two countries that touch, a third far off, towns of one name in several. */
export const SMALL_ROWS: Row[] = [
  {
    name: 'Syria',
    kind: 'PCLI',
    lat: 35,
    lon: 38.5,
    code: 'SY',
    population: 2e7,
    names: demonym('Syrian'),
    box: [35.7, 32.3, 42.4, 37.3],
  },
  {
    name: 'Deir ez-Zor',
    kind: 'ADM1',
    lat: 35,
    lon: 40.4,
    code: 'SY.07',
    in: 'SY',
    population: 4e5,
    box: [39, 34, 41.5, 36],
    loose: true,
  },
  {
    name: 'Dayr az Zawr',
    geonames: 170794,
    kind: 'PPLA',
    lat: 35.336,
    lon: 40.141,
    in: 'SY.07',
    population: 242565,
    loose: true,
  },
  {
    name: 'Al Mayādīn',
    geonames: 168128,
    kind: 'PPLA2',
    lat: 35.02,
    lon: 40.4515,
    in: 'SY.07',
    population: 54534,
    also: ['Al-Mayadeen'],
    loose: true,
  },
  {
    name: 'Idlib',
    kind: 'ADM1',
    lat: 35.83,
    lon: 36.6,
    code: 'SY.12',
    in: 'SY',
    population: 4e5,
    box: [36.1, 35.3, 37.3, 36.3],
    loose: true,
  },
  {
    name: 'Idlib',
    geonames: 169389,
    kind: 'PPLA',
    lat: 35.931,
    lon: 36.634,
    in: 'SY.12',
    population: 128840,
    loose: true,
  },
  { name: 'Sarqa', kind: 'PPL', lat: 35.6, lon: 36.4, in: 'SY.12', population: 900, loose: true },
  {
    name: 'Aleppo',
    kind: 'ADM1',
    lat: 36.3,
    lon: 37.3,
    code: 'SY.09',
    in: 'SY',
    population: 2e6,
    box: [36.3, 35.3, 38.5, 36.9],
  },
  {
    name: 'Aleppo',
    geonames: 170063,
    kind: 'PPLA',
    lat: 36.2012,
    lon: 37.1612,
    in: 'SY.09',
    population: 1602264,
  },
  {
    name: 'Damascus',
    geonames: 170654,
    kind: 'PPLC',
    lat: 33.5102,
    lon: 36.2913,
    in: 'SY',
    population: 1569394,
  },
  {
    name: 'Iraq',
    kind: 'PCLI',
    lat: 33,
    lon: 43.7,
    code: 'IQ',
    population: 4e7,
    names: demonym('Iraqi'),
    box: [38.8, 29, 48.6, 37.4],
  },
  {
    name: 'Nineveh',
    kind: 'ADM1',
    lat: 36,
    lon: 42.5,
    code: 'IQ.15',
    in: 'IQ',
    population: 3e6,
    box: [41, 35, 44, 37],
  },
  {
    name: 'Mosul',
    geonames: 99072,
    kind: 'PPLA',
    lat: 36.335,
    lon: 43.1189,
    in: 'IQ.15',
    population: 1683000,
  },
  { name: 'Karda', kind: 'PPL', lat: 34.1, lon: 37.1, in: 'SY', population: 9000 },
  { name: 'Karda', kind: 'PPL', lat: 32.1, lon: 44.2, in: 'IQ', population: 9000 },
  {
    name: 'United States',
    kind: 'PCLI',
    lat: 39.5,
    lon: -99,
    code: 'US',
    population: 3e8,
    names: demonym('American'),
    also: ['US', 'U.S.'],
  },
  {
    name: 'Washington',
    kind: 'ADM1',
    lat: 47.3,
    lon: -121,
    code: 'US.WA',
    in: 'US',
    population: 6.4e6,
    box: [-124, 45.5, -117, 49],
  },
  {
    name: 'Washington',
    geonames: 4140963,
    kind: 'PPLC',
    lat: 38.8951,
    lon: -77.0364,
    in: 'US',
    population: 689545,
  },
  {
    name: 'Texas',
    kind: 'ADM1',
    lat: 31,
    lon: -99,
    code: 'US.TX',
    in: 'US',
    population: 2e7,
    box: [-106, 26, -94, 36],
  },
  {
    name: 'Paris',
    geonames: 4717560,
    kind: 'PPLA2',
    lat: 33.6609,
    lon: -95.5555,
    in: 'US.TX',
    population: 24782,
  },
  { name: 'Dallas', kind: 'PPLA2', lat: 32.78, lon: -96.8, in: 'US.TX', population: 1.3e6 },
  {
    name: 'France',
    kind: 'PCLI',
    lat: 46.6,
    lon: 2.5,
    code: 'FR',
    population: 6e7,
    names: demonym('French'),
  },
  {
    name: 'Paris',
    geonames: 2988507,
    kind: 'PPLC',
    lat: 48.8534,
    lon: 2.3488,
    in: 'FR',
    population: 2138551,
  },
  {
    name: 'Euphrates Valley',
    kind: 'VAL',
    lat: 35.2,
    lon: 40.5,
    countries: ['SY', 'IQ'],
    box: [38, 33.5, 43, 36.9],
  },
  { name: 'Tabqa Dam', kind: 'DAM', lat: 35.872, lon: 38.567, in: 'SY' },
];

export const SMALL_ABOUT = {
  neighbours: { SY: ['IQ'], IQ: ['SY'] },
  looseCountries: ['SY', 'IQ'],
  capitals: { SY: 9, US: 17, FR: 22 },
};

export function smallGazetteer(): Gazetteer {
  return openGazetteer(gazetteerBytes(SMALL_ROWS, SMALL_ABOUT));
}
