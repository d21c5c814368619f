/**
 * "accused Iran of organizing attacks", read as if Iran were of attacks, and "accused the rebels of shelling it", as if the rebels were
 * of shelling: what somebody is accused of hangs on the accusing. The sentence given stays as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';

const ACCUSES = /^(?:accuse|suspect)$/;
/** Words looked at behind the accused. */
const FAR = 12;

export function mendAccusations(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const found = tokens.flatMap((verb) => deedOf(verb, tokens) ?? []);
  if (found.length === 0) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  for (const { verb, of, deed } of found) {
    const was = tokens[deed]!;
    const noun = was.deprel === 'amod' || was.deprel === 'compound' ? mended[was.head] : undefined;
    if (noun) {
      Object.assign(noun, { head: deed, deprel: 'obj' });
      Object.assign(mended[deed]!, { upos: 'VERB', xpos: 'VBG' });
    }
    Object.assign(mended[deed]!, { head: verb, deprel: 'advcl' });
    Object.assign(mended[of]!, { head: deed, deprel: 'mark' });
  }
  return { ...sentence, tokens: mended };
}

function deedOf(verb: Token, tokens: readonly Token[]): { verb: number; of: number; deed: number } | null {
  if (!ACCUSES.test(verb.lemma) || verb.upos !== 'VERB') return null;
  const accused = tokens.find((t) => t.head === verb.index && t.deprel === 'obj' && t.index > verb.index);
  if (!accused) return null;
  const of = tokens
    .slice(accused.index + 1, accused.index + FAR)
    .find((t, i, behind) => t.lemma === 'of' && behind.slice(0, i).every(({ form }) => form !== ','));
  const deed = of && tokens[of.index + 1];
  if (deed?.xpos !== 'VBG' || deed.index <= accused.index) return null;
  // "of shelling it": told of the accused; "of organizing attacks": told of the attacks.
  const ofAccused = deed.deprel === 'acl' && deed.head === accused.index;
  const ofNoun = /^(?:amod|compound)$/.test(deed.deprel) && deed.head > deed.index && of?.head === deed.head;
  return ofAccused || ofNoun ? { verb: verb.index, of: of!.index, deed: deed.index } : null;
}
