/**
 * Little words that go with the verb before them: "handed over the town" hands no town "over", and in "were trailing behind while
 * being forced" only "while" leads to what follows. The sentence given stays as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';
import { relation } from './tree.ts';

/** Verbs with a particle that takes an object; with any other word behind them the particle is a preposition. */
const PHRASAL =
  /^(?:hand|take|turn|give|sign) over$|^(?:shoot|gun|mow|burn|tear|pull) down$|^(?:blow|round|set|break) up$|^(?:set|fight|seal|cut) off$|^(?:drive|push|beat|hold) back$|^(?:carry|wipe|drive|force) out$/;

const LEADS = /^(?:after|before|when|while|because|until|although|though|whereas|once)$/i;
const PLACES = /^(?:behind|ahead|along|away|around|inside|outside|nearby)$/i;

export function mendParticles(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const parts = tokens.filter((t) => isParticle(t, tokens));
  const astray = tokens.filter((t) => isAstray(t, tokens));
  if (parts.length === 0 && astray.length === 0) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  for (const { index } of parts) {
    const verb = mended[index - 1]!;
    const thing = mended[mended[index]!.head]!;
    if (relation(thing) === 'obl') thing.deprel = 'obj';
    // "handed over the town to the army": the army is who gets it.
    const to = mended.find((t) => t.deprel === 'case' && t.form === 'to' && t.index > thing.index);
    const taker = to && mended[to.head];
    if (taker?.head === thing.index && taker.deprel === 'nmod')
      Object.assign(taker, { head: verb.index, deprel: 'obl' });
    Object.assign(mended[index]!, { head: verb.index, deprel: 'compound:prt', upos: 'ADP', xpos: 'RP' });
  }
  for (const { index } of astray) Object.assign(mended[index]!, { head: index - 1, deprel: 'advmod' });
  return { ...sentence, tokens: mended };
}

/** "over" right behind "handed", hung on what was handed over. */
function isParticle(token: Token, tokens: readonly Token[]): boolean {
  const verb = tokens[token.index - 1];
  const thing = tokens[token.head];
  return (
    token.deprel === 'case' &&
    verb?.upos === 'VERB' &&
    PHRASAL.test(`${verb.lemma} ${token.form.toLowerCase()}`) &&
    thing !== undefined &&
    thing.index > token.index &&
    thing.head === verb.index &&
    /^ob[lj]$/.test(relation(thing)) &&
    !tokens.some((t) => t.head === verb.index && t.deprel === 'obj' && t !== thing)
  );
}

/** Two words that lead to one clause, the first of which says where. */
function isAstray(token: Token, tokens: readonly Token[]): boolean {
  const next = tokens[token.index + 1];
  return (
    token.deprel === 'mark' &&
    PLACES.test(token.form) &&
    next?.deprel === 'mark' &&
    next.head === token.head &&
    LEADS.test(next.form) &&
    tokens[token.index - 1]?.upos === 'VERB'
  );
}
