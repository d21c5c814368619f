/**
 * The best tree over arc scores: each word takes its best head; where that makes a cycle or more than one root, the
 * maximum spanning arborescence with a single root (Chu & Liu 1965, Edmonds 1967; root choice by reweighting, Zmigrod
 * et al. 2020's observation that n root trials are rarely needed).
 */

/**
 * Heads of n words: 0 is the root, i+1 the word i. `scores[i*width + h]` is the score of head h for word i.
 * Exactly one word has head 0. Ties go to the lower head.
 */
export function bestTree(scores: Float32Array, width: number, n: number): Int32Array {
  const heads = new Int32Array(n);
  let roots = 0;
  for (let i = 0; i < n; i++) {
    let best = -1;
    for (let h = 0; h <= n; h++) {
      if (h === i + 1) continue;
      if (best < 0 || scores[i * width + h]! > scores[i * width + best]!) best = h;
    }
    heads[i] = best;
    if (best === 0) roots++;
  }
  if (roots === 1 && !hasCycle(heads, n)) return heads;
  return arborescence(scores, width, n);
}

function hasCycle(heads: Int32Array, n: number): boolean {
  const seen = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    let at = i;
    while (at >= 0 && seen[at] === 0) {
      seen[at] = i + 1;
      at = heads[at]! - 1;
    }
    if (at >= 0 && seen[at] === i + 1) return true;
  }
  return false;
}

/** Forces one root: the word whose root score stands out most keeps it, all others lose it. */
function arborescence(scores: Float32Array, width: number, n: number): Int32Array {
  const size = n + 1;
  const w = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  let root = 0;
  let margin = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    let other = n === 1 ? 0 : Number.NEGATIVE_INFINITY;
    for (let h = 1; h <= n; h++) {
      if (h === i + 1) continue;
      const s = scores[i * width + h]!;
      w[(i + 1) * size + h] = s;
      if (s > other) other = s;
    }
    const lead = scores[i * width]! - other;
    if (lead > margin) {
      margin = lead;
      root = i;
    }
  }
  for (let h = 0; h < size; h++) w[(root + 1) * size + h] = h === 0 ? 0 : Number.NEGATIVE_INFINITY;
  return edmonds(w, size);
}

/** A cycle made one: the nodes in it, each with the arc (of words) it keeps unless it is entered from outside. */
interface Cycle {
  nodes: number[];
  /** Words behind each node. */
  words: number[][];
  deps: number[];
  heads: number[];
}

/** Arc scores w[dependent*size + head] between contracted nodes, each with the arc of words behind it. */
interface Contracted {
  size: number;
  w: Float64Array;
  dep: Int32Array;
  head: Int32Array;
  alive: Uint8Array;
  /** Best head of each node; a contraction changes only that of the node it makes. */
  best: Int32Array;
  /** Words behind each node. */
  words: number[][];
}

/** Chu-Liu/Edmonds on a dense matrix, O(n^2): a contraction looks at the cycle and at what it makes. Node 0 is the root. */
function edmonds(w: Float64Array, size: number): Int32Array {
  const g: Contracted = {
    size,
    w,
    dep: Int32Array.from({ length: size * size }, (_, i) => Math.floor(i / size)),
    head: Int32Array.from({ length: size * size }, (_, i) => i % size),
    alive: new Uint8Array(size).fill(1),
    best: new Int32Array(size).fill(-1),
    words: Array.from({ length: size }, (_, i) => [i]),
  };
  for (let d = 1; d < size; d++) g.best[d] = bestHead(g, d);
  const cycles: Cycle[] = [];
  for (let cycle = findCycle(g); cycle; cycle = findCycle(g)) {
    cycles.push(contract(g, cycle));
    g.best[cycle[0]!] = bestHead(g, cycle[0]!);
  }
  const result = new Int32Array(size).fill(-1);
  for (let d = 1; d < size; d++) {
    if (!g.alive[d]) continue;
    const arc = d * size + g.best[d]!;
    result[g.dep[arc]!] = g.head[arc]!;
  }
  // Unfold: inside each cycle every node keeps its cycle arc but the one entered from outside.
  for (const { nodes, words, deps, heads } of cycles.reverse()) {
    for (let i = 0; i < nodes.length; i++) {
      if (!words[i]!.some((word) => result[word]! >= 0)) result[deps[i]!] = heads[i]!;
    }
  }
  return Int32Array.from(result.subarray(1));
}

function bestHead({ size, w, alive }: Contracted, d: number): number {
  let best = -1;
  for (let h = 0; h < size; h++) {
    if (!alive[h] || h === d) continue;
    if (best < 0 || w[d * size + h]! > w[d * size + best]!) best = h;
  }
  return best;
}

function findCycle({ size, alive, best }: Contracted): number[] | null {
  const seen = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    if (!alive[i]) continue;
    let at = i;
    while (at > 0 && seen[at] === 0) {
      seen[at] = i;
      at = best[at]!;
    }
    if (at > 0 && seen[at] === i) {
      const cycle = [at];
      for (let next = best[at]!; next !== at; next = best[next]!) cycle.push(next);
      return cycle;
    }
  }
  return null;
}

/** Makes a cycle one node, its first: arcs in and out are the best of its nodes'. */
function contract(g: Contracted, nodes: number[]): Cycle {
  const { size, w, dep, head, alive, best } = g;
  const into = nodes[0]!;
  const arcs = nodes.map((node) => node * size + best[node]!);
  const cycle: Cycle = {
    nodes,
    words: nodes.map((node) => g.words[node]!),
    deps: arcs.map((arc) => dep[arc]!),
    heads: arcs.map((arc) => head[arc]!),
  };
  const kept = arcs.map((arc) => w[arc]!);
  for (const node of nodes) alive[node] = 0;
  for (let v = 0; v < size; v++) {
    if (!alive[v]) continue;
    let enter = Number.NEGATIVE_INFINITY;
    let entry = into * size + v;
    let leave = Number.NEGATIVE_INFINITY;
    let exit = v * size + into;
    for (let i = 0; i < nodes.length; i++) {
      const inward = nodes[i]! * size + v;
      if (w[inward]! - kept[i]! > enter) {
        enter = w[inward]! - kept[i]!;
        entry = inward;
      }
      const outward = v * size + nodes[i]!;
      if (w[outward]! > leave) {
        leave = w[outward]!;
        exit = outward;
      }
    }
    const [inDep, inHead, outDep, outHead] = [dep[entry]!, head[entry]!, dep[exit]!, head[exit]!];
    w[into * size + v] = enter;
    dep[into * size + v] = inDep;
    head[into * size + v] = inHead;
    w[v * size + into] = leave;
    dep[v * size + into] = outDep;
    head[v * size + into] = outHead;
    if (v > 0 && nodes.includes(best[v]!)) best[v] = into;
  }
  alive[into] = 1;
  g.words[into] = cycle.words.flat();
  return cycle;
}
