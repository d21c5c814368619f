/** Sentences far longer than any: read in pieces, so that the scores of all pairs of words stay bounded. */
import type { NetworkInput } from './encoder.ts';
import type { NetworkHeader } from './model-file.ts';
import type { NetworkOutput } from './network.ts';

/** Words read at once. Running text is cut below this by the sentence splitter. */
export const PIECE_MAX = 512;

/** Cuts sentences longer than PIECE_MAX; `counts` says how many pieces each has become. */
export function cutLong(
  sentences: readonly NetworkInput[],
  flagCount: number,
): { pieces: readonly NetworkInput[]; counts: Int32Array } {
  const counts = Int32Array.from(sentences, ({ forms }) => Math.max(1, Math.ceil(forms.length / PIECE_MAX)));
  if (counts.every((n) => n === 1)) return { pieces: sentences, counts };
  const pieces = sentences.flatMap((sentence, s) =>
    Array.from({ length: counts[s]! }, (_, i): NetworkInput => {
      const [from, to] = [i * PIECE_MAX, (i + 1) * PIECE_MAX];
      return {
        forms: sentence.forms.slice(from, to),
        flags: sentence.flags?.subarray(from * flagCount, to * flagCount) ?? null,
      };
    }),
  );
  return { pieces, counts };
}

/** Puts pieces together again: the roots of later pieces hang on the first piece's root as parataxis. */
export function joinPieces(
  outputs: NetworkOutput[],
  counts: Int32Array,
  header: Pick<NetworkHeader, 'rels'>,
): NetworkOutput[] {
  if (outputs.length === counts.length) return outputs;
  const beside = Math.max(0, header.rels.indexOf('parataxis'));
  let at = 0;
  return Array.from(counts, (n) => {
    const pieces = outputs.slice(at, at + n);
    at += n;
    return n === 1 ? pieces[0]! : joined(pieces, beside);
  });
}

function joined(pieces: readonly NetworkOutput[], beside: number): NetworkOutput {
  const root = pieces[0]!.heads.indexOf(-1);
  const offset = (i: number) => i * PIECE_MAX;
  return {
    tags: concat(pieces.map(({ tags }) => tags)),
    heads: concat(
      pieces.map(({ heads }, i) => (i === 0 ? heads : heads.map((h) => (h < 0 ? root : h + offset(i))))),
    ),
    rels: concat(
      pieces.map(({ rels, heads }, i) => (i === 0 ? rels : rels.map((r, t) => (heads[t]! < 0 ? beside : r)))),
    ),
    nameScores: concat(pieces.map(({ nameScores }) => nameScores)),
  };
}

function concat<T extends Int32Array | Float32Array>(parts: readonly T[]): T {
  const size = parts.reduce((n, part) => n + part.length, 0);
  const all = new (parts[0]!.constructor as new (length: number) => T)(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
