import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { gazetteerBytes, SMALL_ABOUT, SMALL_ROWS } from '../../../../test/support/small-gazetteer.ts';
import { openGazetteer } from '../../../4-resolve/places/gazetteer/gazetteer.ts';
import { csvCells } from './csv-table.ts';
import { DiskPairs } from './disk-pairs.ts';
import { findPlaces } from './find-places.ts';
import { importGazetteer } from './import.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gazetteer-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const builtIn = path.join(folder, 'built-in.bin');
writeFileSync(builtIn, gazetteerBytes(SMALL_ROWS, SMALL_ABOUT));
const openGazetteerFiles = (...files: [string, string]) =>
  openGazetteer(...(files.map((one) => readFileSync(one)) as [Buffer, Buffer]));
const beside = openGazetteer(readFileSync(builtIn));

function file(name: string, lines: string[]): string {
  const full = path.join(folder, name);
  writeFileSync(full, `${lines.join('\n')}\n`);
  return full;
}

/** A GeoNames line: id, name, other names, point, class and code, country, divisions, people. */
function geonames(
  id: number,
  name: string,
  others: string,
  lat: number,
  lon: number,
  kind: string,
  admin1 = '',
  admin2 = '',
  people = 0,
): string {
  const [kindClass, code] = kind.split('.');
  return [
    id,
    name,
    name,
    others,
    lat,
    lon,
    kindClass,
    code,
    'SY',
    '',
    admin1,
    admin2,
    '',
    '',
    people,
    '',
    300,
    'Asia/Damascus',
    '2024-01-01',
  ].join('\t');
}

const syria = file('SY.txt', [
  geonames(163843, 'Syria', '', 35, 38, 'A.PCLI'),
  geonames(3, 'Tell Nowhere', 'Tall Nowhere,تل', 35.41, 36.61, 'P.PPL', '12', '9'),
  geonames(169387, 'Idlib Governorate', 'Idlib', 35.8, 36.6, 'A.ADM1', '12'),
  geonames(9, 'Ariha District', '', 35.7, 36.6, 'A.ADM2', '12', '9'),
  geonames(5, 'Nowhere Road', '', 35.5, 36.5, 'R.RD', '12'),
  'a line that is no row',
]);

describe('import of GeoNames files', () => {
  it('reads places, ties them to their divisions and opens beside the built-in file', async () => {
    const output = path.join(folder, 'syria.bin');
    const seen: number[] = [];
    const report = await importGazetteer({
      files: [syria],
      output,
      beside,
      onProgress: ({ done }) => seen.push(done),
    });
    expect(report).toMatchObject({ places: 4, left: { 'feature class R': 1, 'not 19 columns': 1 } });
    expect(seen.at(-1)).toBe(readFileSync(syria).length);
    const gazetteer = openGazetteerFiles(builtIn, output);
    expect(findPlaces(gazetteer, 'Tall Nowhere')[0]!.place).toMatchObject({
      geonames: 3,
      country: 'SY',
      admin1: 'Idlib Governorate',
      admin1Code: 'SY.12',
      admin2: 'Ariha District',
      lat: 35.41,
    });
    expect(findPlaces(gazetteer, 'Idlib').map(({ place }) => place.geonames)).toEqual([169389, 169387]);
    expect(findPlaces(gazetteer, 'Deir Ezzor').every(({ via }) => via === 'loose')).toBe(true);
    expect(
      readdirSync(folder).filter((name) => name.startsWith('gazetteer-') || name.endsWith('.part')),
    ).toEqual([]);
  });

  it('adds alternate names, historic ones and codes left out', async () => {
    const alternates = file('alternateNamesV2.txt', [
      ['1', '3', 'en', 'Nowhere Hill', '', '', '', '', '', ''].join('\t'),
      ['2', '3', 'ar', 'تل', '', '', '', '', '', ''].join('\t'),
      ['3', '3', 'link', 'https://example.org/3', '', '', '', '', '', ''].join('\t'),
      ['4', '3', 'en', 'Oldnowhere', '', '', '', '1', '', ''].join('\t'),
      ['5', '99', 'en', 'Elsewhere', '', '', '', '', '', ''].join('\t'),
    ]);
    const codes = file('admin1CodesASCII.txt', ['SY.12\tIdlib\tEdlib\t169387', 'SY.99\tX\tX\t1']);
    const output = path.join(folder, 'names.bin');
    const report = await importGazetteer({ files: [alternates, codes, syria], output, beside });
    expect(report.left).toMatchObject({
      'historic names': 1,
      'names of places not imported': 1,
      'codes of divisions not imported': 1,
    });
    const gazetteer = openGazetteerFiles(builtIn, output);
    expect(gazetteer.named('Nowhere Hill')).toHaveLength(1);
    expect(gazetteer.named('Edlib')[0]!.place.kind).toBe('ADM1');
    expect(gazetteer.named('Oldnowhere')).toEqual([]);
  });
});

