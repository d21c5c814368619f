/** Names from a chain of BILOU labels: label 0 is O, then B, I, L, U of each type in turn. */

/** Labels of n types. */
export function bilouLabels(types: number): number {
  return 1 + 4 * types;
}

/** Whether label b may follow label a; -1 stands for the bounds of the sentence. */
export function mayFollow(a: number, b: number): boolean {
  const open = (y: number) => y > 0 && ((y - 1) & 3) < 2; // B or I: the name goes on
  const goesOn = (y: number) => y > 0 && (((y - 1) & 3) === 1 || ((y - 1) & 3) === 2); // I or L
  if (a >= 0 && open(a)) return b >= 0 && goesOn(b) && (a - 1) >> 2 === (b - 1) >> 2;
  return b < 0 || !goesOn(b);
}

/** Which label may follow which, as a table [labels, labels] and the legal first and last labels. */
export class BilouGrammar {
  readonly labels: number;
  /** For each label, the labels that may stand before it. */
  readonly before: Int32Array[];
  readonly first: Uint8Array;
  readonly last: Uint8Array;

  constructor(types: number) {
    this.labels = bilouLabels(types);
    const all = Array.from({ length: this.labels }, (_, y) => y);
    this.before = all.map((b) => Int32Array.from(all.filter((a) => mayFollow(a, b))));
    this.first = Uint8Array.from(all, (y) => (mayFollow(-1, y) ? 1 : 0));
    this.last = Uint8Array.from(all, (y) => (mayFollow(y, -1) ? 1 : 0));
  }
}

/** The best legal labels of n words; scores[(start + t) * width + y], transitions[a * width + b]. */
export function bestLabels(
  grammar: BilouGrammar,
  scores: Float32Array,
  width: number,
  start: number,
  n: number,
  transitions: Float32Array,
): Int32Array {
  const { labels, before } = grammar;
  const FLOOR = -1e9;
  let current = new Float64Array(labels);
  let next = new Float64Array(labels);
  const back = new Int32Array(n * labels);
  for (let y = 0; y < labels; y++) current[y] = grammar.first[y] ? scores[start * width + y]! : FLOOR;
  for (let t = 1; t < n; t++) {
    const row = (start + t) * width;
    for (let y = 0; y < labels; y++) {
      let best = FLOOR * 2;
      let from = 0;
      const list = before[y]!;
      for (let i = 0; i < list.length; i++) {
        const a = list[i]!;
        const v = current[a]! + transitions[a * width + y]!;
        if (v > best) {
          best = v;
          from = a;
        }
      }
      next[y] = best + scores[row + y]!;
      back[t * labels + y] = from;
    }
    [current, next] = [next, current];
  }
  let y = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let b = 0; b < labels; b++) {
    if (grammar.last[b] && current[b]! > best) {
      best = current[b]!;
      y = b;
    }
  }
  const out = new Int32Array(n);
  for (let t = n - 1; t >= 0; t--) {
    out[t] = y;
    y = back[t * labels + y]!;
  }
  return out;
}

export interface LabelledSpan {
  first: number;
  /** Inclusive. */
  last: number;
  type: number;
}

/** The spans that a legal chain of labels marks. */
export function spansOf(labels: Int32Array): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let first = 0;
  for (let t = 0; t < labels.length; t++) {
    const y = labels[t]!;
    if (y === 0) continue;
    const part = (y - 1) & 3;
    if (part === 0) first = t;
    else if (part === 3) spans.push({ first: t, last: t, type: (y - 1) >> 2 });
    else if (part === 2) spans.push({ first, last: t, type: (y - 1) >> 2 });
  }
  return spans;
}
