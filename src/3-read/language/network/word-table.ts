/** Word vectors for the network's first layer: known word, character n-grams, shape and lexicon flags, side by side. */
import type { Workspace } from './kernels.ts';
import type { NetworkHeader } from './model-file.ts';
import { gramBuckets, hashText, normalForm, shapeOf } from './word-features.ts';

/** Vectors of so many forms are kept; then the store starts afresh, so that memory is bounded. */
const KEPT = 20_000;

export class WordTable {
  /** Floats of a word's vector. */
  readonly width: number;
  private readonly ws: Workspace;
  private readonly header: NetworkHeader;
  private readonly at: { word: number; gram: number; shape: number };
  private readonly known: Map<string, number>;
  private readonly vectors = new Map<string, Float32Array>();

  constructor(ws: Workspace, header: NetworkHeader, at: { word: number; gram: number; shape: number }) {
    const { wordDim, gramDim, shapeDim, flags } = header.shape;
    this.ws = ws;
    this.header = header;
    this.at = at;
    this.width = wordDim + gramDim + shapeDim + flags;
    this.known = new Map(header.words.map((word, i) => [word, i + 1]));
  }

  /** Writes the vector of word t of a sentence to an address. */
  write(
    sentence: { forms: readonly string[]; flags: Float32Array | null },
    t: number,
    address: number,
  ): void {
    const { wordDim, gramDim, shapeDim, shapes, flags } = this.header.shape;
    const form = sentence.forms[t]!;
    const f = this.ws.f32;
    let to = address >> 2;
    f.set(this.wordAndGrams(form), to);
    to += wordDim + gramDim;
    const shape = hashText(shapeOf(form) + (t === 0 ? '^' : '')) % shapes;
    const from = (this.at.shape >> 2) + shape * shapeDim;
    f.copyWithin(to, from, from + shapeDim);
    to += shapeDim;
    if (flags === 0) return;
    if (sentence.flags) f.set(sentence.flags.subarray(t * flags, (t + 1) * flags), to);
    else f.fill(0, to, to + flags);
  }

  private wordAndGrams(form: string): Float32Array {
    const kept = this.vectors.get(form);
    if (kept) return kept;
    const { wordDim, gramDim, grams } = this.header.shape;
    const normal = normalForm(form);
    const f = this.ws.f32;
    const vector = new Float32Array(wordDim + gramDim);
    const word = (this.at.word >> 2) + (this.known.get(normal) ?? 0) * wordDim;
    for (let j = 0; j < wordDim; j++) vector[j] = f[word + j]!;
    const buckets = gramBuckets(normal, grams);
    for (const bucket of buckets) {
      const from = (this.at.gram >> 2) + bucket * gramDim;
      for (let j = 0; j < gramDim; j++) vector[wordDim + j]! += f[from + j]!;
    }
    const scale = 1 / Math.sqrt(buckets.length);
    for (let j = 0; j < gramDim; j++) vector[wordDim + j]! *= scale;
    if (this.vectors.size >= KEPT) this.vectors.clear();
    this.vectors.set(form, vector);
    return vector;
  }
}
