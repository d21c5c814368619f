/**
 * Sentences of different lengths laid side by side for the LSTM: sorted by falling length, rows in order of time, so
 * that at each step the sentences still running are the first rows of the step.
 */
export interface Packing {
  rows: number;
  steps: number;
  /** Sentences running at step t. */
  count: Int32Array;
  /** First row of step t. */
  offset: Int32Array;
  /** Place of sentence s in the order of falling length. */
  rank: Int32Array;
  lengths: Int32Array;
}

/** Packs sentences of the given lengths (each at least 1). Equal lengths keep their order. */
export function pack(lengths: ArrayLike<number>): Packing {
  const n = lengths.length;
  const order = Array.from({ length: n }, (_, s) => s).sort((a, b) => lengths[b]! - lengths[a]! || a - b);
  const rank = new Int32Array(n);
  for (const [place, s] of order.entries()) rank[s] = place;
  const steps = n > 0 ? lengths[order[0]!]! : 0;
  const count = new Int32Array(steps);
  const offset = new Int32Array(steps);
  let running = n;
  let rows = 0;
  for (let t = 0; t < steps; t++) {
    while (running > 0 && lengths[order[running - 1]!]! <= t) running--;
    count[t] = running;
    offset[t] = rows;
    rows += running;
  }
  return { rows, steps, count, offset, rank, lengths: Int32Array.from(lengths) };
}

/** The packed row of token t of sentence s. */
export function rowOf(packing: Packing, s: number, t: number): number {
  return packing.offset[t]! + packing.rank[s]!;
}
