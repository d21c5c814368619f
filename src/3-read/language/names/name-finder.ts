/**
 * Names and mentions of a text. Names are found by the network and the chain of names together: their scores are added; what
 * bears one name in a text is then made one type. Mentions are found by a chain of their own, which the chain of names
 * informs; lists are cut into their names, and weapons and vehicles come from the dictionary of things too.
 */

import { BilouGrammar, type LabelledSpan } from '../network/names-viterbi.ts';
import { Chain, type SentenceFeatures, type SureSpan, sureSpans } from './chain.ts';
import { readChains } from './chain-file.ts';
import { cutLists } from './cut-lists.ts';
import { Marginals } from './marginals.ts';
import { mentionFeatures } from './mention-features.ts';
import { evidenceOf, textEvidence, type WordEvidence } from './name-evidence.ts';
import { nameFeatures } from './name-features.ts';
import type { NameSigns } from './name-signs.ts';
import { oneSense } from './one-sense.ts';
import type { ReadWords } from './read-words.ts';
import { thingMentions, withThings } from './thing-mentions.ts';

/** The shares of network and chain in the score of a name, and what is taken off "no name" (chosen on UNER EWT dev). */
const NETWORK_SHARE = 0.5;
const CHAIN_SHARE = 0.7;
const NO_NAME = 0.5;
/** Taken off "no mention": the likeliest labels miss more than they get wrong (five folds of re3d; .3 to .9 measure alike). */
const NO_MENTION = 0.5;

export interface FoundNames {
  names: SureSpan[];
  mentions: LabelledSpan[];
}

export interface NetworkNames {
  /** Scores of the labels of the network's head for names, [words, labels]. */
  scores: Float32Array;
  transitions: Float32Array;
}

export class NameFinder {
  readonly nameTypes: readonly string[];
  readonly mentionTypes: readonly string[];
  private readonly names: Chain;
  private readonly mentions: Chain;
  private readonly signs: NameSigns;
  /** Of network and chain together; the network's are the same for every sentence. */
  private transitions: Float32Array | null = null;

  /** Throws a plain Error where the bytes are no file of name chains. */
  constructor(bytes: Uint8Array, signs: NameSigns) {
    const chains = new Map(readChains(bytes).map((weights) => [weights.name, weights]));
    const chain = (name: string) => {
      const weights = chains.get(name);
      if (!weights) throw new Error(`the file of name chains lacks ${name}`);
      return new Chain(weights);
    };
    this.names = chain('names');
    this.mentions = chain('mentions');
    this.nameTypes = this.names.types;
    this.mentionTypes = this.mentions.types;
    this.signs = signs;
  }

  /** Names and mentions of the sentences of one text. */
  find(sentences: readonly ReadWords[], network: readonly NetworkNames[]): FoundNames[] {
    const scores = sentences.map((words) => this.names.scores(nameFeatures(words)));
    const features = featuresOfMentions(sentences, scores);
    const found = sentences.map(({ tokens }, s) => this.together(scores[s]!, network[s]!, tokens.length));
    const name = (type: string) => this.nameTypes.indexOf(type);
    const types = { person: name('PER'), organisation: name('ORG'), place: name('LOC') };
    const names = oneSense(sentences, found, types, this.signs);
    const mentions = sentences.map((words, s) => this.mentionsOf(words, features[s]!, names[s]!));
    return names.map((own, s) => ({ names: own, mentions: mentions[s]! }));
  }

  private mentionsOf(words: ReadWords, features: SentenceFeatures, names: readonly SureSpan[]) {
    const type = (mention: string) => this.mentionTypes.indexOf(mention);
    const best = this.mentions.bestSpans(this.mentions.scores(features), words.tokens.length, NO_MENTION);
    const places = new Set(
      names.flatMap((n) => (n.type === this.nameTypes.indexOf('LOC') ? [`${n.first} ${n.last}`] : [])),
    );
    /** A name is told in all sentences of the text; a mention is looked at in its own. */
    const sensed = best.map((mention) =>
      mention.type === type('person') && places.has(`${mention.first} ${mention.last}`)
        ? { ...mention, type: type('place') }
        : mention,
    );
    const apart = cutLists(words.tokens, sensed, names, type('place'));
    const things = { weapon: type('weapon'), vehicle: type('vehicle') };
    return withThings(words.tokens, apart, thingMentions(words.tokens, things, this.signs));
  }

  private together(chain: Float32Array, network: NetworkNames, words: number): SureSpan[] {
    const { labels } = this.names;
    const scores = new Float32Array(chain.length);
    for (let i = 0; i < scores.length; i++)
      scores[i] = NETWORK_SHARE * network.scores[i]! + CHAIN_SHARE * chain[i]!;
    for (let i = 0; i < scores.length; i += labels)
      scores[i] = NETWORK_SHARE * network.scores[i]! + CHAIN_SHARE * chain[i]! - NO_NAME;
    this.transitions ??= this.names.transitions.map(
      (score, i) => NETWORK_SHARE * network.transitions[i]! + CHAIN_SHARE * score,
    );
    return this.names.spans(scores, words, this.transitions);
  }
}

/** Names by the network alone. */
export function namesOfNetwork({ scores, transitions }: NetworkNames): FoundNames {
  const labels = Math.sqrt(transitions.length);
  const words = scores.length / labels;
  const types = (labels - 1) / 4;
  return {
    names: sureSpans(scores, words, transitions, new BilouGrammar(types), new Marginals(types)),
    mentions: [],
  };
}

/** Features of the chain of mentions for the sentences of one text, from the scores of the chain of names. */
export function featuresOfMentions(
  sentences: readonly ReadWords[],
  nameScores: readonly Float32Array[],
): SentenceFeatures[] {
  const evidence: WordEvidence[][] = sentences.map(({ tokens }, s) =>
    evidenceOf(nameScores[s]!, tokens.length),
  );
  const text = textEvidence(sentences, evidence);
  return sentences.map((words, s) => mentionFeatures(words, evidence[s]!, text));
}
