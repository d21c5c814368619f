/** Dense layers over encoded words. */
import type { Workspace } from './kernels.ts';
import type { ModelFile } from './model-file.ts';
import { type PackedMatrix, packMatrix, UNIT } from './packed-matrix.ts';

/** A layer of the file: `NAME.weights` and `NAME.bias`. `unit` is what an input of 1 is worth. */
export function denseLayer(ws: Workspace, file: ModelFile, name: string, unit: number): PackedMatrix {
  return matrixLayer(ws, file, `${name}.weights`, `${name}.bias`, unit);
}

export function matrixLayer(
  ws: Workspace,
  file: ModelFile,
  weights: string,
  bias: string,
  unit: number,
): PackedMatrix {
  const { data, rows, cols } = file.matrix(weights);
  return packMatrix(ws, [{ data, inputs: rows, columns: cols, bias: file.matrix(bias).data }], unit);
}

/** A layer over encoded words, x: i16 [rows, inputs]; gives f32 [rows, outputs]. */
export function overEncoded(
  ws: Workspace,
  layer: PackedMatrix,
  x: number,
  rows: number,
  active: boolean,
): number {
  const y = ws.alloc(rows * layer.outputs);
  product(ws, layer, x, 0, y, rows, active);
  return y;
}

/** A layer over f32 [rows, inputs], each row brought to 16 bits by itself; gives f32 [rows, outputs]. */
export function overRows(ws: Workspace, layer: PackedMatrix, x: number, rows: number): number {
  const y = ws.alloc(rows * layer.outputs);
  const mark = ws.mark();
  const q = ws.alloc((rows * layer.inputs) / 2);
  const scale = ws.alloc(rows);
  ws.k.quantiseRows(q, scale, x, layer.inputs, rows, layer.inputs, UNIT);
  product(ws, layer, q, scale, y, rows, false);
  ws.release(mark);
  return y;
}

function product(
  { k }: Workspace,
  { weights, scale, bias, inputs, outputs }: PackedMatrix,
  x: number,
  rowScale: number,
  y: number,
  rows: number,
  active: boolean,
): void {
  k.gemm16(y, outputs, x, inputs, rowScale, weights, scale, bias, rows, inputs, outputs, active);
}
