/** Word sequences looked up in one walk. Words are compared by their folded forms, as numbers. */
import type { Words } from './words.ts';
import { BREAK } from './words.ts';

interface Node<T> {
  next: Map<number, Node<T>> | null;
  values: T[] | null;
}

/** Numbers for folded words; shared by the tries of one matcher. Words of no phrase have no number. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();

  /** The number of a word, given to it on first sight. */
  add(folded: string): number {
    let number = this.numbers.get(folded);
    if (number === undefined) this.numbers.set(folded, (number = this.numbers.size));
    return number;
  }

  /** The words' numbers, -1 where a word stands in no phrase. */
  number(words: Words): Int32Array {
    const numbers = new Int32Array(words.folded.length);
    for (let i = 0; i < numbers.length; i++) numbers[i] = this.numbers.get(words.folded[i]!) ?? -1;
    return numbers;
  }
}

/** A trie over word numbers; every phrase carries values. */
export class PhraseTrie<T> {
  private readonly root: Node<T> = { next: null, values: null };

  add(phrase: readonly number[], value: T): void {
    let node = this.root;
    for (const word of phrase) {
      node.next ??= new Map();
      let child = node.next.get(word);
      if (child === undefined) node.next.set(word, (child = { next: null, values: null }));
      node = child;
    }
    node.values ??= [];
    node.values.push(value);
  }

  /**
   * Calls `found` for every phrase that begins at word `from`, shortest first, with the index after its last word.
   * A phrase does not cross a break. The walk is as long as the longest phrase at most.
   */
  walk(words: Words, numbers: Int32Array, from: number, found: (values: readonly T[], to: number) => void): void {
    let node = this.root;
    for (let i = from; i < numbers.length; i++) {
      if (i > from && words.gap[i] === BREAK) return;
      const child = numbers[i]! < 0 ? undefined : node.next?.get(numbers[i]!);
      if (child === undefined) return;
      node = child;
      if (node.values !== null) found(node.values, i + 1);
    }
  }
}
