/** Shingles: every five words in a row of a report, furniture left out, as numbers; and where each stands. */
import type { Span } from '../../records/index.ts';
import type { Report } from '../report.ts';
import { hashText, join } from '../words/hash.ts';
import { wordsOf } from '../words/words-of.ts';

export const SHINGLE_WORDS = 5;
/** One shingle in so many goes into the index; all are compared once a pair is found. */
const SAMPLED = 4;
/** More than this of one report is not looked at. */
const MAX_WORDS = 60_000;

export interface Shingles {
  /** In order of the text. */
  hashes: Uint32Array;
  /** Start of the first and end of the last word of each. */
  starts: Uint32Array;
  ends: Uint32Array;
  /** Those that stand in the index, each once. */
  sample: Uint32Array;
}

export function shinglesOf({ text, furniture }: Pick<Report, 'text' | 'furniture'>): Shingles {
  const words = wordsOf(text, furniture).slice(0, MAX_WORDS);
  const count = Math.max(0, words.length - SHINGLE_WORDS + 1);
  const hashes = new Uint32Array(count);
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  const single = words.map((word) => hashText(word.text));
  const sample = new Set<number>();
  for (let i = 0; i < count; i++) {
    let hash = 0;
    for (let j = 0; j < SHINGLE_WORDS; j++) hash = join(hash, single[i + j]!);
    hashes[i] = hash;
    starts[i] = words[i]!.start;
    ends[i] = words[i + SHINGLE_WORDS - 1]!.end;
    if (isSampled(hash)) sample.add(hash);
  }
  return { hashes, starts, ends, sample: Uint32Array.from(sample) };
}

/** A copied stretch: where it stands in each of two reports. */
export interface Passage {
  here: Span;
  there: Span;
  words: number;
}

const isSampled = (hash: number): boolean => hash % SAMPLED === 0;

/** Which shingles belong to a template: those whose nearest sampled ones, before and after, do. */
export function ignoredOf({ hashes }: Shingles, template: (hash: number) => boolean): Uint8Array {
  const ignored = new Uint8Array(hashes.length);
  let from = 0;
  let before: boolean | null = null;
  for (let i = 0; i <= hashes.length; i++) {
    if (i < hashes.length && !isSampled(hashes[i]!)) continue;
    const here = i < hashes.length ? template(hashes[i]!) : null;
    if ((before ?? here) && (here ?? before)) ignored.fill(1, from, i);
    if (here) ignored[i] = 1;
    before = here;
    from = i + 1;
  }
  return ignored;
}
