/** Hangs a word on another. */
import type { Token } from '../language/parsed-text.ts';

export function hang(token: Token, head: Token, deprel = token.deprel): void {
  token.head = head.index;
  token.deprel = deprel === 'root' ? 'parataxis' : deprel;
}
