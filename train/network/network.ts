/** The whole network in training: encoder, tags, trees and two name heads over one encoding. */
import type { Workspace } from '../../src/3-read/language/network/kernels.ts';
import { type EncodedSentence, Encoder, type EncoderShape } from './encoder.ts';
import { LabelHead } from './label-head.ts';
import { NameHead } from './name-head.ts';
import { Parameters } from './parameters.ts';
import type { Random } from './random.ts';
import { TreeHead } from './tree-head.ts';

export interface NetworkShape extends EncoderShape {
  tags: number;
  tagHidden: number;
  arc: number;
  rel: number;
  rels: number;
  nameHidden: number;
  nameTypes: number;
  mentionTypes: number;
}

/** A sentence with what is known of it; what is null is not trained on. */
export interface Example extends EncodedSentence {
  tags: Int32Array | null;
  heads: Int32Array | null;
  rels: Int32Array | null;
  /** [n, labels] of 0/1. */
  names: Uint8Array | null;
  mentions: Uint8Array | null;
}

export interface Losses {
  tag: number;
  arc: number;
  rel: number;
  name: number;
  mention: number;
  norm: number;
}

/** Names are rare among words: their gradients count so much more than those of tags and trees. */
const NAME_WEIGHT = 2;

export class Network {
  readonly ws: Workspace;
  readonly shape: NetworkShape;
  readonly parameters: Parameters;
  readonly encoder: Encoder;
  readonly tags: LabelHead;
  readonly trees: TreeHead;
  readonly names: NameHead;
  readonly mentions: NameHead;

  constructor(ws: Workspace, shape: NetworkShape, random: Random) {
    this.ws = ws;
    this.shape = shape;
    this.parameters = new Parameters(ws);
    const p = this.parameters;
    this.encoder = new Encoder(ws, shape, p, random);
    const width = this.encoder.outputs;
    this.tags = new LabelHead(ws, width, shape.tagHidden, shape.tags, 'tag', p, random);
    this.trees = new TreeHead(ws, width, { arc: shape.arc, rel: shape.rel, rels: shape.rels }, p, random);
    this.names = new NameHead(ws, width, shape.nameHidden, shape.nameTypes, 'name', p, random);
    this.mentions = new NameHead(ws, width, shape.nameHidden, shape.mentionTypes, 'mention', p, random);
  }

  /** One step of training on a batch; `unknown[w]` is the chance to hide word w. */
  step(batch: Example[], dropout: number, unknown: Float32Array, rate: number): Losses {
    const { ws } = this;
    const mark = ws.mark();
    const lengths = batch.map((e) => e.words.length);
    const rows = lengths.reduce((a, b) => a + b, 0);
    const weight = 1 / rows;
    const x = this.encoder.forward(batch, dropout, unknown);
    const dx = ws.zeros(rows * this.encoder.outputs);
    const losses: Losses = { tag: 0, arc: 0, rel: 0, name: 0, mention: 0, norm: 0 };
    const concat = (get: (e: Example) => Int32Array | null) => {
      const all = new Int32Array(rows).fill(-1);
      let at = 0;
      for (const e of batch) {
        const part = get(e);
        if (part) all.set(part, at);
        at += e.words.length;
      }
      return all;
    };
    if (batch.some((e) => e.tags)) {
      this.tags.forward(x, rows, dropout);
      losses.tag = this.tags.loss(
        concat((e) => e.tags),
        weight,
      );
      this.tags.backward(dx, rows);
    }
    if (batch.some((e) => e.heads)) {
      this.trees.forward(x, lengths, dropout);
      const tree = this.trees.backward(
        concat((e) => e.heads),
        concat((e) => e.rels),
        weight,
        dx,
      );
      losses.arc = tree.arc;
      losses.rel = tree.rel;
    }
    for (const [head, kind] of [
      [this.names, 'names'],
      [this.mentions, 'mentions'],
    ] as const) {
      if (!batch.some((e) => e[kind])) continue;
      const scores = head.head.forward(x, rows, dropout);
      const loss = head.loss(
        scores,
        lengths,
        batch.map((e) => e[kind]),
        weight * NAME_WEIGHT,
      );
      head.head.backward(dx, rows);
      if (kind === 'names') losses.name = loss;
      else losses.mention = loss;
    }
    this.encoder.backward(dx);
    losses.norm = this.parameters.update(rate, 5);
    ws.release(mark);
    return losses;
  }
}
