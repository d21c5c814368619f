/** A row of a party table -> the party and the ways it is written. One reader for all tables: a column means the same everywhere. */
import { PARTY_KINDS, type PartyKind } from '../../records/index.ts';
import { type MarkedName, readList, readNames, readOffices } from './cells.ts';
import type { Row } from './tables.ts';
import type { Doubt, PartyEntry, Surface } from './types.ts';

/** The kind of a row that names none, by table, in the order in which tables are read. */
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

/** Columns beside `aliases` whose words become surfaces, with the kind of match they make. */
const NAME_COLUMNS: readonly [column: string, kind: Surface['kind'], doubts: readonly Doubt[]][] = [
  ['adjectives', 'demonym', []],
  ['people', 'people', []],
  ['members', 'member', []],
  ['capital', 'metonym', ['place']],
  ['metonyms', 'metonym', []],
];

const KEY = /^[a-z0-9][a-z0-9.-]*$/;

/** Reads one row and puts its surfaces to the others; null where its key or kind cannot be used (reported). */
export function readEntry(
  table: string,
  row: Row,
  surfaces: Surface[],
  problems: string[],
): PartyEntry | null {
  const key = row.get('key');
  const name = row.get('name');
  const kind = (row.get('kind') || TABLE_KINDS[table]) as PartyKind;
  if (!KEY.test(key)) problems.push(`${row.at} has no usable key: "${key}"`);
  else if (name === '') problems.push(`${row.at} has no name`);
  else if (!PARTY_KINDS.includes(kind)) problems.push(`${row.at} has an unknown kind: ${kind}`);
  else {
    const aliases = readNames(row.get('aliases'), row, problems);
    const control = row.get('control');
    const wikidata = row.get('wikidata');
    const party: PartyEntry = {
      key,
      name,
      kind,
      of: row.get('of') || null,
      aliases: aliases.map((alias) => alias.text),
      country: row.get('country') || null,
      public: true,
      external: wikidata === '' ? {} : { wikidata },
      type: row.get('type') || null,
      control: control === 'state' || control === 'party' ? control : null,
      organs: readList(row.get('organ')),
      domains: readList(row.get('domains')),
      offices: readOffices(row.get('offices')),
      generic: table === 'generics' || row.get('generic') === 'yes',
      note: row.get('note') || null,
      table,
    };
    addSurfaces(party, aliases, row, surfaces, problems);
    return party;
  }
  return null;
}

/**
 * The ways a row's party is written. The name itself is one, without doubts, unless the row says that it is not
 * written so (`named: no`, for the canonical names of sorts) or lists it among the aliases with marks of its own.
 */
function addSurfaces(
  party: PartyEntry,
  aliases: readonly MarkedName[],
  row: Row,
  surfaces: Surface[],
  problems: string[],
): void {
  let named = row.get('named') === 'no';
  const add = (
    { text, doubts, exactCase }: MarkedName,
    kind: Surface['kind'],
    more: readonly Doubt[],
  ): void => {
    const isName = text === party.name;
    named ||= isName;
    const all = more.length === 0 ? doubts : [...new Set([...more, ...doubts])];
    surfaces.push({ text, kind: isName ? 'name' : kind, party, doubts: all, exactCase });
  };
  for (const alias of aliases) add(alias, 'alias', []);
  for (const [column, kind, doubts] of NAME_COLUMNS) {
    for (const name of readNames(row.get(column), row, problems)) add(name, kind, doubts);
  }
  if (!named) surfaces.push({ text: party.name, kind: 'name', party, doubts: [], exactCase: false });
}
