/** A sentence as a tree: who hangs on whom, with the questions that rules ask. */
import type { Span } from '../../records/index.ts';
import type { Sentence, Token } from '../language/parsed-text.ts';

/** The relation without its subtype: `nsubj:pass` is `nsubj`. */
export function relation(token: Token): string {
  const colon = token.deprel.indexOf(':');
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
}

export class Tree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly root: Token;
  private readonly below: Token[][];

  constructor(sentence: Sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens;
    this.below = sentence.tokens.map(() => []);
    let root = sentence.tokens[0]!;
    for (const token of sentence.tokens) {
      if (token.head < 0) root = token;
      else this.below[token.head]!.push(token);
    }
    this.root = root;
  }

  children(token: Token): readonly Token[] {
    return this.below[token.index]!;
  }

  /** Children with one of the relations, subtypes included unless the relation asked for has one itself. */
  childrenBy(token: Token, ...relations: string[]): Token[] {
    return this.below[token.index]!.filter(
      (child) => relations.includes(child.deprel) || relations.includes(relation(child)),
    );
  }

  child(token: Token, ...relations: string[]): Token | undefined {
    return this.below[token.index]!.find(
      (child) => relations.includes(child.deprel) || relations.includes(relation(child)),
    );
  }

  head(token: Token): Token | undefined {
    return token.head < 0 ? undefined : this.tokens[token.head];
  }

  /** All tokens at or under one, in order of the text; branches for which `leave` holds are left out. */
  subtree(token: Token, leave?: (child: Token) => boolean): Token[] {
    const out: Token[] = [];
    const stack = [token];
    while (stack.length > 0) {
      const next = stack.pop()!;
      out.push(next);
      for (const child of this.below[next.index]!) if (!leave?.(child)) stack.push(child);
    }
    return out.sort((a, b) => a.index - b.index);
  }

  /** Whether `token` stands at or under `above`. */
  under(token: Token, above: Token): boolean {
    let at: Token | undefined = token;
    for (let steps = 0; at && steps <= this.tokens.length; steps++) {
      if (at === above) return true;
      at = this.head(at);
    }
    return false;
  }
}

const FINITE = new Set(['MD', 'VBD', 'VBZ', 'VBP']);

/** The word that carries the tense of a verb or of a predicate with a copula. */
export const finiteOf = (tree: Tree, verb: Token): Token | undefined =>
  [...tree.childrenBy(verb, 'aux', 'cop'), verb].find((token) => FINITE.has(token.xpos));

/** Whether every word leads up to the one root: a mend that closed a ring would hang whoever climbs it. */
export function isTree({ tokens }: Sentence): boolean {
  const seen = new Uint8Array(tokens.length);
  let roots = 0;
  for (const token of tokens) {
    if (token.head < 0) roots++;
    const path: number[] = [];
    for (let at: Token | undefined = token; at && seen[at.index] !== 2; at = tokens[at.head]) {
      if (seen[at.index] === 1) return false;
      seen[at.index] = 1;
      path.push(at.index);
    }
    for (const index of path) seen[index] = 2;
  }
  return roots === 1;
}

/** Tokens (in order) as spans of the text: runs of neighbours become one span. */
export function spansOf(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let last = -2;
  for (const token of tokens) {
    if (token.index === last + 1) spans.at(-1)![1] = token.end;
    else spans.push([token.start, token.end]);
    last = token.index;
  }
  return spans;
}

/** The text of spans, pieces joined by one space. */
export function textOf(text: string, spans: readonly Span[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' ');
}

const PUNCTUATION = new Set(['PUNCT', 'SYM']);

/** Leaves out marks at both ends of each run, as quoting does. */
export function trimMarks(tokens: readonly Token[]): Token[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && PUNCTUATION.has(tokens[from]!.upos) && !/[$£€%]/.test(tokens[from]!.form)) from++;
  while (to > from && PUNCTUATION.has(tokens[to - 1]!.upos) && !/[$£€%]/.test(tokens[to - 1]!.form)) to--;
  return tokens.slice(from, to);
}
