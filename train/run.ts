/**
 * `npm run train`: rebuilds models/en/ from the corpora, the same bytes each time. Parts: `words` (sentence ends and
 * lemmas, seconds), `network` (the better part of an hour) and `names` (the chains of names, minutes); no part named means all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Language } from '../src/3-read/language/language.ts';
import { parseLemmas } from '../src/3-read/language/lemmas.ts';
import { writeChains } from '../src/3-read/language/names/chain-file.ts';
import { readSentenceWeights, type SentenceModel } from '../src/3-read/language/sentences.ts';
import type { TokenWords } from '../src/3-read/language/tokens.ts';
import type { KnownNames } from '../src/4-resolve/known-names.ts';
import { openKnownNames, readNameSigns, readNounClasses, readTokenWords } from '../src/engine.ts';
import { rawDocuments } from './corpora/raw-text.ts';
import { developmentTreebanks, re3dDocuments, trainingTreebanks, unerNames } from './corpora/sources.ts';
import { nameFigures, treeFigures } from './evaluate.ts';
import { countWords } from './frequencies.ts';
import { trainLemmas } from './lemmas.ts';
import { trainMentions, trainNames } from './names/train-names.ts';
import { newTrainee, PLAN, trainNetwork } from './network/train-network.ts';
import { trainSentences } from './sentences.ts';
import { allSources, generalSources, numberingOf, sentenceSplitter } from './training-data.ts';

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

type Open = (network: Uint8Array, names: Uint8Array | null) => Language;

function trainAllNames(open: Open, tokenWords: TokenWords, sentences: SentenceModel): void {
  const network = readFileSync(model('network.bin'));
  const bare = open(network, null);
  const names = trainNames(generalSources(tokenWords), bare, console.log);
  const split = sentenceSplitter(tokenWords, sentences);
  const mentions = trainMentions(re3dDocuments(true), split, bare, names, console.log);
  const bytes = writeChains([names, mentions]);
  writeFileSync(model('names.bin'), bytes);
  console.log(`chains of names written, ${bytes.length} bytes`);
  const found = nameFigures(open(network, bytes), [...unerNames('dev').values()]);
  console.log('  UNER dev', JSON.stringify(found));
}

function main(parts: string[]): void {
  const all = parts.length === 0;
  const tokenWords = readTokenWords();
  if (all || parts.includes('words')) trainWords(tokenWords);
  if (!all && !parts.includes('network') && !parts.includes('names')) return;
  const wasm = new WebAssembly.Module(readFileSync(path.join(ROOT, 'models/kernels.wasm')));
  const sentenceModel = readSentenceWeights(readFileSync(model('sentences.bin')));
  const known = openKnownNames();
  const nouns = readNounClasses();
  const open: Open = (network, names) =>
    new Language({
      wasm,
      network,
      names,
      nouns,
      signs: readNameSigns(),
      lemmas: parseLemmas(readFileSync(model('lemmas.tsv'), 'utf8')),
      sentences: sentenceModel,
      words: tokenWords,
      lexicon: (text) => known.hits(text),
    });
  if (all || parts.includes('network')) trainNetworkFile(open, wasm, known, tokenWords, sentenceModel);
  if (all || parts.includes('names')) trainAllNames(open, tokenWords, sentenceModel);
}

function trainNetworkFile(
  open: Open,
  wasm: WebAssembly.Module,
  known: KnownNames,
  tokenWords: TokenWords,
  sentenceModel: SentenceModel,
): void {
  const training = allSources(tokenWords, sentenceModel);
  console.log(`${training.length} sentences, ${training.reduce((n, s) => n + s.forms.length, 0)} words`);
  const development = developmentTreebanks();
  const devNames = [...unerNames('dev').values()];
  const plan = { ...PLAN, ...JSON.parse(process.env.TRAINING_PLAN ?? '{}') };
  const out = process.env.TRAINING_OUT ?? model('network.bin');
  const bytes = trainNetwork(
    newTrainee(wasm, numberingOf(training, known), plan),
    training,
    console.log,
    (epoch, save) => {
      if (epoch % 4 !== 0 && epoch !== plan.epochs) return;
      const network = save();
      writeFileSync(out, network);
      const language = open(network, null);
      console.log('  EWT dev', JSON.stringify(treeFigures(language, development.ewt)));
      console.log('  GUM dev', JSON.stringify(treeFigures(language, development.gum)));
      console.log('  UNER dev', JSON.stringify(nameFigures(language, devNames)));
    },
  );
  writeFileSync(out, bytes);
  console.log(`network written, ${bytes.length} bytes`);
}

main(process.argv.slice(2));
