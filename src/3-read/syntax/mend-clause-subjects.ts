/**
 * "won after units of the army eliminated fighters", the units read as part of "won": between the word that opens a clause and its
 * finite verb without a subject, a bare noun is the subject. The sentence given stays as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';

const OPENS = /^(?:after|before|when|while|as|because|since|once|although|though|if|that|until|whereas)$/i;
/** Steps up at most. */
const DEEP = 12;

export function mendClauseSubjects(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const found = tokens.flatMap((verb) => {
    const subject = subjectOf(verb, tokens);
    return subject ? [{ verb: verb.index, subject: subject.index }] : [];
  });
  if (found.length === 0) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  for (const { verb, subject } of found) {
    const passive = tokens.some((t) => t.head === verb && t.deprel === 'aux:pass');
    Object.assign(mended[subject]!, { head: verb, deprel: passive ? 'nsubj:pass' : 'nsubj' });
  }
  return { ...sentence, tokens: mended };
}

function subjectOf(verb: Token, tokens: readonly Token[]): Token | null {
  if (verb.upos !== 'VERB' || !/^(?:advcl|ccomp)$/.test(verb.deprel) || verb.head < 0) return null;
  const own = tokens.filter((t) => t.head === verb.index);
  if (!/^VB[DZP]$/.test(verb.xpos) || own.some((t) => /^(?:nsubj|csubj|expl)/.test(t.deprel))) return null;
  const mark = own.find((t) => t.deprel === 'mark' && t.index < verb.index && OPENS.test(t.form));
  if (!mark) return null;
  const between = tokens.slice(mark.index + 1, verb.index);
  const subject = between.find(
    (t) =>
      t.head === verb.head && /^(?:NOUN|PROPN|NUM)$/.test(t.upos) && /^(?:obl|obj|nmod|dep)/.test(t.deprel),
  );
  if (!subject || tokens.some((t) => t.head === subject.index && t.deprel === 'case')) return null;
  return between.every((t) => isUnder(t, [subject.index, verb.index], tokens)) ? subject : null;
}

function isUnder(token: Token, tops: readonly number[], tokens: readonly Token[]): boolean {
  let at: Token | undefined = token;
  for (let step = 0; at && step < DEEP; step++) {
    if (tops.includes(at.index)) return true;
    at = tokens[at.head];
  }
  return false;
}
