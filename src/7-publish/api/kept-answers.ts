/**
 * Answers about the ledger, kept while it stands still: the same question asked again before anything is said in it has the
 * same answer. The least used go first.
 */
const MOST_BYTES = 32_000_000;
const LARGEST = 500_000;

export class KeptAnswers {
  #answers = new Map<string, string>();
  #tag = '';
  #bytes = 0;

  /** The answer at this state, if it was given before. */
  get(url: string, tag: string): string | null {
    const answer = this.#tag === tag ? this.#answers.get(url) : undefined;
    if (answer === undefined) return null;
    this.#answers.delete(url);
    this.#answers.set(url, answer);
    return answer;
  }

  keep(url: string, tag: string, answer: string): void {
    if (this.#tag !== tag) {
      this.#answers = new Map();
      this.#bytes = 0;
      this.#tag = tag;
    }
    if (answer.length > LARGEST || this.#answers.has(url)) return;
    this.#answers.set(url, answer);
    this.#bytes += answer.length;
    for (const [oldest, text] of this.#answers) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#answers.delete(oldest);
      this.#bytes -= text.length;
    }
  }
}
