/** What an attribution rule is: a name, examples that must fire, sentences on which it must not, and a finder. */
import type { AttributionKind, Certainty } from '../../records/index.ts';
import type { Token } from '../language/parsed-text.ts';
import type { Tree } from '../syntax/tree.ts';
import type { CueWords } from './cue-words.ts';
import type { Quotation } from './quotations.ts';

/** A source tied to what it says, within one sentence; tokens in order of the text. */
export interface Found {
  rule: string;
  /** Empty where nobody is named ("reportedly", "is believed to"). */
  source: readonly Token[];
  /** What a relative pronoun that is the source stands for. */
  standsFor?: readonly Token[];
  cue: readonly Token[];
  /** The word of the cue that carries it. */
  cueHead: Token;
  content: readonly Token[];
  kind: AttributionKind;
  certainty: Certainty;
  /** Whom it was told to ("told Reuters"): an outer hop where that is an outlet or body. */
  addressee?: readonly Token[];
  /** The attribution that this one stands directly inside, where grammar says so ("said, citing Y"). */
  outer?: Found;
  /** The quotation that is its content, sentences further on or back included. */
  quote?: Quotation;
}

export interface RuleContext {
  tree: Tree;
  words: CueWords;
  /** Of the whole text, in order. */
  quotations: readonly Quotation[];
  text: string;
}

export interface AttributionRule {
  name: string;
  /** Sentence with what must be found: source / cue / content as they stand, parts joined by " … ". */
  examples: { text: string; source: string; cue: string; content: string }[];
  /** Sentences on which this rule must find nothing. */
  misses: string[];
  find(context: RuleContext): Found[];
}
