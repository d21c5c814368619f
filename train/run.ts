/**
 * `npm run train`: rebuilds models/en/ from the corpora, the same bytes each time. Parts: `words` (sentence ends and
 * lemmas, seconds) and `network` (the better part of an hour); no part named means all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { joinWords } from '../src/3-read/language/join-words.ts';
import { Language } from '../src/3-read/language/language.ts';
import { parseLemmas } from '../src/3-read/language/lemmas.ts';
import { flagsOfWords, LEXICON_FLAGS } from '../src/3-read/language/lexicon.ts';
import {
  layoutBreaks,
  readSentenceWeights,
  type SentenceModel,
  sentenceEnds,
} from '../src/3-read/language/sentences.ts';
import { findWords, type TokenWords } from '../src/3-read/language/tokens.ts';
import type { KnownNames } from '../src/4-resolve/known-names.ts';
import { openKnownNames, readTokenWords } from '../src/engine.ts';
import { rawDocuments } from './corpora/raw-text.ts';
import {
  developmentTreebanks,
  re3dDocuments,
  trainingTreebanks,
  unerNames,
  wikigoldNames,
  wnutNames,
} from './corpora/sources.ts';
import { nameFigures, treeFigures } from './evaluate.ts';
import { countWords } from './frequencies.ts';
import { trainLemmas } from './lemmas.ts';
import {
  buildVocabulary,
  mentionSources,
  type Numbering,
  nameSource,
  type Source,
  treeSource,
} from './network/examples.ts';
import { PLAN, trainNetwork } from './network/train-network.ts';
import { readWarWords } from './network/war-words.ts';
import { trainSentences } from './sentences.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const model = (name: string) => path.join(ROOT, 'models/en', name);

function trainWords(tokenWords: TokenWords): void {
  const { ewt, gum } = trainingTreebanks();
  const sentences = trainSentences(rawDocuments([...ewt, ...gum]), tokenWords, PLAN.seed);
  const bytes = Int16Array.from(sentences.weights, (w) => Math.round(w * 100));
  writeFileSync(model('sentences.bin'), new Uint8Array(bytes.buffer));
  writeFileSync(model('lemmas.tsv'), `${trainLemmas([...ewt, ...gum]).join('\n')}\n`);
  writeFileSync(model('word-frequencies.tsv'), `${countWords([...ewt, ...gum]).join('\n')}\n`);
  console.log('sentence ends, lemmas and word frequencies written');
}

function sources(tokenWords: TokenWords, sentenceModel: SentenceModel): Source[] {
  const { ewt, gum } = trainingTreebanks();
  const names = unerNames('train');
  const split = (text: string) => {
    const words = findWords(text, 0, text.length, tokenWords);
    const breaks = layoutBreaks(text);
    let first = 0;
    return sentenceEnds(
      text,
      words,
      (i) => breaks(words[i]!.end, words[i + 1]!.start),
      sentenceModel,
      tokenWords,
    ).map((last) => {
      const own = words.slice(first, last + 1);
      first = last + 1;
      return own;
    });
  };
  const mentions = re3dDocuments(true).flatMap((document) => mentionSources(document, split));
  return [
    ...[...ewt, ...gum].map((s) => treeSource(s, names.get(s.id))),
    ...wikigoldNames().map((s) => nameSource(s, 'wikigold', tokenWords)),
    ...wnutNames().map((s) => nameSource(s, 'wnut', tokenWords)),
    // Three times over: the only text of this kind there is.
    ...mentions,
    ...mentions,
    ...mentions,
  ];
}

/** Words of war count as seen twice: they are known words. */
function warVocabulary(): string[][] {
  const { byTag, transitive, saying, names } = readWarWords();
  const forms = [byTag, transitive, saying, names].flatMap((map) => [...map.values()].flat());
  return [forms, forms];
}

function numberingOf(all: Source[], known: KnownNames): Numbering {
  const tags = new Map<string, number>();
  const rels = new Map<string, number>();
  for (const source of all) {
    for (const tag of source.tags ?? []) if (!tags.has(tag)) tags.set(tag, tags.size);
    for (const rel of source.rels ?? []) if (!rels.has(rel)) rels.set(rel, rels.size);
  }
  return {
    vocabulary: buildVocabulary([...all.map((source) => source.forms), ...warVocabulary()]),
    tags,
    rels,
    grams: 16384,
    shapes: 512,
    flags: LEXICON_FLAGS.length,
    flagsOf: (forms) => {
      const { text, words } = joinWords(forms);
      return flagsOfWords(words, known.hits(text));
    },
  };
}

function main(parts: string[]): void {
  const all = parts.length === 0;
  const tokenWords = readTokenWords();
  if (all || parts.includes('words')) trainWords(tokenWords);
  if (!all && !parts.includes('network')) return;
  const wasm = new WebAssembly.Module(readFileSync(path.join(ROOT, 'models/kernels.wasm')));
  const sentenceModel = readSentenceWeights(readFileSync(model('sentences.bin')));
  const known = openKnownNames();
  const training = sources(tokenWords, sentenceModel);
  console.log(`${training.length} sentences, ${training.reduce((n, s) => n + s.forms.length, 0)} words`);
  const development = developmentTreebanks();
  const devNames = [...unerNames('dev').values()];
  const open = (network: Uint8Array) =>
    new Language({
      wasm,
      network,
      lemmas: parseLemmas(readFileSync(model('lemmas.tsv'), 'utf8')),
      sentences: sentenceModel,
      words: tokenWords,
      lexicon: (text) => known.hits(text),
    });
  const plan = { ...PLAN, ...JSON.parse(process.env.TRAINING_PLAN ?? '{}') };
  const out = process.env.TRAINING_OUT ?? model('network.bin');
  const bytes = trainNetwork(
    wasm,
    training,
    numberingOf(training, known),
    plan,
    console.log,
    (epoch, save) => {
      if (epoch % 4 !== 0 && epoch !== plan.epochs) return;
      const network = save();
      writeFileSync(out, network);
      const language = open(network);
      console.log('  EWT dev', JSON.stringify(treeFigures(language, development.ewt)));
      console.log('  GUM dev', JSON.stringify(treeFigures(language, development.gum)));
      console.log('  UNER dev', JSON.stringify(nameFigures(language, devNames)));
    },
  );
  writeFileSync(out, bytes);
  console.log(`network written, ${bytes.length} bytes`);
}

main(process.argv.slice(2));
