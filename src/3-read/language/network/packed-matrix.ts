/**
 * Matrices in the form that the 16-bit kernels read: panels of 8 columns, one scale a column. The scale is as fine as
 * 16 bits allow and as coarse as it must be for no sum to leave 32 bits, whatever the input.
 */
import type { Workspace } from './kernels.ts';

/** Layer outputs of an LSTM lie in [-1, 1]; they and rows scaled one by one are kept in units of 1/4096. */
export const UNIT = 4096;

export interface PackedMatrix {
  weights: number;
  /** One f32 a column; the input's unit is in it where `unit` was given. */
  scale: number;
  bias: number;
  inputs: number;
  outputs: number;
}

export interface MatrixSource {
  /** Row-major, [inputs, its columns]. */
  data: Float32Array;
  inputs: number;
  columns: number;
  bias: Float32Array | null;
}

const SUM_MAX = 2 ** 31 - 1;

/**
 * Packs the columns of one or more matrices of equal inputs, side by side. `order[j]` is the column (counted over all)
 * that stands at place j; `unit` is what an input of 1 is worth.
 */
export function packMatrix(
  ws: Workspace,
  sources: readonly MatrixSource[],
  unit: number,
  order?: Int32Array,
): PackedMatrix {
  const { inputs } = sources[0]!;
  const outputs = sources.reduce((sum, { columns }) => sum + columns, 0);
  const packed: PackedMatrix = {
    weights: ws.alloc((inputs * outputs) / 2),
    scale: ws.alloc(outputs),
    bias: ws.zeros(outputs),
    inputs,
    outputs,
  };
  const owners = sources.flatMap((source) =>
    Array.from({ length: source.columns }, (_, column) => ({ source, column })),
  );
  const panels = ws.i16(packed.weights, inputs * outputs);
  const scale = ws.view(packed.scale, outputs);
  const bias = ws.view(packed.bias, outputs);
  for (let j = 0; j < outputs; j++) {
    const { source, column } = owners[order ? order[j]! : j]!;
    const steps = stepsOf(source, column);
    const from = (j >> 3) * inputs * 8 + (j & 7) * 2;
    for (let p = 0; p < inputs; p++) {
      const q = Math.round(source.data[p * source.columns + column]! * steps);
      panels[from + (p >> 1) * 16 + (p & 1)] = q;
    }
    scale[j] = 1 / (steps * unit);
    bias[j] = source.bias ? source.bias[column]! : 0;
  }
  return packed;
}

/** Integers to the weight 1 in a column. */
function stepsOf({ data, inputs, columns }: MatrixSource, column: number): number {
  let top = 0;
  let sum = 0;
  for (let p = 0; p < inputs; p++) {
    const x = Math.abs(data[p * columns + column]!);
    if (x > top) top = x;
    sum += x;
  }
  if (top === 0) return 1;
  // Rounding adds at most half a step to each weight.
  return Math.min(32767 / top, (SUM_MAX / UNIT - inputs) / sum);
}
