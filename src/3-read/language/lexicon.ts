/** What the dictionaries say of a stretch of text, as the network is told it: one flag a kind of name. */

/** Order of the flags; the network's weights depend on it. The last ones are kept free. */
export const LEXICON_FLAGS = [
  'person',
  'organisation',
  'armed-group',
  'outlet',
  'state',
  'nationality',
  'capital-as-state',
  'population',
  'organ',
  'doubtful',
  'land',
  'well-known-place',
  'place',
  'goes-on',
  'given-name',
  'free-2',
] as const;
export type LexiconFlag = (typeof LEXICON_FLAGS)[number];

export interface LexiconHit {
  start: number;
  end: number;
  flags: readonly LexiconFlag[];
}

const INDEX = new Map<string, number>(LEXICON_FLAGS.map((flag, i) => [flag, i]));
const GOES_ON = INDEX.get('goes-on')!;

/** Flags of each word of a sentence: flags[t * LEXICON_FLAGS.length + i]. Hits and words stand in order of the text. */
export function flagsOfWords(
  words: readonly { start: number; end: number }[],
  hits: readonly LexiconHit[],
): Float32Array {
  const width = LEXICON_FLAGS.length;
  const out = new Float32Array(words.length * width);
  if (words.length === 0) return out;
  const first = words[0]!.start;
  const last = words.at(-1)!.end;
  for (let h = firstEndingAfter(hits, first); h < hits.length && hits[h]!.start < last; h++) {
    const hit = hits[h]!;
    let begun = false;
    for (let t = 0; t < words.length; t++) {
      const word = words[t]!;
      if (word.end <= hit.start) continue;
      if (word.start >= hit.end) break;
      for (const flag of hit.flags) out[t * width + INDEX.get(flag)!] = 1;
      if (begun) out[t * width + GOES_ON] = 1;
      begun = true;
    }
  }
  return out;
}

/** Hits never reach further back than this from where they start. */
const HIT_MAX = 200;

/** The first hit that may reach past an offset. */
export function firstEndingAfter(hits: readonly LexiconHit[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (hits[mid]!.start < offset - HIT_MAX) low = mid + 1;
    else high = mid;
  }
  return low;
}
