/** Names word by word, to be found in a text in one pass. */
import { isJoint, type NameWord, nameWords } from './name-words.ts';

interface Node {
  /** A name ends here. */
  end: boolean;
  next: Map<string, Node>;
}

/** Names are told apart by so many words. */
const MOST_WORDS = 12;

export class NameSet {
  readonly #root: Node = { end: false, next: new Map() };
  readonly #joined = new Set<string>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(nameWords(name).map(({ folded }) => folded));
  }

  /** @param words folded, in order */
  add(words: readonly string[]): void {
    if (words.length === 0) return;
    let node = this.#root;
    for (const word of words.slice(0, MOST_WORDS)) {
      let next = node.next.get(word);
      if (!next) {
        next = { end: false, next: new Map() };
        node.next.set(word, next);
      }
      node = next;
    }
    node.end = true;
    this.#joined.add(words.join(''));
  }

  get isEmpty(): boolean {
    return this.#root.next.size === 0;
  }

  /** A name of just these words. */
  has(words: readonly string[]): boolean {
    let node: Node | undefined = this.#root;
    for (const word of words) node = node?.next.get(word);
    return node?.end ?? false;
  }

  /** "redcrescent" */
  hasJoined(folded: string): boolean {
    return this.#joined.has(folded);
  }

  /** How many words the longest name has that begins at this word; 0 where none does. */
  longest(text: string, words: readonly NameWord[], at: number): number {
    let node = this.#root.next.get(words[at]!.folded);
    let longest = 0;
    for (let length = 1; node; length++) {
      if (node.end) longest = length;
      const [before, after] = [words[at + length - 1]!, words[at + length]];
      if (!after || node.next.size === 0 || !isJoint(text, before, after)) break;
      node = node.next.get(after.folded);
    }
    return longest;
  }

  /** Of each word, whether it is part of a name. */
  covers(text: string, words: readonly NameWord[]): boolean[] {
    const covered = new Array<boolean>(words.length).fill(false);
    for (let at = 0; at < words.length; at++)
      for (let i = this.longest(text, words, at) - 1; i >= 0; i--) covered[at + i] = true;
    return covered;
  }
}
