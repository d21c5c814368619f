import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { placeOfFeature, readFeatures } from './boundaries.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'boundaries-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const district = (name: string, note = '') => ({
  type: 'Feature',
  properties: {
    ADM2_EN: name,
    ADM2_PCODE: 'XX0102',
    ADM1_EN: 'Upland',
    ADM1_PCODE: 'XX01',
    ADM0_PCODE: 'XX',
    note,
  },
  geometry: { type: 'MultiPolygon', coordinates: [[square(10, 20, 2)], [square(14, 20, 0.1)]] },
});

describe('boundaries', () => {
  it('gives a division its P-code, box and the middle of its largest part', () => {
    expect(placeOfFeature(district('Lower Ford'))).toMatchObject({
      name: 'Lower Ford',
      kind: 'ADM2',
      pcode: 'XX0102',
      admin1: 'Upland',
      country: 'XX',
      lat: 21,
      lon: 11,
      box: [10, 20, 14.1, 20.1 + 1.9],
    });
  });

  it('knows the newer heads and a middle that is given', () => {
    const properties = {
      adm1_name: 'Upland',
      adm1_pcode: 'XX01',
      iso3: 'XXX',
      center_lat: 1.5,
      center_lon: 2.5,
    };
    expect(
      placeOfFeature({ properties, geometry: { type: 'Polygon', coordinates: [square(1, 1, 1)] } }),
    ).toMatchObject({ name: 'Upland', kind: 'ADM1', lat: 1.5, lon: 2.5, country: 'XX', box: [1, 1, 2, 2] });
  });

  it.each([
    ['no properties', { geometry: { type: 'Polygon', coordinates: [square(1, 1, 1)] } }],
    ['no name', { properties: { ADM2_PCODE: 'XX01' } }],
  ])('%s: no place', (_, feature) => {
    expect(placeOfFeature(feature)).toBeNull();
  });

  it.each([
    ['coordinates out of range', { type: 'Polygon', coordinates: [[[200, 95]]] }],
    ['no coordinates', { type: 'Polygon' }],
    ['another geometry', { type: 'LineString', coordinates: square(1, 1, 1) }],
  ])('%s: a place without a point', (_, geometry) => {
    expect(placeOfFeature({ ...district('Ford'), geometry })).toMatchObject({ lat: null, box: null });
  });

  it('cuts features out of a file of any size, brackets in strings and all', async () => {
    const features = Array.from({ length: 3000 }, (_, i) =>
      district(`Ford ${i}`, `}] "\\ {${'x'.repeat(300)}`),
    );
    const file = path.join(folder, 'adm.geojson');
    const crs = { properties: { name: 'urn:ogc:def:crs' } };
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', crs, features, bbox: [1, 2, 3, 4] }));
    const names: (string | undefined)[] = [];
    for await (const batch of readFeatures(file))
      for (const feature of batch.features) names.push(placeOfFeature(feature)?.name);
    expect(names).toEqual(features.map(({ properties }) => properties.ADM2_EN));
  });
});
