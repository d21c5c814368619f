/** A small network file of random weights: the right form, no knowledge. */
import { type NetworkHeader, type Tensor, writeModel } from '../../src/3-read/language/network/model-file.ts';

/** Whole numbers below `n`, the same each run. */
export function chance(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % n;
  };
}

const HIDDEN = 16;
const pad8 = (n: number) => (n + 7) & ~7;

/** `tags` and `rels` as a network for English has them; `spread` is the largest weight. */
export function randomNetwork(
  seed = 1,
  {
    tags = ['NOUN|NN', 'VERB|VBD', 'PUNCT|.'],
    rels = ['root', 'nsubj', 'punct', 'parataxis'],
    spread = 1,
  } = {},
): Uint8Array {
  const next = chance(seed);
  const header: Omit<NetworkHeader, 'tensors'> = {
    shape: {
      words: 8,
      wordDim: 16,
      grams: 64,
      gramDim: 16,
      shapes: 32,
      shapeDim: 16,
      flags: 16,
      hidden: HIDDEN,
      layers: 2,
      tagHidden: 16,
      arc: 16,
      rel: 16,
      nameHidden: 16,
    },
    tags,
    rels,
    nameTypes: ['PER', 'ORG', 'LOC', 'MISC'],
    mentionTypes: ['organisation', 'person', 'place', 'nationality', 'weapon', 'vehicle'],
    words: ['the', 'army', 'said', '.', ','],
  };
  const tensors: Tensor[] = [];
  const add = (name: string, rows: number, cols: number) =>
    tensors.push({
      name,
      rows,
      cols,
      data: Float32Array.from({ length: rows * cols }, () => (spread * (next(2001) - 1000)) / 1000),
    });
  const dense = (name: string, inputs: number, outputs: number) => {
    add(`${name}.weights`, inputs, outputs);
    add(`${name}.bias`, 1, outputs);
  };
  add('word', 8, 16);
  add('gram', 64, 16);
  add('shape', 32, 16);
  for (let layer = 0; layer < 2; layer++)
    for (const d of [0, 1]) {
      add(`lstm${layer}.${d}.input`, layer === 0 ? 64 : 2 * HIDDEN, 4 * HIDDEN);
      add(`lstm${layer}.${d}.recurrent`, HIDDEN, 4 * HIDDEN);
      add(`lstm${layer}.${d}.bias`, 1, 4 * HIDDEN);
    }
  dense('tag.hidden', 2 * HIDDEN, 16);
  dense('tag.out', 16, pad8(tags.length));
  for (const name of ['arc.dep', 'arc.head', 'rel.dep', 'rel.head']) dense(name, 2 * HIDDEN, 16);
  add('arc.bilinear', 16, 16);
  add('arc.prior', 1, 16);
  add('arc.root', 1, 16);
  add('rel.root', 1, 16);
  dense('rel.out', 16, pad8(rels.length));
  for (const [name, types] of [
    ['name', 4],
    ['mention', 6],
  ] as const) {
    const labels = pad8(1 + 4 * types);
    dense(`${name}.hidden`, 2 * HIDDEN, 16);
    dense(`${name}.out`, 16, labels);
    add(`${name}.transitions`, labels, labels);
  }
  return writeModel(header, tensors, (name) => ['word', 'gram', 'shape'].includes(name));
}
