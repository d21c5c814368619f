/**
 * The network that reads: word vectors, layers of bidirectional LSTM, then tags, heads, relations and names, all from
 * one encoding. Sentences are independent of one another: the same words give the same result in any company.
 */
import { type KernelFunctions, Workspace } from './kernels.ts';
import { type LstmWeights, runLstm } from './lstm.ts';
import { type ModelFile, type NetworkHeader, openModel } from './model-file.ts';
import { BilouGrammar, bestLabels, type LabelledSpan, spansOf } from './names-viterbi.ts';
import { pack, rowOf } from './packing.ts';
import { bestTree } from './spanning-tree.ts';
import { WordTable } from './word-table.ts';

/** Words of one sentence, with flags of the lexicons: flags[t * header.shape.flags + i]. */
export interface NetworkInput {
  forms: readonly string[];
  flags: Float32Array | null;
}

export interface ScoredSpan extends LabelledSpan {
  /** Mean probability of its labels, each on its own; two decimals. */
  confidence: number;
}

export interface NetworkOutput {
  /** Indices into header.tags and header.rels. */
  tags: Int32Array;
  /** -1 the root, else the index of the head word. */
  heads: Int32Array;
  rels: Int32Array;
  names: ScoredSpan[];
  mentions: ScoredSpan[];
}

interface Dense {
  weights: number;
  bias: number;
  inputs: number;
  outputs: number;
}

interface SpanHead {
  hidden: Dense;
  out: Dense;
  transitions: number;
  grammar: BilouGrammar;
}

const pad8 = (n: number) => (n + 7) & ~7;

/** Sentences are read so many words at a time: enough to fill the kernels, little enough to stay in cache. */
const BATCH_WORDS = 768;

export class LanguageNetwork {
  readonly header: NetworkHeader;
  private readonly ws: Workspace;
  private readonly k: KernelFunctions;
  private readonly at = new Map<string, { at: number; rows: number; cols: number }>();
  private readonly table: WordTable;
  private readonly layers: { inputs: number; directions: LstmWeights[] }[] = [];
  private readonly names: SpanHead;
  private readonly mentions: SpanHead;

  constructor(wasm: WebAssembly.Module, model: Uint8Array) {
    const file = openModel(model);
    this.header = file.header;
    this.ws = new Workspace(wasm);
    this.k = this.ws.k;
    this.load(file);
    const { shape } = this.header;
    this.table = new WordTable(this.ws, this.header, {
      word: this.address('word'),
      gram: this.address('gram'),
      shape: this.address('shape'),
    });
    for (let l = 0; l < shape.layers; l++) {
      const directions = [0, 1].map((d) => ({
        input: this.address(`lstm${l}.${d}.input`),
        recurrent: this.address(`lstm${l}.${d}.recurrent`),
        bias: this.address(`lstm${l}.${d}.bias`),
      }));
      this.layers.push({ inputs: l === 0 ? this.table.width : 2 * shape.hidden, directions });
    }
    this.names = this.spanHead('name', this.header.nameTypes.length);
    this.mentions = this.spanHead('mention', this.header.mentionTypes.length);
  }

  private load(file: ModelFile): void {
    for (const entry of file.header.tensors) {
      const at = this.ws.alloc(entry.rows * entry.cols);
      file.read(entry, this.ws.view(at, entry.rows * entry.cols));
      this.at.set(entry.name, { at, rows: entry.rows, cols: entry.cols });
    }
  }

  private address(name: string): number {
    const entry = this.at.get(name);
    if (!entry) throw new Error(`the network file lacks ${name}`);
    return entry.at;
  }

  private dense(name: string): Dense {
    const { at: weights, rows, cols } = this.at.get(`${name}.weights`)!;
    return { weights, bias: this.address(`${name}.bias`), inputs: rows, outputs: cols };
  }

  private spanHead(name: string, types: number): SpanHead {
    return {
      hidden: this.dense(`${name}.hidden`),
      out: this.dense(`${name}.out`),
      transitions: this.address(`${name}.transitions`),
      grammar: new BilouGrammar(types),
    };
  }

  /** Reads sentences of at least one word each; the results stand in the same order. */
  analyse(sentences: readonly NetworkInput[]): NetworkOutput[] {
    const out: NetworkOutput[] = [];
    let from = 0;
    while (from < sentences.length) {
      let to = from;
      let words = 0;
      while (to < sentences.length && (to === from || words + sentences[to]!.forms.length <= BATCH_WORDS)) {
        words += sentences[to]!.forms.length;
        to++;
      }
      const mark = this.ws.mark();
      out.push(...this.batch(sentences.slice(from, to)));
      this.ws.release(mark);
      from = to;
    }
    return out;
  }

  private batch(sentences: readonly NetworkInput[]): NetworkOutput[] {
    const { header, ws } = this;
    const lengths = sentences.map((s) => s.forms.length);
    const rows = lengths.reduce((a, b) => a + b, 0);
    const x = this.encode(sentences, lengths);
    const tagScores = this.apply(
      this.dense('tag.out'),
      this.apply(this.dense('tag.hidden'), x, rows, true),
      rows,
    );
    const tags = rowMaxima(ws.view(tagScores, rows * pad8(header.tags.length)), rows, header.tags.length);
    const heads = this.heads(x, lengths, rows);
    const rels = this.relations(x, lengths, rows, heads);
    const names = this.spans(this.names, x, lengths, rows);
    const mentions = this.spans(this.mentions, x, lengths, rows);
    let start = 0;
    return lengths.map((n, s) => {
      const part = (all: Int32Array) => all.slice(start, start + n);
      const result: NetworkOutput = {
        tags: part(tags),
        heads: part(heads).map((h) => h - 1),
        rels: part(rels),
        names: names[s]!,
        mentions: mentions[s]!,
      };
      start += n;
      return result;
    });
  }

