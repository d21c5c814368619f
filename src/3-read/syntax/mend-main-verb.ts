/**
 * "The coalition in the last day conducted ten strikes": a main verb far from its subject is often read as a participle of it,
 * and the sentence as a noun phrase. A participle told of a noun that still has an object of its own is a main verb. The
 * sentence given stays as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';

/** Verbs with two objects keep one in the passive: "rebels given arms", "a man named Omar". */
const TWO_OBJECTS =
  /^(?:give|name|call|grant|offer|award|tell|elect|appoint|deny|send|hand|show|pay|leave|dub|teach|owe|promise|charge|fine|sentence|serve|label|title|nickname|code-name|codename)$/;

export function mendMainVerb(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const root = tokens.find((t) => t.head < 0);
  if (!root || !isNominal(root) || tokens.some((t) => t.head === root.index && HAS_VERB.test(t.deprel)))
    return sentence;
  const verb = tokens.find((t) => t.head === root.index && isMainVerb(t, root, tokens));
  if (!verb) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  const [main, subject] = [mended[verb.index]!, mended[root.index]!];
  main.head = -1;
  main.deprel = subject.deprel;
  if (main.xpos === 'VBN') main.xpos = 'VBD';
  subject.head = main.index;
  subject.deprel = 'nsubj';
  // What stands behind the verb is told by it.
  for (const token of mended)
    if (token.head === subject.index && token.index > main.index) token.head = main.index;
  return { ...sentence, tokens: mended };
}

const isNominal = (token: Token) => token.upos === 'NOUN' || token.upos === 'PROPN';
const HAS_VERB = /^(?:cop|nsubj|csubj|aux|parataxis)/;

function isMainVerb(token: Token, root: Token, tokens: readonly Token[]): boolean {
  if (token.deprel !== 'acl' || !/^VB[ND]$/.test(token.xpos) || token.index < root.index) return false;
  const own = tokens.filter((t) => t.head === token.index);
  return (
    !TWO_OBJECTS.test(token.lemma) &&
    own.some((t) => t.deprel === 'obj' && isNominal(t) && t.index > token.index) &&
    !own.some((t) => /^(?:aux|nsubj|mark)/.test(t.deprel))
  );
}