describe('import of tables with P-codes', () => {
  const table = file('syr_adm.csv', [
    'ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,ADM0_EN,ADM0_PCODE,Latitude,Longitude',
    'Idlib,SY07,,,Syria,SY,35.82,36.62',
    'Idlib,SY07,"Ariha, Greater",SY0705,Syria,SY,35.75,36.55',
    'Idlib,SY07,Harim,SY0703,Syria,SY,,',
  ]);

  it('keeps the P-codes, lends them to divisions known already, and says what it left out', async () => {
    const output = path.join(folder, 'pcodes.bin');
    const report = await importGazetteer({ files: [table], output, beside });
    expect(report).toMatchObject({ places: 2, left: { 'no coordinates': 1 } });
    const gazetteer = openGazetteerFiles(builtIn, output);
    expect(gazetteer.named('Ariha, Greater')[0]!.place).toMatchObject({
      pcode: 'SY0705',
      kind: 'ADM2',
      country: 'SY',
      admin1: 'Idlib',
    });
    const divisions = gazetteer.named('Idlib').filter(({ place }) => place.kind === 'ADM1');
    expect(divisions.map(({ place }) => [place.pcode, place.admin1Code])).toEqual([['SY07', 'SY.12']]);
  });

  it('reads plain lists of places', async () => {
    const list = file('places.csv', [
      'name,lat,lon,country,aliases,pcode',
      'Camp One,35.1,36.2,SY,Camp 1|First Camp,SY-C1',
    ]);
    const output = path.join(folder, 'list.bin');
    await importGazetteer({ files: [list], output, beside });
    expect(openGazetteerFiles(builtIn, output).named('First Camp')[0]!.place).toMatchObject({
      name: 'Camp One',
      pcode: 'SY-C1',
      country: 'SY',
    });
  });
});

describe('what cannot be imported', () => {
  const attempt = (files: string[]) =>
    importGazetteer({ files, output: path.join(folder, 'none.bin'), beside });

  it.each([
    ['a file that is not there', () => [path.join(folder, 'missing.txt')], 'input-not-found'],
    ['a packed file', () => [file('SY.zip', ['PK'])], 'usage'],
    ['a table without names', () => [file('other.csv', ['a,b', '1,2'])], 'input-unreadable'],
    ['a file without places', () => [file('IQ.txt', ['nothing here'])], 'input-unreadable'],
    ['an empty file', () => [file('LB.txt', [])], 'input-unreadable'],
    ['a line without end', () => [file('YE.txt', ['x'.repeat(3 << 20)])], 'input-unreadable'],
  ])('%s', async (_, files, code) => {
    await expect(attempt(files())).rejects.toMatchObject({ name: 'ReportedlyError', code });
    expect(readdirSync(folder)).not.toContain('none.bin');
  });
});

describe('sorting on disk', () => {
  it('gives back every pair in order, as in memory', () => {
    const parent = path.join(folder, 'pairs');
    mkdirSync(parent);
    const pairs = new DiskPairs(parent, 100);
    const all: [string, number][] = [];
    for (let i = 0; i < 1234; i++) {
      const pair: [string, number] = [`k${(i * 7919) % 97}`, (i * 31) % 211];
      all.push(pair);
      pairs.add(...pair);
    }
    const sorted = all.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
    expect([...pairs.sorted()]).toEqual(sorted);
    pairs.dispose();
    expect(readdirSync(parent)).toEqual([]);
  });
});

it('reads quoted cells', () => {
  expect(csvCells('a,"b, c","d ""e""",')).toEqual(['a', 'b, c', 'd "e"', '']);
});
