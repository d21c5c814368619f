/** Trains the chains of names and mentions: minutes, over a network that stays as it is. */
import type { Language } from '../../src/3-read/language/language.ts';
import { Chain } from '../../src/3-read/language/names/chain.ts';
import type { ChainWeights } from '../../src/3-read/language/names/chain-file.ts';
import type { WordSpan } from '../../src/3-read/language/tokens.ts';
import type { MentionDocument } from '../corpora/sources.ts';
import { MENTION_TYPES, NAME_TYPES, type Source } from '../network/examples.ts';
import { type ChainPlan, trainChain } from './chain-trainer.ts';
import { mentionExamples, nameExamples } from './name-examples.ts';

const NAMES: ChainPlan = {
  seed: 7,
  rounds: 8,
  settled: 4,
  rate: 0.15,
  dropout: 0.3,
  seenMin: 2,
  entries: 220_000,
};

const MENTIONS: ChainPlan = {
  seed: 7,
  rounds: 8,
  settled: 4,
  rate: 0.15,
  dropout: 0.3,
  seenMin: 1,
  entries: 200_000,
};

type Log = (line: string) => void;

export function trainNames(sources: readonly Source[], language: Language, log: Log): ChainWeights {
  return trainChain('names', NAME_TYPES, nameExamples(sources, language), NAMES, log);
}

export function trainMentions(
  documents: readonly MentionDocument[],
  split: (text: string) => WordSpan[][],
  language: Language,
  names: ChainWeights,
  log: Log,
): ChainWeights {
  const chain = new Chain(names);
  const examples = documents.flatMap((document) => mentionExamples(document, split, language, chain));
  return trainChain('mentions', MENTION_TYPES, examples, MENTIONS, log);
}
