/**
 * What the chain of names (persons, organisations, places, others) sees of a word. Nothing of the network's: the two are
 * right and wrong at different words, which is why they are asked together.
 */
import type { SentenceFeatures } from './chain.ts';
import { FeatureList, mix } from './hashing.ts';
import { FLAG_COUNT, type ReadWords } from './read-words.ts';

const START = 1;
const END = 2;
const NO_SHAPE = 3;
/** How a sentence is written: in capitals, as a title, as running text. */
const WRITTEN = { capitals: 1, title: 2, running: 3 };
/** Share of capitalised words from which a sentence is a title. */
const TITLE_MIN = 0.7;

function writtenAs({ tokens, forms }: ReadWords): number {
  if (!tokens.some(({ form }) => /\p{Ll}{3}/u.test(form))) return WRITTEN.capitals;
  return forms.filter(({ capital }) => capital).length / forms.length > TITLE_MIN
    ? WRITTEN.title
    : WRITTEN.running;
}

export function nameFeatures(words: ReadWords): SentenceFeatures {
  const { forms, bits, classes } = words;
  const n = forms.length;
  const lower = (i: number) => (i < 0 ? START : i >= n ? END : forms[i]!.lower);
  const shape = (i: number) => (i < 0 || i >= n ? NO_SHAPE : forms[i]!.shape);
  const flags = (i: number) => (i < 0 || i >= n ? 0 : bits[i]!);
  const written = writtenAs(words);
  const runs = capitalRuns(words);
  const out = new FeatureList();
  for (let t = 0; t < n; t++) {
    const { lower: w, shape: s, capital, affixes } = forms[t]!;
    out.add(mix(0, 0));
    out.add(mix(1, w));
    out.add(mix(2, lower(t - 1)));
    out.add(mix(3, lower(t + 1)));
    out.add(mix(4, lower(t - 2)));
    out.add(mix(5, lower(t + 2)));
    out.add(mix(6, lower(t - 1), w));
    out.add(mix(7, w, lower(t + 1)));
    for (const affix of affixes) out.add(affix);
    out.add(mix(8, s, t === 0 ? 1 : 0));
    out.add(mix(9, shape(t - 1), s));
    out.add(mix(10, s, shape(t + 1)));
    out.add(mix(11, shape(t - 1), s, shape(t + 1)));
    out.add(mix(12, w, capital ? 1 : 0));
    out.add(mix(13, lower(t - 1), s));
    out.add(mix(14, s, lower(t + 1)));
    out.add(mix(15, written));
    out.add(mix(16, written, s));
    for (let d = -1; d <= 1; d++)
      for (let f = 0; f < FLAG_COUNT; f++) if ((flags(t + d) >> f) & 1) out.add(mix(18 + d, f));
    if (bits[t] !== 0) {
      out.add(mix(20, bits[t]!));
      out.add(mix(21, bits[t]!, s));
    }
    out.add(mix(22, flags(t - 1), flags(t), flags(t + 1)));
    for (const kind of classes[t]!) out.add(mix(23, kind));
    for (const kind of classes[t + 1] ?? []) out.add(mix(24, kind));
    for (const kind of classes[t - 1] ?? []) out.add(mix(25, kind));
    if (capital) {
      const { first, last } = runs[t]!;
      out.add(mix(26, lower(last + 1)));
      out.add(mix(27, lower(first - 1)));
      out.add(mix(28, lower(last), last === t ? 1 : 0));
      out.add(mix(29, lower(first), first === t ? 1 : 0));
      out.add(mix(30, Math.min(last - first, 4), last === t ? 1 : 0, first === t ? 1 : 0));
    }
    out.endWord();
  }
  return out.done();
}

/** The run of capitalised words that each word stands in. */
function capitalRuns({ forms }: ReadWords): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (let t = 0; t < forms.length; t++) {
    const before = runs[t - 1];
    if (before && forms[t]!.capital && forms[t - 1]!.capital) before.last = t;
    runs.push(before && forms[t]!.capital && forms[t - 1]!.capital ? before : { first: t, last: t });
  }
  return runs;
}
