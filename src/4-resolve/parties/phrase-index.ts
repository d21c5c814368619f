/** Word sequences looked up in one walk. Words are compared by their folded forms. */
import { BREAK, firstFolded, type Words } from './words.ts';

interface Node<T> {
  next: Map<string, Node<T>> | null;
  values: T[] | null;
}

/** Phrases that begin with one word: raw until that word is first met, since most are never met. */
interface Bucket<Raw, T> {
  raw: Raw[];
  root: Node<T> | null;
}

/** What a raw phrase comes to: its folded words, and what is found with them. */
export interface Expanded<T> {
  words: readonly string[];
  value: T;
}

/** A trie whose branches are built when their first word is met: loading costs one folded word a phrase. */
export class PhraseIndex<Raw, T> {
  private readonly buckets = new Map<string, Bucket<Raw, T>>();
  private readonly expand: (raw: Raw) => Expanded<T>[];

  constructor(expand: (raw: Raw) => Expanded<T>[]) {
    this.expand = expand;
  }

  /** Adds a phrase; `text` is how it is written, with at least one word. */
  add(text: string, raw: Raw): void {
    const first = firstFolded(text);
    const bucket = this.buckets.get(first);
    if (bucket === undefined) this.buckets.set(first, { raw: [raw], root: null });
    else bucket.raw.push(raw);
  }

  /**
   * Calls `found` for every phrase that begins at word `from`, shortest first, with the index after its last word.
   * A phrase does not cross a break. The walk is as long as the longest phrase at most.
   */
  walk(words: Words, from: number, found: (values: readonly T[], to: number) => void): void {
    if (from >= words.folded.length) return;
    const bucket = this.buckets.get(words.folded[from]!);
    if (bucket === undefined) return;
    let node = (bucket.root ??= this.build(bucket));
    for (let i = from; i < words.folded.length; i++) {
      if (i > from && words.gap[i] === BREAK) return;
      const child = node.next?.get(words.folded[i]!);
      if (child === undefined) return;
      node = child;
      if (node.values !== null) found(node.values, i + 1);
    }
  }

  private build(bucket: Bucket<Raw, T>): Node<T> {
    const root: Node<T> = { next: null, values: null };
    for (const raw of bucket.raw) {
      for (const { words, value } of this.expand(raw)) {
        let node = root;
        for (const word of words) {
          node.next ??= new Map();
          let child = node.next.get(word);
          if (child === undefined) node.next.set(word, (child = { next: null, values: null }));
          node = child;
        }
        node.values ??= [];
        node.values.push(value);
      }
    }
    bucket.raw = [];
    return root;
  }
}
