/**
 * Names of the conflict texts (re3d) by five folds over documents: `npx tsx train/folds.ts`. A network that has seen no re3d is
 * trained once (FOLDS_NETWORK names a file to keep it in); for each fold the chain of mentions is trained on the other four
 * and reads the fold. Nothing else is kept but the figures printed.
 *
 * Types as in examples.ts: Organisation, Person, Location, Nationality, Weapon, MilitaryPlatform and Vehicle (both vehicle);
 * confidence at least .5, the longest of overlapping ones; a determiner at the front counts on neither side. Named are those
 * with a capital letter past the determiner that are no pronoun.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Language } from '../src/3-read/language/language.ts';
import { parseLemmas } from '../src/3-read/language/lemmas.ts';
import { writeChains } from '../src/3-read/language/names/chain-file.ts';
import { openModel } from '../src/3-read/language/network/model-file.ts';
import { readSentenceWeights } from '../src/3-read/language/sentences.ts';
import { openKnownNames, readNameSigns, readNounClasses, readTokenWords } from '../src/engine.ts';
import type { NameType } from '../src/records/index.ts';
import { re3dDocuments } from './corpora/sources.ts';
import { trainMentions, trainNames } from './names/train-names.ts';
import { newTrainee, PLAN, trainNetwork } from './network/train-network.ts';
import { countSpans, f1, isNamed, type SpanCounts, wantedMentions } from './re3d-score.ts';
import { generalSources, numberingOf, sentenceSplitter } from './training-data.ts';

const FOLDS = 5;
/** Rounds of the network: enough for tags and trees that can be used. */
const EPOCHS = 3;

const model = (name: string) => path.resolve(import.meta.dirname, '../models', name);
const words = readTokenWords();
const sentences = readSentenceWeights(readFileSync(model('en/sentences.bin')));
const lemmas = parseLemmas(readFileSync(model('en/lemmas.tsv'), 'utf8'));
const wasm = new WebAssembly.Module(readFileSync(model('kernels.wasm')));
const nouns = readNounClasses();
const signs = readNameSigns();
const known = openKnownNames();
const split = sentenceSplitter(words, sentences);
const general = generalSources(words);
const network = networkWithoutRe3d(process.env.FOLDS_NETWORK);
const bare = open(null);
const names = trainNames(general, bare, console.log);
const documents = re3dDocuments(true);
const none = (): SpanCounts => ({ right: 0, found: 0, gold: 0 });
const total = { all: none(), named: none() };
const byType = new Map<NameType, SpanCounts>();

for (let fold = 0; fold < FOLDS; fold++) {
  const others = documents.filter((_, i) => i % FOLDS !== fold);
  const language = open(writeChains([names, trainMentions(others, split, bare, names, () => {})]));
  const counts = none();
  for (const document of documents.filter((_, i) => i % FOLDS === fold)) {
    const { text } = document;
    const found = language.parse(text).mentions;
    const wanted = wantedMentions(document);
    for (const into of [counts, total.all]) countSpans(text, wanted, found, into);
    countSpans(
      text,
      wanted.filter((m) => isNamed(text, m)),
      found.filter((m) => isNamed(text, m)),
      total.named,
    );
    for (const type of new Set(wanted.map((m) => m.type))) {
      const into = byType.get(type) ?? none();
      byType.set(type, into);
      const own = (m: { type: NameType }) => m.type === type;
      countSpans(text, wanted.filter(own), found.filter(own), into);
    }
  }
  console.log(`fold ${fold + 1}: F1 ${f1(counts)}`);
}
for (const [type, counts] of byType) console.log(`  ${type}: F1 ${f1(counts)}`, counts);
console.log(
  `re3d, ${FOLDS} folds over ${documents.length} documents: all mentions F1 ${f1(total.all)}`,
  total.all,
);
console.log(`  the named among them: F1 ${f1(total.named)}`, total.named);

function open(chains: Uint8Array | null): Language {
  const lexicon = (text: string) => known.hits(text);
  return new Language({ wasm, network, names: chains, nouns, signs, lemmas, sentences, words, lexicon });
}

function networkWithoutRe3d(kept: string | undefined): Uint8Array {
  const numbering = numberingOf(general, known);
  if (kept && existsSync(kept)) {
    const bytes = readFileSync(kept);
    const { words: seen } = openModel(bytes).header;
    // Words of re3d among those it knows tell a network that was taught from re3d.
    const strange = seen.find((word) => !numbering.vocabulary.words.has(word));
    if (strange) throw new Error(`${kept} was taught from other texts: it knows "${strange}"`);
    return bytes;
  }
  const trainee = newTrainee(wasm, numbering, { ...PLAN, epochs: EPOCHS });
  const bytes = trainNetwork(trainee, general, console.log);
  if (kept) writeFileSync(kept, bytes);
  return bytes;
}
