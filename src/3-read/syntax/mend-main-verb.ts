/**
 * "The coalition in the last day conducted ten strikes": a main verb far from its subject is often read as a participle of it,
 * and the sentence as a noun phrase. A participle told of a noun that still has an object of its own is a main verb, and so
 * is a finite verb without a subject set right beside it. The sentence given stays as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';

/** Verbs with two objects keep one in the passive: "rebels given arms", "a man named Omar". */
const TWO_OBJECTS =
  /^(?:give|name|call|grant|offer|award|tell|elect|appoint|deny|send|hand|show|pay|leave|dub|teach|owe|promise|charge|fine|sentence|serve|label|title|nickname|code-name|codename)$/;

export function mendMainVerb(given: Sentence): Sentence {
  const sentence = saidBehind(given);
  const { tokens } = sentence;
  const root = tokens.find((t) => t.head < 0);
  if (!root || !isNominal(root) || tokens.some((t) => t.head === root.index && HAS_VERB.test(t.deprel)))
    return sentence;
  const beside = tokens.filter((t) => t.head === root.index && t.deprel === 'parataxis');
  const verb =
    beside.length > 0
      ? beside.find((t) => isSetBeside(t, root, tokens))
      : tokens.find((t) => t.head === root.index && isMainVerb(t, root, tokens));
  if (!verb) return behindFront(sentence, root);
  const mended = tokens.map((token) => ({ ...token }));
  const [main, subject] = [mended[verb.index]!, mended[root.index]!];
  main.head = -1;
  main.deprel = subject.deprel;
  if (main.xpos === 'VBN') main.xpos = 'VBD';
  subject.head = main.index;
  subject.deprel = mended.some((t) => t.head === main.index && t.deprel === 'aux:pass')
    ? 'nsubj:pass'
    : 'nsubj';
  // What stands behind the verb is told by it.
  for (const token of mended)
    if (token.head === subject.index && token.index > main.index) token.head = main.index;
  return { ...sentence, tokens: mended };
}

/** "Settlers in Karsa set fire to offices, residents said", read as if both had said it: what the first did is what is said. */
function saidBehind(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  for (const subject of tokens) {
    const over = tokens[subject.head];
    if (subject.deprel !== 'nsubj' || !over || over.index < subject.index || !isNominal(subject)) continue;
    const behind = (t: Token) => t.index > subject.index && t.head === over.index;
    if (!tokens.some((t) => behind(t) && t.deprel === 'nsubj')) continue;
    const verb = tokens.find((t) => t.head === subject.index && isMainVerb(t, subject, tokens));
    if (!verb || !tokens.slice(verb.index, over.index).some(({ form }) => form === ',')) continue;
    const mended = tokens.map((token) => ({ ...token }));
    Object.assign(mended[verb.index]!, { head: over.index, deprel: 'ccomp', xpos: 'VBD' });
    Object.assign(mended[subject.index]!, { head: verb.index, deprel: 'nsubj' });
    for (const token of mended)
      if (token.head === subject.index && token.index > verb.index) token.head = verb.index;
    return { ...sentence, tokens: mended };
  }
  return sentence;
}

/**
 * "In support of the army, the coalition in the last day conducted ten strikes", read as a phrase with another beside it: the
 * second is the subject.
 */
function behindFront(sentence: Sentence, root: Token): Sentence {
  const { tokens } = sentence;
  const front = tokens.some((t) => t.head === root.index && t.deprel === 'case' && t.index < root.index);
  const subject = tokens.find((t) => t.head === root.index && t.deprel === 'appos' && t.index > root.index);
  if (!front || !subject) return sentence;
  const onSubject = (t: Token | undefined): boolean =>
    t === subject || (t?.deprel === 'nmod' && t.head === subject.index);
  const verb = tokens.find((t) => onSubject(tokens[t.head]) && isMainVerb(t, subject, tokens));
  if (!verb) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  const [main, before, who] = [mended[verb.index]!, mended[root.index]!, mended[subject.index]!];
  Object.assign(main, { head: -1, deprel: before.deprel, xpos: 'VBD' });
  Object.assign(before, { head: main.index, deprel: 'obl' });
  Object.assign(who, { head: main.index, deprel: 'nsubj' });
  for (const token of mended)
    if ((token.head === before.index || onSubject(tokens[token.head])) && token.index > main.index)
      token.head = main.index;
  return { ...sentence, tokens: mended };
}

const isNominal = (token: Token) => token.upos === 'NOUN' || token.upos === 'PROPN';
const HAS_VERB = /^(?:cop|nsubj|csubj|aux)/;

/** "Exercise Lion 16 will consist of …": a finite verb without a subject, right behind the phrase it was set beside. */
function isSetBeside(token: Token, root: Token, tokens: readonly Token[]): boolean {
  if (token.upos !== 'VERB' || token.index < root.index) return false;
  const own = tokens.filter((t) => t.head === token.index);
  const first = own.find((t) => t.deprel === 'aux' || t.deprel === 'aux:pass') ?? token;
  const finite = first !== token ? /^(?:MD|VB[DZP])$/.test(first.xpos) : /^VB[DZ]$/.test(token.xpos);
  const before = tokens[first.index - 1];
  return (
    finite && before?.upos !== 'PUNCT' && !own.some((t) => /^(?:c?subj|nsubj|csubj|mark|cc)/.test(t.deprel))
  );
}

function isMainVerb(token: Token, root: Token, tokens: readonly Token[]): boolean {
  if (token.deprel !== 'acl' || !/^VB[ND]$/.test(token.xpos) || token.index < root.index) return false;
  const own = tokens.filter((t) => t.head === token.index);
  return (
    !TWO_OBJECTS.test(token.lemma) &&
    own.some((t) => t.deprel === 'obj' && isNominal(t) && t.index > token.index) &&
    !own.some((t) => /^(?:aux|nsubj|mark)/.test(t.deprel))
  );
}
