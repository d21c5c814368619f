/**
 * "rocket propelled grenade fire", read as if a rocket propelled something: the three words are one weapon. The sentence given stays
 * as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';

export function mendWeaponNames(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const found = tokens.filter((t) => isPropelled(t, tokens));
  if (found.length === 0) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  for (const { index } of found) {
    const [word, grenade] = [mended[index]!, mended[index + 1]!];
    const over = mended[grenade.head];
    // "grenade fire": what the grenade is a part of stands for it.
    const noun = over && over.index > grenade.index && grenade.deprel === 'compound' ? over : grenade;
    const { head, deprel } = word;
    const cc = mended.find((t) => t.head === index && t.deprel === 'cc');
    const before = cc && mended[cc.index - 1];
    const joins = before && /^(?:NOUN|PROPN)$/.test(before.upos);
    Object.assign(noun, joins ? { head: before.index, deprel: 'conj' } : { head, deprel });
    for (const token of mended) if (token.head === index && token !== noun) token.head = noun.index;
    Object.assign(mended[index - 1]!, { head: grenade.index, deprel: 'compound' });
    Object.assign(word, { head: grenade.index, deprel: 'amod', upos: 'ADJ', xpos: 'JJ' });
  }
  return { ...sentence, tokens: mended };
}

const isPropelled = (token: Token, tokens: readonly Token[]): boolean =>
  /^propelled$/i.test(token.form) &&
  token.upos === 'VERB' &&
  /^rocket$/i.test(tokens[token.index - 1]?.form ?? '') &&
  /^grenades?$/i.test(tokens[token.index + 1]?.form ?? '') &&
  token.deprel !== 'amod';
