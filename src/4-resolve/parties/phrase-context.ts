/** What it takes to tell which party words mean. */
import type { Token } from '../../3-read/language/parsed-text.ts';
import type { Tree } from '../../3-read/syntax/tree.ts';
import type { Party, Span } from '../../records/index.ts';
import type { Discourse, ReferenceWords } from './anaphors.ts';
import type { PartyRegister } from './register.ts';
import type { Subject } from './subjects.ts';
import type { Titled } from './titles.ts';
import type { PartyEntry } from './types.ts';

export interface Meant {
  party: Party | null;
  rule: string;
}

/** Who said something, and the party that was found for it. */
export interface Spoke extends Subject {
  party: Party | null;
}

export interface PhraseContext {
  register: PartyRegister;
  discourse: Discourse;
  words: ReferenceWords;
  byKey: (key: string) => PartyEntry | undefined;
  /** The party that fills an organ of a state ("russia", "ministry-of-defence"), if the dictionary has one. */
  fill: (state: string, organ: string) => PartyEntry | undefined;
  /** Who is speaking, inside a quotation. */
  speaker: Party | null;
  titled: readonly Titled[];
  sentence: number;
  /** The trees of the text, for what a pronoun in a clause comes back to. */
  trees: readonly Tree[];
  /** Where the phrase is a source of what is said: the words that name it, and who spoke before. */
  source?: { spans: readonly Span[]; spoke: readonly Spoke[] };
}

export type PartyOf = (context: PhraseContext, tree: Tree, head: Token) => Meant;