  /** Rows by sentence, [words, 2h]. */
  private encode(sentences: readonly NetworkInput[], lengths: number[]): number {
    const { ws } = this;
    const h = this.header.shape.hidden;
    const packing = pack(lengths);
    let x = ws.alloc(packing.rows * this.table.width);
    for (const [s, sentence] of sentences.entries()) {
      for (let t = 0; t < sentence.forms.length; t++) {
        this.table.write(sentence, t, x + rowOf(packing, s, t) * this.table.width * 4);
      }
    }
    for (const { inputs, directions } of this.layers) {
      const out = ws.alloc(packing.rows * 2 * h);
      for (const [direction, weights] of directions.entries()) {
        const mark = ws.mark();
        runLstm(ws, packing, weights, x, inputs, h, out, direction);
        ws.release(mark);
      }
      x = out;
    }
    const bySentence = ws.alloc(packing.rows * 2 * h);
    let to = bySentence >> 2;
    for (let s = 0; s < lengths.length; s++) {
      for (let t = 0; t < lengths[s]!; t++) {
        const from = (x >> 2) + rowOf(packing, s, t) * 2 * h;
        ws.f32.copyWithin(to, from, from + 2 * h);
        to += 2 * h;
      }
    }
    return bySentence;
  }

  private apply(layer: Dense, x: number, rows: number, active = false): number {
    const { ws, k } = this;
    const y = ws.zeros(rows * layer.outputs);
    k.addBias(y, layer.outputs, layer.bias, rows, layer.outputs);
    k.gemm(
      y,
      layer.outputs,
      x,
      layer.inputs,
      layer.weights,
      layer.outputs,
      rows,
      layer.inputs,
      layer.outputs,
    );
    if (active) k.leaky(y, rows * layer.outputs);
    return y;
  }

  /** 0 the root, i+1 the word i of the sentence. */
  private heads(x: number, lengths: number[], rows: number): Int32Array {
    const { ws, k } = this;
    const { arc } = this.header.shape;
    const dep = this.apply(this.dense('arc.dep'), x, rows, true);
    const head = this.apply(this.dense('arc.head'), x, rows, true);
    const queries = ws.zeros(rows * arc);
    k.addBias(queries, arc, this.address('arc.prior'), rows, arc);
    k.gemm(queries, arc, dep, arc, this.address('arc.bilinear'), arc, rows, arc, arc);
    const heads = new Int32Array(rows);
    const root = this.address('arc.root') >> 2;
    let start = 0;
    for (const n of lengths) {
      const mark = ws.mark();
      const width = pad8(n + 1);
      const candidates = ws.alloc((n + 1) * arc);
      const t = ws.zeros(arc * width);
      const scores = ws.zeros(n * width);
      ws.f32.copyWithin(candidates >> 2, root, root + arc);
      const from = (head >> 2) + start * arc;
      ws.f32.copyWithin((candidates >> 2) + arc, from, from + n * arc);
      k.transpose(t, width, candidates, arc, n + 1, arc);
      k.gemm(scores, width, queries + start * arc * 4, arc, t, width, n, arc, width);
      heads.set(bestTree(ws.view(scores, n * width), width, n), start);
      ws.release(mark);
      start += n;
    }
    return heads;
  }

  private relations(x: number, lengths: number[], rows: number, heads: Int32Array): Int32Array {
    const { ws, header } = this;
    const { rel } = header.shape;
    const dep = this.apply(this.dense('rel.dep'), x, rows);
    const head = this.apply(this.dense('rel.head'), x, rows);
    const hidden = ws.alloc(rows * rel);
    const f = ws.f32;
    const root = this.address('rel.root') >> 2;
    let start = 0;
    for (const n of lengths) {
      for (let row = start; row < start + n; row++) {
        const h = heads[row]!;
        const from = h === 0 ? root : (head >> 2) + (start + h - 1) * rel;
        const d = (dep >> 2) + row * rel;
        const to = (hidden >> 2) + row * rel;
        for (let j = 0; j < rel; j++) f[to + j] = f[d + j]! + f[from + j]!;
      }
      start += n;
    }
    ws.k.leaky(hidden, rows * rel);
    const scores = this.apply(this.dense('rel.out'), hidden, rows);
    return rowMaxima(ws.view(scores, rows * pad8(header.rels.length)), rows, header.rels.length);
  }

  private spans(head: SpanHead, x: number, lengths: number[], rows: number): ScoredSpan[][] {
    const { ws } = this;
    const { labels } = head.grammar;
    const width = pad8(labels);
    const at = this.apply(head.out, this.apply(head.hidden, x, rows, true), rows);
    const scores = ws.view(at, rows * width).slice();
    const transitions = ws.view(head.transitions, width * width);
    ws.k.softmaxRows(at, width, rows, labels);
    const shares = ws.view(at, rows * width);
    let start = 0;
    return lengths.map((n) => {
      const best = bestLabels(head.grammar, scores, width, start, n, transitions);
      const spans = spansOf(best).map((span) => {
        let sum = 0;
        for (let t = span.first; t <= span.last; t++) sum += shares[(start + t) * width + best[t]!]!;
        return { ...span, confidence: Math.round((100 * sum) / (span.last - span.first + 1)) / 100 };
      });
      start += n;
      return spans;
    });
  }
}

function rowMaxima(scores: Float32Array, rows: number, n: number): Int32Array {
  const width = scores.length / rows;
  const best = new Int32Array(rows);
  for (let r = 0; r < rows; r++) {
    let b = r * width;
    for (let j = b + 1; j < r * width + n; j++) if (scores[j]! > scores[b]!) b = j;
    best[r] = b - r * width;
  }
  return best;
}
