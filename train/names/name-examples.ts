/** Corpora to examples for the chains of names and mentions. */
import type { Language } from '../../src/3-read/language/language.ts';
import type { Chain } from '../../src/3-read/language/names/chain.ts';
import { nameFeatures } from '../../src/3-read/language/names/name-features.ts';
import { featuresOfMentions } from '../../src/3-read/language/names/name-finder.ts';
import type { WordSpan } from '../../src/3-read/language/tokens.ts';
import type { MentionDocument } from '../corpora/sources.ts';
import { mentionSources, type Source } from '../network/examples.ts';
import type { ChainExample } from './chain-trainer.ts';

/** Sentences longer than this are left out of training. */
const LONGEST = 120;
/** Corpora annotated to other rules than UNER's weigh less. */
const OTHER_RULES = 0.7;
/** One in so many of the sentences that cannot hold a name (no capital but at the front) is shown. */
const PLAIN_SHARE = 4;
/** Sentences looked at together. */
const TOGETHER = 500;

/** Sentences whose names are known. */
export function nameExamples(sources: readonly Source[], language: Language): ChainExample[] {
  const shown = sources.filter(
    ({ names, forms }, i) =>
      names !== null &&
      forms.length > 0 &&
      forms.length <= LONGEST &&
      (forms.some((form, t) => t > 0 && form !== 'I' && /^\p{Lu}/u.test(form)) ||
        mustHold(names, forms.length) ||
        i % PLAIN_SHARE === 0),
  );
  const examples: ChainExample[] = [];
  for (let from = 0; from < shown.length; from += TOGETHER) {
    const some = shown.slice(from, from + TOGETHER);
    const { words } = language.studyWords(some.map(({ forms }) => forms));
    for (const [i, { names, heads }] of some.entries())
      examples.push({
        features: nameFeatures(words[i]!),
        allowed: names!,
        weight: heads ? 1 : OTHER_RULES,
      });
  }
  return examples;
}

/** Whether a word of the sentence must be of a name. */
function mustHold(names: Uint8Array, words: number): boolean {
  const labels = names.length / words;
  for (let t = 0; t < words; t++) if (names[t * labels] === 0) return true;
  return false;
}

/** Sentences of an re3d document with its mentions. */
export function mentionExamples(
  document: MentionDocument,
  split: (text: string) => WordSpan[][],
  language: Language,
  names: Chain,
): ChainExample[] {
  const { words } = language.study(document.text);
  const sources = mentionSources(document, split);
  const features = featuresOfMentions(
    words,
    words.map((sentence) => names.scores(nameFeatures(sentence))),
  );
  return sources.map(({ mentions, forms }, i) => {
    if (features[i]?.ends.length !== forms.length) throw new Error(`${document.id}: cut in two ways`);
    return { features: features[i]!, allowed: mentions!, weight: 1 };
  });
}
