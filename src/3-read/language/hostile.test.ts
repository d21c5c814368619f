/** No text may crash the engine or make more work than its length allows: told by counting, not by the clock. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chance, randomNetwork } from '../../../test/support/random-network.ts';
import { readNameSigns } from '../../engine.ts';
import { Language } from './language.ts';
import { parseLemmas } from './lemmas.ts';
import { NounClasses } from './names/noun-classes.ts';
import { SENTENCE_BUCKETS, SENTENCE_MAX } from './sentences.ts';

const language = new Language({
  wasm: new WebAssembly.Module(
    readFileSync(path.resolve(import.meta.dirname, '../../../models/kernels.wasm')),
  ),
  network: randomNetwork(),
  names: readFileSync(path.resolve(import.meta.dirname, '../../../models/en/names.bin')),
  nouns: new NounClasses({ means: [], things: [], persons: [], actors: [], places: [], sources: [] }),
  signs: readNameSigns(),
  lemmas: parseLemmas(''),
  sentences: { weights: new Float32Array(SENTENCE_BUCKETS) },
  words: { abbreviations: new Map(), prefixes: new Set(), acronyms: new Map() },
  lexicon: () => [],
});

const SIZE = 20_000;
const next = chance(8);
const TEXTS: Record<string, string> = {
  'any Unicode': String.fromCodePoint(...Array.from({ length: SIZE }, () => next(0x110000))),
  'half of surrogate pairs': '\ud83d'.repeat(SIZE),
  'one word': 'a'.repeat(SIZE),
  'one figure': '1'.repeat(SIZE),
  'nested brackets': '('.repeat(SIZE / 2) + ')'.repeat(SIZE / 2),
  'no sentence end': 'the army moved '.repeat(SIZE / 15),
  'empty lines': '\n'.repeat(SIZE),
  'short lines': 'a\n'.repeat(SIZE / 2),
  'full stops': '.'.repeat(SIZE),
  hyphens: 'al-'.repeat(SIZE / 3),
  quotes: `"'`.repeat(SIZE / 2),
  'addresses without end': `http://${'a.'.repeat(SIZE / 2)}`,
  'marks on a letter': `a${'\u0301'.repeat(SIZE)}`,
  nothing: '',
};

describe('hostile text', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(name, () => {
      const { sentences } = language.parse(text);
      let at = 0;
      let pairs = 0;
      for (const { tokens } of sentences) {
        expect(tokens.length).toBeLessThanOrEqual(SENTENCE_MAX);
        pairs += tokens.length ** 2;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
      }
      expect(at).toBeLessThanOrEqual(text.length);
      expect(pairs).toBeLessThanOrEqual(SENTENCE_MAX * text.length);
    });
  }

  it('ready words without end are read as one tree', () => {
    const words = Array.from({ length: 3000 }, (_, i) => `w${i}`);
    const { tokens } = language.parseWords([words]).sentences[0]!;
    expect(tokens.map(({ form }) => form)).toEqual(words);
    expect(tokens.filter(({ head }) => head === -1)).toHaveLength(1);
  });
});
