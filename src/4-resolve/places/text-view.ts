/** The words of a parsed text in one row, with quick ways from a character to its word and back. */
import type { ParsedText, Sentence, Token } from '../../3-read/language/parsed-text.ts';

export class TextView {
  readonly text: string;
  readonly tokens: Token[] = [];
  readonly sentences: Sentence[];
  /** Sentence number of each word. */
  readonly sentenceOf: number[] = [];
  /** Number of the first word of each sentence. */
  readonly firstOf: number[] = [];

  constructor(parsed: ParsedText) {
    this.text = parsed.text;
    this.sentences = parsed.sentences;
    parsed.sentences.forEach((sentence, i) => {
      this.firstOf.push(this.tokens.length);
      for (const token of sentence.tokens) {
        this.tokens.push(token);
        this.sentenceOf.push(i);
      }
    });
  }

  /** Number of the first word that ends after `offset`. */
  wordAt(offset: number): number {
    let low = 0;
    let high = this.tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tokens[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Words `[first, last]` that a stretch of text touches; null when it touches none. */
  wordsOf(start: number, end: number): { first: number; last: number } | null {
    const first = this.wordAt(start);
    if (first >= this.tokens.length || this.tokens[first]!.start >= end) return null;
    let last = first;
    while (last + 1 < this.tokens.length && this.tokens[last + 1]!.start < end) last++;
    return { first, last };
  }

  /** The word at a number if it is in the sentence of word `of`, else null. */
  beside(of: number, number: number): Token | null {
    if (this.sentenceOf[number] === undefined || this.sentenceOf[number] !== this.sentenceOf[of]) return null;
    return this.tokens[number]!;
  }

  slice(first: number, last: number): string {
    return this.text.slice(this.tokens[first]!.start, this.tokens[last]!.end);
  }

  /** The head of a word within its sentence, or null for a root or an unparsed word. */
  headOf(number: number): number | null {
    const token = this.tokens[number]!;
    if (token.head < 0) return null;
    return this.firstOf[this.sentenceOf[number]!]! + token.head;
  }
}

/** Whether a word begins with a capital. */
export function isCapital(form: string): boolean {
  const first = form.charAt(0);
  return first !== first.toLowerCase();
}
