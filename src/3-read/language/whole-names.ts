/**
 * Keeps a known name with "and" in it together: "the Front for Unity and the Coast fighters" is no list of two. Its words
 * hang on its first head, and the noun it stands before heads them all.
 */
import { firstEndingAfter, type LexiconHit } from './lexicon.ts';
import type { Token } from './parsed-text.ts';

/** Mends the tokens in place. Hits stand in order of the text. */
export function keepNamesWhole(tokens: Token[], hits: readonly LexiconHit[]): void {
  for (const [i, joint] of tokens.entries()) {
    if (joint.upos !== 'CCONJ' || i === 0) continue;
    let h = firstEndingAfter(hits, joint.start);
    while (h < hits.length && hits[h]!.start < joint.start && hits[h]!.end <= joint.end) h++;
    const hit = h < hits.length && hits[h]!.start < joint.start ? hits[h]! : null;
    if (hit)
      hangTogether(
        tokens,
        tokens.filter((t) => t.start >= hit.start && t.end <= hit.end),
      );
  }
}

function hangTogether(tokens: Token[], name: readonly Token[]): void {
  const inside = (index: number) => index >= name[0]!.index && index <= name.at(-1)!.index;
  const out = name.filter((t) => !inside(t.head));
  const [top, ...others] = out;
  if (!top || others.length === 0 || !['PROPN', 'NOUN'].includes(top.upos)) return;
  const next = tokens[name.at(-1)!.index + 1];
  const noun = next?.upos === 'NOUN' && others.some((t) => t.head === next.index) ? next : null;
  for (const token of others) hang(token, top.index, 'flat');
  if (!noun || top.head === noun.index) return;
  // "… and the Coast fighters": the fighters stand where the name stood.
  for (const child of tokens)
    if (child.head === top.index && !inside(child.index) && child.index < top.index) child.head = noun.index;
  hang(noun, top.head, top.deprel);
  hang(top, noun.index, 'compound');
}

function hang(token: Token, head: number, deprel: string): void {
  token.head = head;
  token.deprel = deprel;
}
