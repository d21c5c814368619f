/** Finds expressions of time: every rule over every sentence, then the longest of what overlaps. */
import type { ParsedText } from '../../3-read/language/parsed-text.ts';
import { notATime } from './not-times.ts';
import type { TimeRule, TimeWords } from './time-words.ts';
import type { Groups } from './values/context.ts';

export interface FoundTime {
  rule: TimeRule;
  start: number;
  end: number;
  sentence: number;
  groups: Groups;
}

/** A sentence without any of these holds no time: most sentences are left at once. */
const WORTH_A_LOOK =
  /\d|day|night|week|month|year|hour|minute|second|decade|centur|quarter|half|morning|noon|evening|today|yesterday|tomorrow|now|recent|current|present|previous|formerly|lately|soon|future|past|present|moment|daily|annual|january|february|march|april|may|june|july|august|september|october|november|december|jan\b|feb\b|mar\b|apr\b|aug\b|sept?\b|oct\b|nov\b|dec\b|spring|summer|autumn|fall|winter|dawn|dusk|sun|christmas|easter|thanksgiving|halloween|weekend|fortnight|so far|these days|nineteen|two thousand|o['’]clock|mon\.|tues?\.|wed\.|thu|fri\.|sat\./i;

/** All expressions in order, none overlapping another. */
export function findTimes(parsed: ParsedText, words: TimeWords): FoundTime[] {
  const found: FoundTime[] = [];
  parsed.sentences.forEach((sentence, number) => {
    const text = parsed.text.slice(sentence.start, sentence.end);
    if (!WORTH_A_LOOK.test(text)) return;
    const matches: FoundTime[] = [];
    for (const rule of words.rules) {
      for (const match of text.matchAll(rule.pattern)) {
        const start = sentence.start + match.index;
        const end = start + match[0].length;
        const groups: Groups = match.groups ?? {};
        if (end > start && notATime(rule.name, groups, parsed.text, start, end) === null)
          matches.push({ rule, start, end, sentence: number, groups });
      }
    }
    found.push(...longest(matches, sentence.start, text.length));
  });
  return found;
}

/** The longest matches that do not overlap; of two as long, the rule that stands first. */
function longest(matches: FoundTime[], from: number, length: number): FoundTime[] {
  const order = matches.map((match, i) => ({ match, i }));
  order.sort((a, b) => b.match.end - b.match.start - (a.match.end - a.match.start) || a.i - b.i);
  const taken = new Uint8Array(length);
  const kept: FoundTime[] = [];
  for (const { match } of order) {
    // The longest come first: a shorter one that overlaps has an end inside.
    if (taken[match.start - from] === 1 || taken[match.end - 1 - from] === 1) continue;
    taken.fill(1, match.start - from, match.end - from);
    kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}
