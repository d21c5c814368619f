/** A row of a party table -> the party and the ways it is written. One reader for all tables: a column means the same everywhere. */
import { PARTY_KINDS, type PartyKind } from '../../records/index.ts';
import { type MarkedName, readList, readNames, readOffices } from './cells.ts';
import type { Row } from './tables.ts';
import type { Doubt, PartyEntry, Surface } from './types.ts';

/** The kind of a row that names none, by table. */
export const TABLE_KINDS: Readonly<Record<string, PartyKind>> = {
  states: 'state',
  forces: 'state-force',
  groups: 'armed-group',
  organisations: 'organisation',
  outlets: 'outlet',
  persons: 'person',
  populations: 'population',
  generics: 'armed-group',
};

/** Columns whose words become surfaces, with the kind of match they make. */
const NAME_COLUMNS: readonly [column: string, kind: Surface['kind'], doubts: Doubt[]][] = [
  ['aliases', 'alias', []],
  ['adjectives', 'demonym', []],
  ['people', 'people', []],
  ['members', 'member', []],
  ['capital', 'metonym', ['place']],
  ['metonyms', 'metonym', []],
];

/** Reads one row; null where its key or kind cannot be used (reported). */
export function readEntry(table: string, row: Row, problems: string[]): PartyEntry | null {
  const { cells, at } = row;
  const key = cells.key ?? '';
  const kind = cells.kind || TABLE_KINDS[table];
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(key)) problems.push(`${at} has no usable key: "${key}"`);
  else if (!cells.name) problems.push(`${at} has no name`);
  else if (!kind || !PARTY_KINDS.includes(kind as PartyKind)) problems.push(`${at} has an unknown kind: ${kind}`);
  else {
    return {
      key,
      name: cells.name,
      kind: kind as PartyKind,
      of: cells.of || null,
      aliases: readNames(cells.aliases, at, []).map((name) => name.text),
      country: cells.country || null,
      public: true,
      external: cells.wikidata ? { wikidata: cells.wikidata } : {},
      type: cells.type || null,
      control: cells.control === 'state' || cells.control === 'party' ? cells.control : null,
      organ: cells.organ || null,
      domains: readList(cells.domains),
      offices: readOffices(cells.offices),
      generic: table === 'generics' || cells.generic === 'yes',
      note: cells.note || null,
      table,
    };
  }
  return null;
}

/**
 * The ways a row's party is written. The name itself is one, without doubts, unless the row says that it is not
 * written so (`named: no`, for the canonical names of sorts) or lists it among the aliases with marks of its own.
 */
export function readSurfaces(party: PartyEntry, row: Row, problems: string[]): Surface[] {
  const { cells, at } = row;
  const surfaces: Surface[] = [];
  const add = (name: MarkedName, kind: Surface['kind'], doubts: Doubt[]): void => {
    surfaces.push({
      text: name.text,
      kind: name.text === party.name ? 'name' : kind,
      party,
      doubts: [...new Set([...doubts, ...name.doubts])],
      exactCase: name.exactCase,
    });
  };
  for (const [column, kind, doubts] of NAME_COLUMNS) {
    for (const name of readNames(cells[column], at, problems)) add(name, kind, doubts);
  }
  if (cells.named !== 'no' && !surfaces.some((surface) => surface.text === party.name)) {
    add({ text: party.name, doubts: [], exactCase: false }, 'name', []);
  }
  return surfaces;
}
