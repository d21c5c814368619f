/** What the chain of names says of each word, in few steps, and what it says of the same word elsewhere in the text. */
import type { ReadWords } from './read-words.ts';

/** Types of the chain of names, with 0 for none. */
export const KINDS = 5;
/** Places in a name: begins, inside, last, alone. */
export const PLACES = 4;

export interface WordEvidence {
  /** 0 none, else 1 + type: the label with the best score. */
  kind: number;
  /** How far it is before the next kind, in steps. */
  lead: number;
  /** How far each kind is behind the best, in steps. */
  behind: Uint8Array;
  /** How far the best label of each place in a name is behind the best, in steps. */
  places: Uint8Array;
}

const LEADS = [0.7, 2, 4, 7];
const BEHINDS = [0.01, 1.5, 3, 5, 8];

const step = (x: number, bounds: readonly number[]) => {
  let n = 0;
  while (n < bounds.length && x > bounds[n]!) n++;
  return n;
};

/** Of scores [words, 1 + 4 * types]. */
export function evidenceOf(scores: Float32Array, words: number): WordEvidence[] {
  const labels = 1 + PLACES * (KINDS - 1);
  const kinds = new Float32Array(KINDS);
  const places = new Float32Array(PLACES);
  const out: WordEvidence[] = [];
  for (let t = 0; t < words; t++) {
    const row = t * labels;
    kinds.fill(-1e9);
    places.fill(-1e9);
    kinds[0] = scores[row]!;
    for (let y = 1; y < labels; y++) {
      const kind = 1 + ((y - 1) >> 2);
      const place = (y - 1) & 3;
      const score = scores[row + y]!;
      if (score > kinds[kind]!) kinds[kind] = score;
      if (score > places[place]!) places[place] = score;
    }
    let best = 0;
    for (let k = 1; k < KINDS; k++) if (kinds[k]! > kinds[best]!) best = k;
    let next = -1e9;
    for (let k = 0; k < KINDS; k++) if (k !== best && kinds[k]! > next) next = kinds[k]!;
    const behind = new Uint8Array(KINDS);
    for (let k = 0; k < KINDS; k++) behind[k] = step(kinds[best]! - kinds[k]!, BEHINDS);
    const steps = new Uint8Array(PLACES);
    for (let k = 0; k < PLACES; k++) steps[k] = step(kinds[best]! - places[k]!, BEHINDS);
    out.push({ kind: best, lead: step(kinds[best]! - next, LEADS), behind, places: steps });
  }
  return out;
}

export interface TextEvidence {
  count: number;
  /** Times that the word was of each kind, and the least that each kind was ever behind. */
  kinds: Int32Array;
  behind: Uint8Array;
}

/** Capitalised words of a whole text, by their hashes. */
export function textEvidence(
  sentences: readonly ReadWords[],
  evidence: readonly (readonly WordEvidence[])[],
): Map<number, TextEvidence> {
  const all = new Map<number, TextEvidence>();
  for (const [s, { forms }] of sentences.entries())
    for (const [t, { lower, capital }] of forms.entries()) {
      if (!capital) continue;
      const own = evidence[s]![t]!;
      let known = all.get(lower);
      if (!known) {
        known = { count: 0, kinds: new Int32Array(KINDS), behind: new Uint8Array(KINDS).fill(255) };
        all.set(lower, known);
      }
      known.count++;
      known.kinds[own.kind]!++;
      for (let k = 0; k < KINDS; k++) known.behind[k] = Math.min(known.behind[k]!, own.behind[k]!);
    }
  return all;
}
