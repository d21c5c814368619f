/** Footnotes of a dossier: each sentence once, numbered as first cited. */
import type { Evidence } from '../coding/cell.ts';
import { html } from './page.ts';

export class Footnotes {
  readonly #section: string;
  readonly #numbers = new Map<string, number>();
  readonly #notes: Evidence[] = [];

  constructor(section: string) {
    this.#section = section;
  }

  /** Marks that lead to the notes. */
  to(evidence: readonly Evidence[]): string {
    const numbers = [...new Set(evidence.map((one) => this.#number(one)))];
    return numbers.map((n) => `<sup><a href="#${this.#section}-${n}">${n}</a></sup>`).join('');
  }

  list(): string {
    const lines = this.#notes.map(({ quote, document, span, claim }, i) => {
      const where = span ? `, characters ${span[0]} to ${span[1]}` : ', typed in by a person';
      return `<li id="${this.#section}-${i + 1}">“${html(quote)}” <code>${document.slice(0, 23)}…</code>${where}, claim <code>${claim.slice(0, 12)}</code>`;
    });
    return `<h2>Sentences</h2>\n<ol class="notes">\n${lines.join('\n')}\n</ol>\n`;
  }

  #number(one: Evidence): number {
    const key = `${one.document} ${one.span?.join(' ') ?? one.claim}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#notes.push(one);
    this.#numbers.set(key, this.#notes.length);
    return this.#notes.length;
  }
}
