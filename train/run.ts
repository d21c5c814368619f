/**
 * `npm run train`: rebuilds models/en/ from the corpora, the same bytes each time. Parts: `words` (sentence ends and
 * lemmas, seconds) and `network` (the better part of an hour); no part named means all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Language } from '../src/3-read/language/language.ts';
import { parseLemmas } from '../src/3-read/language/lemmas.ts';
import { readSentenceWeights } from '../src/3-read/language/sentences.ts';
import type { TokenWords } from '../src/3-read/language/tokens.ts';
import { openKnownNames, readTokenWords } from '../src/engine.ts';
import { rawDocuments } from './corpora/raw-text.ts';
import { developmentTreebanks, trainingTreebanks, unerNames } from './corpora/sources.ts';
import { nameFigures, treeFigures } from './evaluate.ts';
import { countWords } from './frequencies.ts';
import { trainLemmas } from './lemmas.ts';
import { newTrainee, PLAN, trainNetwork } from './network/train-network.ts';
import { trainSentences } from './sentences.ts';
import { allSources, numberingOf } from './training-data.ts';

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

function main(parts: string[]): void {
  const all = parts.length === 0;
  const tokenWords = readTokenWords();
  if (all || parts.includes('words')) trainWords(tokenWords);
  if (!all && !parts.includes('network')) return;
  const wasm = new WebAssembly.Module(readFileSync(path.join(ROOT, 'models/kernels.wasm')));
  const sentenceModel = readSentenceWeights(readFileSync(model('sentences.bin')));
  const known = openKnownNames();
  const training = allSources(tokenWords, sentenceModel);
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
    newTrainee(wasm, numberingOf(training, known), plan),
    training,
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
