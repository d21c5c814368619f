/** The tables that exporters go by, read from the package once: code lists of others, and what is coarsened. */
import { type PersonWords, readPersonWords } from './gate/person-words.ts';

export interface Country {
  iso2: string;
  /** ISO 3166-1 numeric. */
  iso: number | null;
  name: string;
  acledRegion: string;
  /** Gleditsch and Ward's number. */
  gw: number | null;
  ucdpRegion: string;
  ucdpName: string;
}

export interface AcledType {
  eventType: string;
  subEventType: string;
  disorderType: string;
}

export type WhomGroup = 'whole' | 'civil' | 'fighters' | 'things';

export interface SensitiveSites {
  /** Matches a word that names a hospital, shelter, camp or school. */
  words: RegExp;
  features: ReadonlySet<string>;
}

export interface ExportTables {
  countries: ReadonlyMap<string, Country>;
  /** Country codes by the state's usual name. */
  byName: ReadonlyMap<string, Country>;
  acledTypes: ReadonlyMap<string, AcledType>;
  /** ACLED's kinds of actor by number. */
  inter: ReadonlyMap<number, string>;
  whom: ReadonlyMap<string, { group: WhomGroup; part: boolean }>;
  sites: SensitiveSites;
  personWords: PersonWords;
}

const FOLDER = 'dictionaries/exports';

/** @param read gives the text of a file of the package */
export function openExportTables(read: (name: string) => string): ExportTables {
  const countries = rows(read(`${FOLDER}/countries.tsv`)).map((row): Country => {
    const [iso2 = '', iso, name = '', acledRegion = '', gw, ucdpRegion = '', ucdpName] = row;
    return {
      ...{ iso2, iso: number(iso), name, acledRegion, gw: number(gw), ucdpRegion },
      ucdpName: ucdpName || name,
    };
  });
  return {
    countries: new Map(countries.map((country) => [country.iso2, country])),
    byName: new Map(countries.map((country) => [country.name, country])),
    acledTypes: new Map(
      rows(read(`${FOLDER}/acled-types.tsv`)).map(
        ([type = '', eventType = '', subEventType = '', disorderType = '']) => [
          type,
          { eventType, subEventType, disorderType },
        ],
      ),
    ),
    inter: new Map(rows(read(`${FOLDER}/acled-inter.tsv`)).map(([n, text = '']) => [Number(n), text])),
    whom: new Map(
      rows(read(`${FOLDER}/whom-groups.tsv`)).map(([whom = '', group, part]) => [
        whom,
        { group: group as WhomGroup, part: part === 'yes' },
      ]),
    ),
    sites: sitesOf(rows(read(`${FOLDER}/sensitive-sites.tsv`))),
    personWords: readPersonWords(read),
  };
}

function sitesOf(table: readonly string[][]): SensitiveSites {
  const words = table.flatMap(([, list = '']) => list.split('|')).filter(Boolean);
  const pattern = words.map((word) => word.replaceAll(' ', '\\s+')).join('|');
  return {
    words: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu'),
    features: new Set(table.flatMap(([, , list = '']) => list.split('|')).filter(Boolean)),
  };
}

/** Rows below the head, comments left out. */
function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}

const number = (text: string | undefined) => (text ? Number(text) : null);
