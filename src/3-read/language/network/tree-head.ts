/** Heads and relations of words (Dozat & Manning 2017): biaffine arc scores and their best tree, then a label an arc. */
import { denseLayer, matrixLayer, overEncoded, overRows } from './dense.ts';
import type { Workspace } from './kernels.ts';
import type { ModelFile } from './model-file.ts';
import { type PackedMatrix, UNIT } from './packed-matrix.ts';
import { bestTree } from './spanning-tree.ts';

const pad8 = (n: number) => (n + 7) & ~7;

export class TreeHead {
  private readonly ws: Workspace;
  private readonly arc: { dep: PackedMatrix; head: PackedMatrix; bilinear: PackedMatrix; root: number };
  private readonly rel: { dep: PackedMatrix; head: PackedMatrix; out: PackedMatrix; root: number };
  private readonly rels: number;

  constructor(ws: Workspace, file: ModelFile) {
    this.ws = ws;
    this.rels = file.header.rels.length;
    const root = (name: string) => {
      const { data } = file.matrix(name);
      const at = ws.alloc(data.length);
      ws.view(at, data.length).set(data);
      return at;
    };
    this.arc = {
      dep: denseLayer(ws, file, 'arc.dep', UNIT),
      head: denseLayer(ws, file, 'arc.head', UNIT),
      bilinear: matrixLayer(ws, file, 'arc.bilinear', 'arc.prior', 1),
      root: root('arc.root'),
    };
    this.rel = {
      dep: denseLayer(ws, file, 'rel.dep', UNIT),
      head: denseLayer(ws, file, 'rel.head', UNIT),
      out: denseLayer(ws, file, 'rel.out', 1),
      root: root('rel.root'),
    };
  }

  /** For each word, by sentence: 0 the root, i+1 the word i of the sentence. */
  heads(x: number, lengths: readonly number[], rows: number): Int32Array {
    const { ws, arc } = this;
    const { k } = ws;
    const width = arc.dep.outputs;
    const queries = overRows(ws, arc.bilinear, overEncoded(ws, arc.dep, x, rows, true), rows);
    const heads = overEncoded(ws, arc.head, x, rows, true);
    const out = new Int32Array(rows);
    let start = 0;
    for (const n of lengths) {
      const mark = ws.mark();
      const across = pad8(n + 1);
      const candidates = ws.alloc((n + 1) * width);
      const turned = ws.zeros(width * across);
      const scores = ws.zeros(n * across);
      const from = (heads >> 2) + start * width;
      ws.f32.copyWithin(candidates >> 2, arc.root >> 2, (arc.root >> 2) + width);
      ws.f32.copyWithin((candidates >> 2) + width, from, from + n * width);
      k.transpose(turned, across, candidates, width, n + 1, width);
      k.gemm(scores, across, queries + start * width * 4, width, turned, across, n, width, across);
      out.set(bestTree(ws.view(scores, n * across), across, n), start);
      ws.release(mark);
      start += n;
    }
    return out;
  }

  /** Index of each word's relation to its head. */
  relations(x: number, lengths: readonly number[], rows: number, heads: Int32Array): Int32Array {
    const { ws, rel } = this;
    const width = rel.dep.outputs;
    const dep = overEncoded(ws, rel.dep, x, rows, false);
    const head = overEncoded(ws, rel.head, x, rows, false);
    const addresses = ws.alloc(rows);
    const at = ws.i32(addresses, rows);
    let start = 0;
    for (const n of lengths) {
      for (let row = start; row < start + n; row++) {
        const h = heads[row]!;
        at[row] = h === 0 ? rel.root : head + (start + h - 1) * width * 4;
      }
      start += n;
    }
    const hidden = ws.alloc(rows * width);
    ws.k.addRowsLeaky(hidden, dep, addresses, rows, width);
    return maxima(ws, overRows(ws, rel.out, hidden, rows), rows, rel.out.outputs, this.rels);
  }
}

/** Index of the largest of the first n in each row. */
export function maxima(ws: Workspace, x: number, rows: number, width: number, n: number): Int32Array {
  const best = ws.alloc(rows);
  ws.k.rowMaxima(best, x, width, rows, n);
  return ws.i32(best, rows).slice();
}
