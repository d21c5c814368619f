import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chance } from '../../../../test/support/random-network.ts';
import { Workspace } from './kernels.ts';
import { packMatrix, UNIT } from './packed-matrix.ts';

const wasm = new WebAssembly.Module(
  readFileSync(path.resolve(import.meta.dirname, '../../../../models/kernels.wasm')),
);
const [K, N] = [48, 16];

function product(data: Float32Array, x: Float32Array, m: number): Float32Array {
  const ws = new Workspace(wasm);
  const bias = Float32Array.from({ length: N }, (_, j) => j / 8);
  const b = packMatrix(ws, [{ data, inputs: K, columns: N, bias }], 1);
  const [at, q, scale, y] = [ws.alloc(m * K), ws.alloc((m * K) / 2), ws.alloc(m), ws.alloc(m * N)];
  ws.f32.set(x, at >> 2);
  ws.k.quantiseRows(q, scale, at, K, m, K, UNIT);
  ws.k.gemm16(y, N, q, K, scale, b.weights, b.scale, b.bias, m, K, N, false);
  return ws.view(y, m * N).slice();
}

function exact(data: Float32Array, x: Float32Array, m: number): number[] {
  return Array.from({ length: m * N }, (_, at) => {
    const [i, j] = [Math.floor(at / N), at % N];
    let sum = j / 8;
    for (let p = 0; p < K; p++) sum += x[i * K + p]! * data[p * N + j]!;
    return sum;
  });
}

describe('products in 16-bit integers', () => {
  it('come near the exact product, row by row the same for any number of rows', () => {
    const next = chance(4);
    const random = (n: number) => Float32Array.from({ length: n }, () => (next(2001) - 1000) / 500);
    const [data, x] = [random(K * N), random(7 * K)];
    const y = product(data, x, 7);
    for (const [i, value] of exact(data, x, 7).entries()) expect(Math.abs(y[i]! - value)).toBeLessThan(0.02);
    for (let i = 0; i < 7; i++)
      expect(product(data, x.subarray(i * K, (i + 1) * K), 1)).toEqual(y.subarray(i * N, (i + 1) * N));
  });

  it('do not overflow at the largest weights and inputs, and take rows and columns of zeros', () => {
    const data = new Float32Array(K * N).fill(1e6);
    for (let p = 0; p < K; p++) data[p * N] = 0;
    const x = new Float32Array(2 * K).fill(1e6).fill(0, K);
    const y = product(data, x, 2);
    for (const [i, value] of exact(data, x, 2).entries())
      expect(Math.abs(y[i]! - value)).toBeLessThanOrEqual(1e-3 * Math.abs(value));
  });
});

describe('the step of an LSTM', () => {
  it('comes near the step written out, for rows that go on and rows that begin', () => {
    const next = chance(6);
    const random = (n: number, top: number) =>
      Float32Array.from({ length: n }, () => (top * (next(2001) - 1000)) / 1000);
    const [h, m, going] = [16, 5, 3];
    const ws = new Workspace(wasm);
    const data = random(h * 4 * h, 1);
    // Columns in the kernel's order: four cells at a time, i f g o.
    const order = Int32Array.from({ length: 4 * h }, (_, j) => ((j >> 2) & 3) * h + (j >> 4) * 4 + (j & 3));
    const b = packMatrix(ws, [{ data, inputs: h, columns: 4 * h, bias: null }], UNIT, order);
    const [gates, cell] = [ws.alloc(m * 4 * h), ws.alloc(m * h)];
    const [hidden, out] = [ws.alloc((m * h) / 2), ws.alloc((m * h) / 2)];
    const [g, c, before] = [random(m * 4 * h, 6), random(m * h, 2), random(m * h, 1)];
    ws.f32.set(g, gates >> 2);
    ws.f32.set(c, cell >> 2);
    ws.i16(hidden, m * h).set(before.map((x) => Math.round(x * UNIT)));
    ws.k.lstmStep16(gates, hidden, h, going, b.weights, b.scale, cell, out, m, h);
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    for (let r = 0; r < m; r++) {
      for (let j = 0; j < h; j++) {
        const gate = (kind: number) => {
          let z = g[r * 4 * h + (j >> 2) * 16 + kind * 4 + (j & 3)]!;
          if (r < going)
            for (let p = 0; p < h; p++) z += before[r * h + p]! * data[p * 4 * h + kind * h + j]!;
          return z;
        };
        const old = r < going ? sigmoid(gate(1)) * c[r * h + j]! : 0;
        const now = sigmoid(gate(0)) * Math.tanh(gate(2)) + old;
        expect(Math.abs(ws.view(cell, m * h)[r * h + j]! - now)).toBeLessThan(2e-3);
        const read = ws.i16(out, m * h)[r * h + j]! / UNIT;
        expect(Math.abs(read - sigmoid(gate(3)) * Math.tanh(now))).toBeLessThan(2e-3);
      }
    }
  });
});
