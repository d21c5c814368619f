/** The English dictionaries are well formed, and every question they ask has an answer. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseQuestions } from '../src/3-read/events/settle.ts';
import { EVENT_TYPES } from '../src/records/index.ts';

const FOLDER = path.resolve(import.meta.dirname, '../dictionaries/en');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.tsv'));

const lines = (name: string) =>
  readFileSync(path.join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
const rows = (name: string) =>
  lines(name)
    .filter((line) => !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));

describe('dictionaries/en', () => {
  for (const name of files) {
    it(`${name} says where it comes from and keeps its columns`, () => {
      expect(lines(name)[0]).toMatch(/^#/);
      const header = lines(name)
        .find((line) => !line.startsWith('#'))!
        .split('\t');
      for (const row of rows(name)) expect(row.length, row.join('|')).toBeLessThanOrEqual(header.length);
    });
  }

  it('event triggers have a known type or an answered question', () => {
    const questions = parseQuestions(rows('event-questions.tsv'));
    for (const [lemma, pos, type, frame] of rows('event-triggers.tsv')) {
      const known = type!.startsWith('?')
        ? questions.has(type!.slice(1))
        : (EVENT_TYPES as readonly string[]).includes(type!);
      expect(known, `${lemma} ${type}`).toBe(true);
      expect(['V', 'N']).toContain(pos);
      expect(['tr', 'in', 'un', 'mu', '-'], lemma).toContain(frame);
    }
  });

  it('event questions answer with a known type, none, or another question', () => {
    const table = rows('event-questions.tsv');
    const questions = new Set(table.map(([name]) => name));
    for (const [name, , answer] of table) {
      const known =
        answer === '-' ||
        (answer!.startsWith('?')
          ? questions.has(answer!.slice(1))
          : (EVENT_TYPES as readonly string[]).includes(answer!));
      expect(known, `${name} ${answer}`).toBe(true);
    }
  });

  it('no word twice', () => {
    for (const [name, columns] of [
      ['event-triggers.tsv', 2],
      ['means.tsv', 1],
      ['anaphors.tsv', 1],
      ['source-nouns.tsv', 1],
      ['cue-nouns.tsv', 1],
    ] as const) {
      const keys = rows(name).map((row) => row.slice(0, columns).join(' '));
      expect(
        keys.filter((key, i) => keys.indexOf(key) !== i),
        name,
      ).toEqual([]);
    }
  });
});
