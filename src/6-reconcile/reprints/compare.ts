/**
 * Two reports against each other, shingle by shingle: how much of the shorter stands in the other, and which passages.
 * Containment, not Jaccard: an abridged reprint is contained in what it copies.
 */
import { type Passage, SHINGLE_WORDS, type Shingles } from './shingles.ts';

/** From here on a report is called a copy of the other, below it has copied passages. */
export const WHOLE = 0.5;
/** A copied passage has at least so many words; less is a phrase that any two reports may share. */
export const PASSAGE_WORDS = 14;
/** Words that may be changed inside a passage. */
const GAP = 6;

export interface Overlap {
  /** Share of the shorter one's shingles that stand in the other, 2 decimals. */
  containment: number;
  /** `whole`: one is a copy of the other, perhaps abridged; `partial`: passages are shared. */
  extent: 'whole' | 'partial';
  passages: Passage[];
}

/** Shingles with those marked that are an outlet's template. */
export interface Compared extends Shingles {
  ignored: Uint8Array;
}

export function compareShingles(here: Compared, there: Compared): Overlap | null {
  const positions = new Map<number, number>();
  let sizeThere = 0;
  for (let i = there.hashes.length - 1; i >= 0; i--) {
    if (there.ignored[i]) continue;
    const hash = there.hashes[i]!;
    if (!positions.has(hash)) sizeThere++;
    positions.set(hash, i);
  }
  const seen = new Set<number>();
  let sizeHere = 0;
  let shared = 0;
  const runs: Run[] = [];
  for (let i = 0; i < here.hashes.length; i++) {
    if (here.ignored[i]) continue;
    const hash = here.hashes[i]!;
    const at = positions.get(hash);
    if (!seen.has(hash)) {
      sizeHere++;
      if (at !== undefined) shared++;
    }
    seen.add(hash);
    if (at !== undefined) extend(runs, i, at);
  }
  const smaller = Math.min(sizeHere, sizeThere);
  if (shared === 0) return null;
  const containment = Math.round((shared / smaller) * 100) / 100;
  const passages = runs.map((run) => passageOf(run, here, there)).filter((p) => p.words >= PASSAGE_WORDS);
  if (passages.length === 0) return null;
  return { containment, extent: containment >= WHOLE ? 'whole' : 'partial', passages };
}

interface Run {
  first: number;
  last: number;
  firstThere: number;
  lastThere: number;
}

function extend(runs: Run[], i: number, at: number): void {
  const run = runs.at(-1);
  const step = run ? at - run.lastThere : 0;
  if (run && i - run.last <= GAP && step >= 0 && step <= GAP) {
    run.last = i;
    run.lastThere = at;
  } else runs.push({ first: i, last: i, firstThere: at, lastThere: at });
}

function passageOf(run: Run, here: Shingles, there: Shingles): Passage {
  return {
    here: [here.starts[run.first]!, here.ends[run.last]!],
    there: [there.starts[run.firstThere]!, there.ends[run.lastThere]!],
    words: run.last - run.first + SHINGLE_WORDS,
  };
}

/** The same overlap seen from the other report. */
export function turned({ containment, extent, passages }: Overlap): Overlap {
  return {
    containment,
    extent,
    passages: passages.map(({ here, there, words }) => ({ here: there, there: here, words })),
  };
}
