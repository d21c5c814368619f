/** The tables of dictionaries/parties -> the party list, as plain data in and out. */

import { readList, readNames } from './cells.ts';
import { type PartyClass, readClass } from './class-rows.ts';
import { readEntry, TABLE_KINDS } from './entries.ts';
import { foldWord } from './fold.ts';
import { readOrgan } from './organ-patterns.ts';
import { readTable } from './tables.ts';
import type { Organ, PartyEntry, PartyList, Surface } from './types.ts';

/**
 * Parses the party tables. Pure; never throws: rows that cannot be read stand in `problems`.
 * @param files content by file name (`states.tsv` …); unknown names are ignored. The order of tables is fixed here,
 * not by the caller: where two parties share a name the earlier table, then the earlier row, comes first.
 */
export function parseParties(files: Readonly<Record<string, string>>): PartyList {
  const problems: string[] = [];
  const byKey = new Map<string, PartyEntry>();
  const surfaces: Surface[] = [];
  const adjectives = new Map<string, string>();

  for (const table of Object.keys(TABLE_KINDS)) {
    const file = `${table}.tsv`;
    for (const row of readTable(file, files[file] ?? '', problems)) {
      const found: Surface[] = [];
      const entry = readEntry(table, row, found, problems);
      if (entry === null) continue;
      if (byKey.has(entry.key)) {
        problems.push(`${row.at} repeats the key ${entry.key}`);
        continue;
      }
      byKey.set(entry.key, entry);
      for (const surface of found) surfaces.push(surface);
      const adjective = found.find((surface) => surface.kind === 'demonym');
      if (adjective) adjectives.set(entry.key, adjective.text);
    }
  }

  const organs = new Map<string, Organ>();
  for (const row of readTable('party-patterns.tsv', files['party-patterns.tsv'] ?? '', problems)) {
    const organ = readOrgan(row, problems);
    if (organ) organs.set(organ.key, organ);
  }
  for (const row of readTable('not-parties.tsv', files['not-parties.tsv'] ?? '', problems)) {
    for (const { text, exactCase } of readNames(row.get('words'), row, problems)) {
      surfaces.push({ text, kind: 'name', party: null, doubts: [], exactCase });
    }
  }

  const classes: PartyClass[] = [];
  for (const row of readTable('party-classes.tsv', files['party-classes.tsv'] ?? '', problems)) {
    const partyClass = readClass(row, problems);
    if (partyClass) classes.push(partyClass);
  }
  const nameStops = new Set<string>();
  for (const row of readTable('name-stops.tsv', files['name-stops.tsv'] ?? '', problems)) {
    for (const word of readList(row.get('words'))) nameStops.add(foldWord(word));
  }

  const fills = new Map<string, PartyEntry>();
  const byDomain = new Map<string, PartyEntry>();
  for (const entry of byKey.values()) {
    if (entry.of !== null && !byKey.has(entry.of))
      problems.push(`${entry.key} is of an unknown party: ${entry.of}`);
    for (const office of entry.offices) {
      if (office.of !== null && !byKey.has(office.of)) {
        problems.push(`${entry.key} has an office of an unknown party: ${office.of}`);
      }
    }
    for (const domain of entry.domains) byDomain.set(domain, entry);
    for (const organ of entry.organs) {
      const place = organ.includes('/') ? organ : `${entry.of}/${organ}`;
      const [state, name] = place.split('/') as [string, string];
      if (!byKey.has(state) || !organs.has(name))
        problems.push(`${entry.key} fills an unknown organ: ${place}`);
      if (fills.has(place)) problems.push(`${entry.key} fills ${place} a second time`);
      fills.set(place, entry);
    }
  }
  return {
    entries: [...byKey.values()],
    byKey,
    surfaces,
    organs,
    classes,
    nameStops,
    fills,
    adjectives,
    byDomain,
    problems,
  };
}
