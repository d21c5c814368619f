/** Whether the words around a time speak of what is to come or of what has been. */
import type { Sentence, Token } from '../../3-read/language/parsed-text.ts';
import type { TimeWords } from './time-words.ts';

export interface Tense {
  tense: 'future' | 'past' | null;
  /** The verb stands within three words before the time. */
  near: boolean;
}

const NO_TENSE: Tense = { tense: null, near: false };
/** Words between a verb and a time that it is right before. */
const RIGHT_BEFORE = 3;

/** Characters looked at on either side. */
const BEFORE = 90;
const AFTER = 70;
/** Words before a time within which "until", "by" belong to it. */
const NEAR = 4;

function isPast(token: Token, words: TimeWords): boolean {
  if (token.xpos === 'VBD') return true;
  if (token.xpos !== '' && token.xpos !== '_' && !token.xpos.startsWith('V')) return false;
  const form = token.form.toLowerCase();
  return words.past.has(form) || (!/ADJ|PROPN/.test(token.upos) && /[a-z]{2}ed$/.test(form));
}

/** Words of the sentence within a stretch; found by halving, as a sentence may be endless. */
function wordsIn({ tokens }: Sentence, from: number, to: number): Token[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  const found: Token[] = [];
  while (low < tokens.length && tokens[low]!.end <= to) found.push(tokens[low++]!);
  return found;
}

const OWN = /^(?:on|in|at|during|since)$/i;
const BOUNDARY = /^(?:[;:)"“”`]|''|``)$/;

/** The tense the nearest verb gives a time at `start` to `end`; null when none is near. */
export function tenseAround(
  sentence: Sentence,
  text: string,
  start: number,
  end: number,
  words: TimeWords,
): Tense {
  const before = wordsIn(sentence, Math.max(sentence.start, start - BEFORE), start);
  const after = wordsIn(sentence, end, Math.min(sentence.end, end + AFTER));
  // "Wednesday's ruling" is past whatever will be done about it.
  const possessive = /^['’]s\b/.test(text.slice(end, end + 3));
  let commas = 0;
  for (let i = before.length - 1; i >= 0 && !possessive; i--) {
    const token = before[i]!;
    if (BOUNDARY.test(token.form)) break;
    if (token.form === ',' && ++commas > 2) break;
    // "by warplanes on Monday": the time hangs on a word of its own.
    const near =
      before.length - i <= NEAR &&
      marks(words.futureNear, text, token) &&
      !before.slice(i + 1).some(({ form }) => OWN.test(form));
    if (near || marks(words.future, text, token)) {
      const past = wasFuture(before, i) || /^ ?,? \w+ had /.test(text.slice(end, end + 20));
      return { tense: past ? 'past' : 'future', near: false };
    }
    if (isPast(token, words) && !governedByFuture(text, before, i, words)) {
      const between = before.slice(i + 1).map(({ form }) => form.toLowerCase());
      const near = between.length <= RIGHT_BEFORE && !between.includes('to') && !between.includes(',');
      return { tense: 'past', near };
    }
  }
  if (possessive) return NO_TENSE;
  for (const [i, token] of after.entries()) {
    if (BOUNDARY.test(token.form) || (token.form === ',' && i > 0)) break;
    if (marks(words.future, text, token)) return { tense: 'future', near: false };
    if (isPast(token, words)) return { tense: 'past', near: false };
  }
  return NO_TENSE;
}

/** "had been scheduled for", "was due on", "previously planned", "had filed by": what was to come is past by now. */
function wasFuture(tokens: readonly Token[], at: number): boolean {
  if (/^(?:planning|going|aims|hopes)$/i.test(tokens[at]!.form)) return false;
  return tokens
    .slice(Math.max(0, at - 6), at)
    .some(
      (token, i, near) =>
        /^(?:had|previously)$/i.test(token.form) ||
        (/^(?:was|were)$/i.test(token.form) && i >= near.length - 2),
    );
}

/** Whether a marker begins at this word. */
function marks(pattern: RegExp, text: string, token: Token): boolean {
  const from = Math.max(0, token.start - 1);
  pattern.lastIndex = token.start - from;
  const match = pattern.exec(text.slice(from, token.start + 14));
  return match !== null && match.index === token.start - from && match[0].length >= token.end - token.start;
}

/** "will be held", "to be released": the participle is of the future before it. */
function governedByFuture(text: string, tokens: readonly Token[], at: number, words: TimeWords): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) if (marks(words.future, text, tokens[i]!)) return true;
  return false;
}
