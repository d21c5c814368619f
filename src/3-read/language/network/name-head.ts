/** Names as the best legal chain of BILOU labels, each with how sure it is. */
import { denseLayer, overEncoded, overRows } from './dense.ts';
import type { Workspace } from './kernels.ts';
import type { ModelFile } from './model-file.ts';
import { BilouGrammar, bestLabels, type LabelledSpan, spansOf } from './names-viterbi.ts';
import { type PackedMatrix, UNIT } from './packed-matrix.ts';

export interface ScoredSpan extends LabelledSpan {
  /** Mean probability of its labels, each on its own; two decimals. */
  confidence: number;
}

export class NameHead {
  private readonly ws: Workspace;
  private readonly hidden: PackedMatrix;
  private readonly out: PackedMatrix;
  private readonly transitions: Float32Array;
  private readonly grammar: BilouGrammar;

  constructor(ws: Workspace, file: ModelFile, name: string, types: number) {
    this.ws = ws;
    this.hidden = denseLayer(ws, file, `${name}.hidden`, UNIT);
    this.out = denseLayer(ws, file, `${name}.out`, 1);
    this.transitions = file.matrix(`${name}.transitions`).data;
    this.grammar = new BilouGrammar(types);
  }

  /** Spans of each sentence. */
  spans(x: number, lengths: readonly number[], rows: number): ScoredSpan[][] {
    const { ws, grammar, transitions } = this;
    const width = this.out.outputs;
    const at = overRows(ws, this.out, overEncoded(ws, this.hidden, x, rows, true), rows);
    const scores = ws.view(at, rows * width);
    let start = 0;
    const best = lengths.map((n) => {
      const labels = bestLabels(grammar, scores, width, start, n, transitions);
      start += n;
      return labels;
    });
    ws.k.softmaxRows(at, width, rows, grammar.labels);
    start = 0;
    return lengths.map((n, s) => {
      const labels = best[s]!;
      const spans = spansOf(labels).map((span) => {
        let sum = 0;
        for (let t = span.first; t <= span.last; t++) sum += scores[(start + t) * width + labels[t]!]!;
        return { ...span, confidence: Math.round((100 * sum) / (span.last - span.first + 1)) / 100 };
      });
      start += n;
      return spans;
    });
  }
}
