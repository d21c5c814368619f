/** What a clause is, and what is asked of one. */
import type { RawAttribution } from '../attribution/attribute.ts';
import type { CueWords } from '../attribution/cue-words.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

export type ClauseKind =
  | 'cue'
  | 'speech-act'
  | 'main'
  | 'content'
  | 'conjunct'
  | 'adverbial'
  | 'participle'
  | 'relative'
  | 'nominal'
  | 'attribute';

export interface Clause {
  kind: ClauseKind;
  head: Token;
  /** Own words, in order; those of clauses cut off are left out. */
  tokens: Token[];
  parent: Clause | null;
  /** The cue this clause is: "condemned the attack" is a happening as well as an attribution. */
  cue: RawAttribution | null;
}

export interface ClauseContext {
  tree: Tree;
  words: EventWords;
  cues: CueWords;
  /** Attributions of this sentence that make hops (speech, documents, belief). */
  attributions: readonly RawAttribution[];
}

/** The rule by which something is called something. */
export const DESCRIBED = 'described-as';

export function contains(a: RawAttribution, token: Token): boolean {
  return a.content.some(([start, end]) => token.start >= start && token.end <= end);
}

/** Whether a clause has a word of war in it, its complements included. */
export function hasTrigger(
  { tree, words }: Pick<ClauseContext, 'tree' | 'words'>,
  head: Token,
  depth = 0,
): boolean {
  if (words.verbs.has(head.lemma) && head.upos === 'VERB') return true;
  if ((head.upos === 'NOUN' || head.upos === 'PROPN') && phraseEndingAt(tree.tokens, head.index, words.nouns))
    return true;
  if (depth > 2) return false;
  return tree.children(head).some(
    (child) =>
      // "accused the army of killing ten": what somebody is accused of may hang on whoever is.
      (['obj', 'xcomp', 'nsubj', 'obl', 'ccomp'].includes(relation(child)) ||
        (child.deprel === 'acl' && tree.child(child, 'mark')?.lemma === 'of')) &&
      hasTrigger({ tree, words }, child, depth + 1),
  );
}
