/**
 * Names of the conflict texts (re3d) by five folds over documents: `npx tsx train/folds.ts`. A network that has seen no re3d is
 * trained once; for each fold it is trained on with the other four and reads the fold. Nothing is kept but the figures printed.
 *
 * Types as in examples.ts: Organisation, Person, Location, Nationality, Weapon, MilitaryPlatform and Vehicle (both vehicle);
 * confidence at least .5, the longest of overlapping ones; a determiner at the front counts on neither side.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Language } from '../src/3-read/language/language.ts';
import { parseLemmas } from '../src/3-read/language/lemmas.ts';
import { readSentenceWeights } from '../src/3-read/language/sentences.ts';
import { openKnownNames, readTokenWords } from '../src/engine.ts';
import { re3dDocuments } from './corpora/sources.ts';
import { mentionSources } from './network/examples.ts';
import { newTrainee, PLAN, trainNetwork } from './network/train-network.ts';
import { countSpans, f1, type SpanCounts, wantedMentions } from './re3d-score.ts';
import { generalSources, numberingOf, sentenceSplitter } from './training-data.ts';

const FOLDS = 5;
/** Rounds without re3d, then rounds with it. */
const BASE_EPOCHS = Number(process.env.FOLDS_BASE ?? 5);
/** A fold's own rounds: first to learn, then to settle; the mean of the weights is taken over the second only. */
const LEARN = { epochs: 8, rate: 0.0015 };
const SETTLE = { epochs: 5, rate: 0.0006 };
/** One in so many general sentences goes along when a fold is trained on, so that nothing is unlearnt. */
const GENERAL_SHARE = 20;

const model = (name: string) => path.resolve(import.meta.dirname, '../models', name);
const words = readTokenWords();
const sentences = readSentenceWeights(readFileSync(model('en/sentences.bin')));
const wasm = new WebAssembly.Module(readFileSync(model('kernels.wasm')));
const known = openKnownNames();
const split = sentenceSplitter(words, sentences);
const general = generalSources(words);
const trainee = newTrainee(wasm, numberingOf(general, known), { ...PLAN, epochs: BASE_EPOCHS });
trainNetwork(trainee, general, console.log);
const back = trainee.network.parameters.snapshot();
const documents = re3dDocuments(true);
const total: SpanCounts = { right: 0, found: 0, gold: 0 };
for (let fold = 0; fold < FOLDS; fold++) {
  back();
  const mentions = documents.filter((_, i) => i % FOLDS !== fold).flatMap((d) => mentionSources(d, split));
  const some = general.filter((_, i) => i % GENERAL_SHARE === fold);
  const own = [...mentions, ...mentions, ...some];
  trainNetwork({ ...trainee, plan: { ...PLAN, ...LEARN } }, own, () => {});
  trainee.network.parameters.forgetMean();
  const network = trainNetwork({ ...trainee, plan: { ...PLAN, ...SETTLE } }, own, () => {});
  const language = new Language({
    wasm,
    network,
    lemmas: parseLemmas(readFileSync(model('en/lemmas.tsv'), 'utf8')),
    sentences,
    words,
    lexicon: (text) => known.hits(text),
  });
  const counts = { right: 0, found: 0, gold: 0 };
  for (const document of documents.filter((_, i) => i % FOLDS === fold)) {
    const found = language.parse(document.text).mentions;
    countSpans(document.text, wantedMentions(document), found, counts);
  }
  for (const key of ['right', 'found', 'gold'] as const) total[key] += counts[key];
  console.log(`fold ${fold + 1}: F1 ${f1(counts)}`);
}
console.log(`re3d names, ${FOLDS} folds over ${documents.length} documents: F1 ${f1(total)}`, total);
