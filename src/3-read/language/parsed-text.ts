/** What the language engine says of a text: sentences of tokens with tags, lemmas and trees, and names. */
import type { NameType } from '../../records/index.ts';

/** One syntactic word (UD). Offsets count in the whole text; `head` is an index into the sentence, -1 for the root. */
export interface Token {
  index: number;
  start: number;
  end: number;
  form: string;
  lemma: string;
  /** Universal part of speech. */
  upos: string;
  /** Penn Treebank tag. */
  xpos: string;
  head: number;
  /** Universal dependency relation, with English subtypes such as `nsubj:pass`. */
  deprel: string;
  /** Whether white space (or the end of the text) follows. */
  spaceAfter: boolean;
}

/** A sentence; `paragraph` counts stretches parted by blank lines (or single line breaks in block text) from 0. */
export interface Sentence {
  index: number;
  start: number;
  end: number;
  paragraph: number;
  tokens: Token[];
}

/** What the engine found to be named or described; token indices are within the sentence, `lastToken` inclusive. */
export interface Mention {
  start: number;
  end: number;
  text: string;
  type: NameType;
  sentence: number;
  firstToken: number;
  lastToken: number;
}

/** A name found by the engine. */
export interface NameMention extends Mention {
  /** 0 to 1, two decimals. */
  confidence: number;
}

export interface ParsedText {
  text: string;
  sentences: Sentence[];
  names: NameMention[];
  /** Mentions as conflict texts have them: also described bodies ("coalition forces"), nationalities, weapons, vehicles. */
  mentions: Mention[];
}
