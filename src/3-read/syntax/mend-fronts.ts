/**
 * "In Mosul Iraqi troops killed ten", with no comma between, is often read as if the troops were "in": a place at the front is where
 * it happened, and what stands behind its name is the subject. The sentence given stays as it is.
 */
import type { Sentence, Token } from '../language/parsed-text.ts';
import { relation } from './tree.ts';

const IN = /^(?:in|near|at|around|outside|across|inside|throughout)$/i;

export function mendFronts(sentence: Sentence): Sentence {
  const { tokens } = sentence;
  const mark = tokens.find((t) => leadsToSubject(t, tokens));
  if (!mark) return sentence;
  const place = placeBehind(mark, tokens);
  if (!place) return sentence;
  const mended = tokens.map((token) => ({ ...token }));
  const subject = mended[mark.head]!;
  const [head] = place;
  Object.assign(mended[head!.index]!, { head: subject.head, deprel: 'obl' });
  mended[mark.index]!.head = head!.index;
  for (const word of place.slice(1))
    Object.assign(mended[word.index]!, { head: head!.index, deprel: 'flat' });
  return { ...sentence, tokens: mended };
}

/** A preposition of place right at the front of a clause, hung on the clause's own subject. */
function leadsToSubject(mark: Token, tokens: readonly Token[]): boolean {
  const subject = tokens[mark.head];
  const verb = subject && tokens[subject.head];
  const before = tokens[mark.index - 1];
  return (
    mark.deprel === 'case' &&
    IN.test(mark.form) &&
    (before === undefined || before.upos === 'PUNCT' || before.upos === 'CCONJ' || before.upos === 'SCONJ') &&
    subject !== undefined &&
    subject.upos === 'NOUN' &&
    relation(subject).startsWith('nsubj') &&
    subject.index > mark.index &&
    verb?.upos === 'VERB' &&
    verb.index > subject.index
  );
}

/** The words of the place's name: names right behind the preposition, with a description of the subject behind them. */
function placeBehind(mark: Token, tokens: readonly Token[]): Token[] | null {
  const subject = tokens[mark.head]!;
  const name: Token[] = [];
  for (let i = mark.index + 1; i < subject.index; i++) {
    const token = tokens[i]!;
    if (token.upos !== 'PROPN') break;
    name.push(token);
  }
  const next = tokens[mark.index + 1 + name.length];
  // "In Aleppo province rebels …" has the place's own noun behind the name; "In Tikrit University students" may not.
  const described = next !== undefined && (next.upos === 'ADJ' || next.upos === 'NUM' || next.upos === 'DET');
  const actors =
    next !== undefined && next !== subject && /^(?:government|rebel|police|army|coalition)$/.test(next.lemma);
  return name.length > 0 && next && next.index <= subject.index && (described || actors) ? name : null;
}
