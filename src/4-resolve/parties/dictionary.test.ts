/** The shipped dictionary, row by row where rows have examples. */
import { describe, expect, it } from 'vitest';
import { files, list, matcher } from '../../../test/support/shipped-parties.ts';
import type { PartyMatch } from './types.ts';
import { cutWords } from './words.ts';

/** An organ with a name of its own ("Armed Forces of Ukraine") is found by that. */
function isNamed(match: PartyMatch): boolean {
  return match.kind === 'name' || match.kind === 'alias';
}

describe('the tables', () => {
  it('can all be read', () => {
    expect(list.problems).toEqual([]);
  });

  it('every table says its source and licence, and has no trailing or doubled blanks', () => {
    for (const [name, content] of Object.entries(files)) {
      expect(content, name).toMatch(/^# .*\n(?:# .*\n)*?# Source: .*Reportedly team/);
      expect(content, name).toMatch(/Licence: Apache-2\.0/);
      for (const line of content.split('\n')) {
        if (!line.startsWith('#')) expect(line, name).not.toMatch(/ \t|\t | {2}|\|\||\| | \|/);
      }
    }
  });

  it('holds every member state of the United Nations and what the project promises', () => {
    const count = (table: string): number => list.entries.filter((entry) => entry.table === table).length;
    expect(count('states')).toBeGreaterThanOrEqual(193 + 10);
    expect(count('groups')).toBeGreaterThanOrEqual(400);
    expect(count('outlets')).toBeGreaterThanOrEqual(500);
    expect(count('persons')).toBeGreaterThanOrEqual(250);
  });

  it('spellings of one party that fold to the same words carry the same doubts', () => {
    const doubts = new Map<string, string>();
    const unlike: string[] = [];
    for (const surface of list.surfaces) {
      if (surface.party === null || surface.exactCase) continue;
      const words = `${surface.party.key}: ${cutWords(surface.text).folded.join(' ')}`;
      const marks = [...surface.doubts].sort().join();
      if ((doubts.get(words) ?? marks) !== marks) unlike.push(words);
      doubts.set(words, marks);
    }
    expect(unlike).toEqual([]);
  });

  it('Wikidata ids are well formed and given once', () => {
    const ids = list.entries.flatMap((entry) => entry.external.wikidata ?? []);
    expect(ids.length).toBeGreaterThan(200);
    for (const id of ids) expect(id).toMatch(/^Q[1-9]\d*$/);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('country codes are two capitals', () => {
    for (const entry of list.entries) expect(entry.country ?? 'XX', entry.key).toMatch(/^[A-Z]{2}$/);
  });

  it('no name is listed twice in one row', () => {
    for (const entry of list.entries) {
      expect(
        entry.aliases.filter((alias, i) => entry.aliases.indexOf(alias) !== i),
        entry.key,
      ).toEqual([]);
    }
  });
});

describe('every example', () => {
  for (const organ of list.organs.values()) {
    it(`of the organ ${organ.key}`, () => {
      for (const example of organ.examples) {
        const found = matcher
          .matchParties(example)
          .filter((match) => match.organ === organ.key || isNamed(match));
        expect(found, example).not.toEqual([]);
        expect(
          found.some((match) => match.base !== null || isNamed(match)),
          example,
        ).toBe(true);
      }
    });
  }
  for (const row of list.classes) {
    it(`of the class ${row.key}`, () => {
      expect(row.examples.length).toBeGreaterThan(0);
      for (const example of row.examples) {
        const found = matcher.matchParties(example);
        expect(
          found.map((match) => [match.kind, match.party!.kind]),
          example,
        ).toEqual([['class', row.kind]]);
      }
    });
  }
});
