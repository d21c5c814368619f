/** Whether the words around a time speak of what is to come or of what has been. */
import type { Sentence, Token } from '../../3-read/language/parsed-text.ts';
import type { TimeWords } from './time-words.ts';

/** Characters looked at on either side. */
const BEFORE = 90;
const AFTER = 70;

function isPast(token: Token, words: TimeWords): boolean {
  if (token.xpos === 'VBD') return true;
  if (token.xpos !== '' && token.xpos !== '_' && token.upos !== 'VERB' && token.upos !== 'AUX') return false;
  const form = token.form.toLowerCase();
  return words.past.has(form) || (token.upos !== 'ADJ' && /[a-z]{2}ed$/.test(form));
}

/** Words of the sentence within a stretch, without quotation marks and brackets between them and the time. */
function wordsIn(sentence: Sentence, from: number, to: number): Token[] {
  return sentence.tokens.filter((token) => token.start >= from && token.end <= to);
}

const BOUNDARY = /^[;:()"“”]$/;

/** The tense the nearest verb gives a time at `start` to `end`; null when none is near. */
export function tenseAround(
  sentence: Sentence,
  text: string,
  start: number,
  end: number,
  words: TimeWords,
): 'future' | 'past' | null {
  const before = wordsIn(sentence, Math.max(sentence.start, start - BEFORE), start);
  const after = wordsIn(sentence, end, Math.min(sentence.end, end + AFTER));
  let distance = 0;
  let commas = 0;
  for (let i = before.length - 1; i >= 0; i--, distance++) {
    const token = before[i]!;
    if (BOUNDARY.test(token.form)) break;
    if (token.form === ',' && ++commas > 1) break;
    if (isFuture(text, token, words)) return 'future';
    if (isPast(token, words) && !governedByFuture(text, before, i, words)) return 'past';
  }
  for (const [i, token] of after.entries()) {
    if (BOUNDARY.test(token.form) || (token.form === ',' && i > 0)) break;
    if (isFuture(text, token, words)) return 'future';
    if (isPast(token, words)) return 'past';
  }
  return null;
}

/** A future marker begins at this word. */
function isFuture(text: string, token: Token, words: TimeWords): boolean {
  words.future.lastIndex = token.start;
  const match = words.future.exec(text.slice(0, token.start + 14));
  return match !== null && match.index === token.start && match.index + match[0].length >= token.end;
}

/** "will be held", "to be released": the participle is of the future before it. */
function governedByFuture(text: string, tokens: readonly Token[], at: number, words: TimeWords): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) if (isFuture(text, tokens[i]!, words)) return true;
  return false;
}
