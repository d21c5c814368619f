/** Opens what the engine reads from disk, and is the only code that does: models, dictionaries, gazetteer. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CueWords, parseCueWords } from './3-read/attribution/cue-words.ts';
import { type EventWords, parseEventWords } from './3-read/events/words.ts';
import { Language } from './3-read/language/language.ts';
import { type LemmaModel, parseLemmas } from './3-read/language/lemmas.ts';
import type { SentenceModel } from './3-read/language/sentences.ts';
import type { TokenWords } from './3-read/language/tokens.ts';

/** The package's folder: models/ and dictionaries/ stand beside src/ and dist/. */
export const PACKAGE = path.resolve(import.meta.dirname, '..');

const dictionary = (name: string) => readFileSync(path.join(PACKAGE, 'dictionaries', name), 'utf8');
const model = (name: string) => readFileSync(path.join(PACKAGE, 'models/en', name));

export const PACKAGE_VERSION = (
  JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
).version;

/** Rows of a TSV: comment lines (#) and the header left out. */
export function tsvRows(tsv: string): string[][] {
  return tsv
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}

export function readTokenWords(): TokenWords {
  return {
    abbreviations: new Map(tsvRows(dictionary('en/abbreviations.tsv')).map((row) => [row[0]!, row[1]!])),
    prefixes: new Set(tsvRows(dictionary('en/hyphen-prefixes.tsv')).map((row) => row[0]!)),
  };
}

export function readSentenceModel(): SentenceModel {
  const bytes = model('sentences.bin');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    weights: Float32Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(i * 2, true) / 100),
  };
}

export function readLemmas(): LemmaModel {
  const lemmas = parseLemmas(model('lemmas.tsv').toString('utf8'));
  for (const [form, tags, lemma] of tsvRows(dictionary('en/irregular-words.tsv'))) {
    for (const tag of tags!.split(',')) lemmas.exceptions.set(`${tag} ${form}`, lemma!);
  }
  return lemmas;
}

export function openLanguage(): Language {
  const wasm = new WebAssembly.Module(readFileSync(path.join(PACKAGE, 'models/kernels.wasm')));
  return new Language({
    wasm,
    network: model('network.bin'),
    lemmas: readLemmas(),
    sentences: readSentenceModel(),
    words: readTokenWords(),
  });
}

export function readCueWords(): CueWords {
  const rows = (name: string) => tsvRows(dictionary(`en/${name}.tsv`));
  return parseCueWords({
    verbs: rows('cue-verbs'),
    nouns: rows('cue-nouns'),
    adjectives: rows('cue-adjectives'),
    hedges: rows('hedges'),
    documents: rows('document-nouns'),
  });
}

export function readEventWords(): EventWords {
  const rows = (name: string) => tsvRows(dictionary(`en/${name}.tsv`));
  return parseEventWords({
    triggers: rows('event-triggers'),
    means: rows('means'),
    persons: rows('person-nouns'),
    things: rows('thing-nouns'),
    actors: rows('actor-nouns'),
    loaded: rows('loaded-words'),
    effects: rows('effect-words'),
  });
}
