/** A bidirectional LSTM layer over packed rows. */
import type { Workspace } from '../../src/3-read/language/network/kernels.ts';
import type { Packing } from '../../src/3-read/language/network/packing.ts';

/** Addresses of one direction's weights: input [in,4h], recurrent [h,4h], bias [4h]; gates in the order i, f, g, o. */
export interface LstmWeights {
  input: number;
  recurrent: number;
  bias: number;
}

export interface LstmRun {
  gates: number;
  cells: number;
}

/** At step t of a direction (0 forward, 1 backward): the step before it in that direction and the rows it hands on. */
export function before(packing: Packing, t: number, direction: number): { t: number; rows: number } {
  if (direction === 0) return { t: t - 1, rows: t > 0 ? packing.count[t]! : 0 };
  return { t: t + 1, rows: t + 1 < packing.steps ? packing.count[t + 1]! : 0 };
}

/**
 * Runs one direction from x[rows, in] into columns [direction*h, direction*h + h) of out[rows, 2h].
 * Returns what the way back needs; a caller that only reads may release it.
 */
export function runLstm(
  ws: Workspace,
  packing: Packing,
  weights: LstmWeights,
  x: number,
  inputs: number,
  h: number,
  out: number,
  direction: number,
): LstmRun {
  const { k } = ws;
  const gates = ws.zeros(packing.rows * 4 * h);
  const cells = ws.alloc(packing.rows * h);
  k.addBias(gates, 4 * h, weights.bias, packing.rows, 4 * h);
  k.gemm(gates, 4 * h, x, inputs, weights.input, 4 * h, packing.rows, inputs, 4 * h);
  const column = out + direction * h * 4;
  for (let i = 0; i < packing.steps; i++) {
    const t = direction === 0 ? i : packing.steps - 1 - i;
    const previous = before(packing, t, direction);
    const row = packing.offset[t]!;
    const previousRow = previous.rows > 0 ? packing.offset[previous.t]! : 0;
    const g = gates + row * 4 * h * 4;
    if (previous.rows > 0) {
      k.gemm(
        g,
        4 * h,
        column + previousRow * 2 * h * 4,
        2 * h,
        weights.recurrent,
        4 * h,
        previous.rows,
        h,
        4 * h,
      );
    }
    k.lstmStep(
      g,
      4 * h,
      cells + previousRow * h * 4,
      previous.rows,
      cells + row * h * 4,
      column + row * 2 * h * 4,
      2 * h,
      packing.count[t]!,
      h,
    );
  }
  return { gates, cells };
}
