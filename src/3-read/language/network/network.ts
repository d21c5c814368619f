/**
 * The network that reads: word vectors, layers of bidirectional LSTM, then tags, heads, relations and names, all from
 * one encoding. Sentences are independent of one another: the same words give the same result in any company.
 */
import { denseLayer, overEncoded, overRows } from './dense.ts';
import { Encoder, type NetworkInput } from './encoder.ts';
import { Workspace } from './kernels.ts';
import { type NetworkHeader, openModel } from './model-file.ts';
import { NameHead } from './name-head.ts';
import { type PackedMatrix, UNIT } from './packed-matrix.ts';
import { cutLong, joinPieces } from './pieces.ts';
import { maxima, TreeHead } from './tree-head.ts';

export type { NetworkInput } from './encoder.ts';

export interface NetworkOutput {
  /** Indices into header.tags and header.rels. */
  tags: Int32Array;
  /** -1 the root, else the index of the head word. */
  heads: Int32Array;
  rels: Int32Array;
  /** Scores of the labels of names, [words, labels]. */
  nameScores: Float32Array;
}

/** Sentences are read so many words at a time: enough to fill the kernels, little enough to stay in cache. */
const BATCH_WORDS = 768;

export class LanguageNetwork {
  readonly header: NetworkHeader;
  private readonly ws: Workspace;
  private readonly encoder: Encoder;
  private readonly tags: { hidden: PackedMatrix; out: PackedMatrix };
  private readonly trees: TreeHead;
  private readonly names: NameHead;

  constructor(wasm: WebAssembly.Module, model: Uint8Array) {
    const file = openModel(model);
    const ws = new Workspace(wasm);
    this.header = file.header;
    this.ws = ws;
    this.encoder = new Encoder(ws, file);
    this.tags = {
      hidden: denseLayer(ws, file, 'tag.hidden', UNIT),
      out: denseLayer(ws, file, 'tag.out', 1),
    };
    this.trees = new TreeHead(ws, file);
    this.names = new NameHead(ws, file, 'name', file.header.nameTypes.length);
  }

  /** What one label of names adds behind another, [labels, labels]. */
  get nameTransitions(): Float32Array {
    return this.names.transitions;
  }

  /** Bytes of the kernels' memory; it stays the same however much is read. */
  get memory(): number {
    return this.ws.bytes;
  }

  /** Reads sentences of at least one word each; the results stand in the same order. */
  analyse(sentences: readonly NetworkInput[]): NetworkOutput[] {
    const cut = cutLong(sentences, this.header.shape.flags);
    const length = (i: number) => cut.pieces[i]!.forms.length;
    // Like lengths together: the steps of the LSTM then have many rows to the end.
    const order = cut.pieces.map((_, i) => i).sort((a, b) => length(a) - length(b) || a - b);
    const out: NetworkOutput[] = new Array(order.length);
    for (let from = 0; from < order.length; ) {
      let to = from;
      let words = 0;
      while (to < order.length && (to === from || words + length(order[to]!) <= BATCH_WORDS))
        words += length(order[to++]!);
      const batch = order.slice(from, to);
      const mark = this.ws.mark();
      for (const [i, result] of this.batch(batch.map((p) => cut.pieces[p]!)).entries())
        out[batch[i]!] = result;
      this.ws.release(mark);
      from = to;
    }
    return joinPieces(out, cut.counts, this.header);
  }

  private batch(sentences: readonly NetworkInput[]): NetworkOutput[] {
    const { header, ws, tags: tag } = this;
    const lengths = sentences.map((s) => s.forms.length);
    const rows = lengths.reduce((a, b) => a + b, 0);
    const x = this.encoder.encode(sentences, lengths);
    const tagScores = overRows(ws, tag.out, overEncoded(ws, tag.hidden, x, rows, true), rows);
    const tags = maxima(ws, tagScores, rows, tag.out.outputs, header.tags.length);
    const heads = this.trees.heads(x, lengths, rows);
    const rels = this.trees.relations(x, lengths, rows, heads);
    const names = this.names.scores(x, lengths, rows);
    for (let i = 0; i < rows; i++) heads[i]!--;
    let start = 0;
    return lengths.map((n, s) => {
      const part = (all: Int32Array) => all.subarray(start, start + n);
      const result = {
        tags: part(tags),
        heads: part(heads),
        rels: part(rels),
        nameScores: names[s]!,
      };
      start += n;
      return result;
    });
  }
}
