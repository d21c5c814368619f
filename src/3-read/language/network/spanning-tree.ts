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

/** Iterative Chu-Liu/Edmonds on a dense matrix w[dependent*size + head]; node 0 is the root. O(n^2) per contraction. */
function edmonds(w: Float64Array, size: number): Int32Array {
  const head = new Int32Array(size).fill(-1);
  /** The contracted node each node belongs to now. */
  const owner = Array.from({ length: size }, (_, i) => i);
  /** For contracted graph cells: the original arc (dependent, head) behind w[d, h]. */
  const fromDep = new Int32Array(size * size);
  const fromHead = new Int32Array(size * size);
  for (let d = 0; d < size; d++)
    for (let h = 0; h < size; h++) {
      fromDep[d * size + h] = d;
      fromHead[d * size + h] = h;
    }
  const alive = new Uint8Array(size).fill(1);
  const cycles: { nodes: number[]; into: number; heads: number[]; deps: number[] }[] = [];
  for (;;) {
    for (let d = 1; d < size; d++) {
      if (!alive[d]) continue;
      let best = -1;
      for (let h = 0; h < size; h++) {
        if (!alive[h] || h === d) continue;
        if (best < 0 || w[d * size + h]! > w[d * size + best]!) best = h;
      }
      head[d] = best;
    }
    const cycle = findCycle(head, alive, size);
    if (!cycle) break;
    contract(w, size, cycle, head, alive, fromDep, fromHead, cycles, owner);
  }
  const result = new Int32Array(size).fill(-1);
  for (let d = 1; d < size; d++) {
    if (!alive[d]) continue;
    result[fromDep[d * size + head[d]!]!] = fromHead[d * size + head[d]!]!;
  }
  // Unfold: inside each cycle every node keeps its cycle arc but the one entered from outside.
  for (let c = cycles.length - 1; c >= 0; c--) {
    const { nodes, heads, deps } = cycles[c]!;
    for (let i = 0; i < nodes.length; i++) {
      const dep = deps[i]!;
      if (!entered(nodes[i]!, cycles, c, result)) result[dep] = heads[i]!;
    }
  }
  return Int32Array.from(result.subarray(1));
}

function findCycle(head: Int32Array, alive: Uint8Array, size: number): number[] | null {
  const seen = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    if (!alive[i]) continue;
    let at = i;
    while (at > 0 && seen[at] === 0) {
      seen[at] = i;
      at = head[at]!;
    }
    if (at > 0 && seen[at] === i) {
      const cycle = [at];
      for (let next = head[at]!; next !== at; next = head[next]!) cycle.push(next);
      return cycle;
    }
  }
  return null;
}

/** All original words standing behind a (possibly contracted) node, as of before cycle `upTo` was contracted. */
function members(node: number, cycles: { nodes: number[]; into: number }[], upTo: number): number[] {
  for (let c = upTo - 1; c >= 0; c--) {
    if (cycles[c]!.into === node) return cycles[c]!.nodes.flatMap((inner) => members(inner, cycles, c));
  }
  return [node];
}

/** Whether some word behind the node already has its head (it was entered from outside the cycle). */
function entered(
  node: number,
  cycles: { nodes: number[]; into: number }[],
  upTo: number,
  result: Int32Array,
): boolean {
  return members(node, cycles, upTo).some((word) => result[word]! >= 0);
}

function contract(
  w: Float64Array,
  size: number,
  cycle: number[],
  head: Int32Array,
  alive: Uint8Array,
  fromDep: Int32Array,
  fromHead: Int32Array,
  cycles: { nodes: number[]; into: number; heads: number[]; deps: number[] }[],
  owner: number[],
): void {
  const into = cycle[0]!;
  const inside = new Uint8Array(size);
  for (const node of cycle) inside[node] = 1;
  cycles.push({
    nodes: cycle,
    into,
    heads: cycle.map((node) => fromHead[node * size + head[node]!]!),
    deps: cycle.map((node) => fromDep[node * size + head[node]!]!),
  });
  const kept = cycle.map((node) => w[node * size + head[node]!]!);
  for (let v = 0; v < size; v++) {
    if (!alive[v] || inside[v]) continue;
    let best = Number.NEGATIVE_INFINITY;
    let bestDep = 0;
    let bestHead = 0;
    let out = Number.NEGATIVE_INFINITY;
    let outDep = 0;
    let outHead = 0;
    for (const [i, node] of cycle.entries()) {
      const enter = w[node * size + v]! - kept[i]!;
      if (enter > best || i === 0) {
        best = enter;
        bestDep = fromDep[node * size + v]!;
        bestHead = fromHead[node * size + v]!;
      }
      const leave = w[v * size + node]!;
      if (leave > out || i === 0) {
        out = leave;
        outDep = fromDep[v * size + node]!;
        outHead = fromHead[v * size + node]!;
      }
    }
    w[into * size + v] = best;
    fromDep[into * size + v] = bestDep;
    fromHead[into * size + v] = bestHead;
    w[v * size + into] = out;
    fromDep[v * size + into] = outDep;
    fromHead[v * size + into] = outHead;
  }
  for (const node of cycle) {
    owner[node] = into;
    if (node !== into) alive[node] = 0;
  }
}
