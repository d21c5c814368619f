/** Counts as worded: "at least 43", "up to 80", "between 38 and 67", "dozens", "more than a hundred". */
import type { Token } from '../language/parsed-text.ts';
import { isMonth } from '../syntax/time-nouns.ts';
import { type Bare, bareNumber, lower } from './numbers.ts';

/** A count with its bounds; a bound that the words do not give is null. Token indices within the sentence, inclusive. */
export interface Quantity {
  low: number | null;
  high: number | null;
  approximate: boolean;
  first: number;
  last: number;
  /** "twice as many", "30 percent": a share is no count. */
  share: boolean;
}

/** Verbs of a count that changed: what counts is where it came to. */
const CHANGES =
  /^(?:rise|rises|rose|risen|climb|climbs|climbed|increase|increased|jump|jumped|grow|grew|grown|go|went|gone|fall|fell|fallen|drop|dropped|revise|revised|reduce|reduced|raise|raised|lower|lowered|soar|soared|surge|surged|swell|swelled)$/;

interface Modifier {
  words: string[];
  apply: (n: Bare) => Pick<Quantity, 'low' | 'high' | 'approximate'>;
}

const exact = (n: Bare) => ({
  low: n.value,
  high: n.vague ? null : (n.high ?? n.value),
  approximate: n.vague,
});
const atLeast = (n: Bare) => ({ low: n.value, high: null, approximate: n.vague });
const above = (n: Bare) => ({ low: n.vague ? n.value : n.value + 1, high: null, approximate: n.vague });
const upTo = (n: Bare) => ({ low: null, high: n.value, approximate: n.vague });
const below = (n: Bare) => ({ low: null, high: n.value - 1, approximate: n.vague });
const about = (n: Bare) => ({ low: n.value, high: n.vague ? null : n.value, approximate: true });

/** Words before a number, longest first. */
const BEFORE: Modifier[] = (
  [
    ['no fewer than', atLeast],
    ['not less than', atLeast],
    ['no less than', atLeast],
    ['a minimum of', atLeast],
    ['at the least', atLeast],
    ['at least', atLeast],
    ['minimum', atLeast],
    ['no more than', upTo],
    ['not more than', upTo],
    ['a maximum of', upTo],
    ['as many as', upTo],
    ['as much as', upTo],
    ['as few as', atLeast],
    ['at most', upTo],
    ['up to', upTo],
    ['fewer than', below],
    ['less than', below],
    ['under', below],
    ['below', below],
    ['upwards of', above],
    ['in excess of', above],
    ['more than', above],
    ['well over', above],
    ['greater than', above],
    ['over', above],
    ['above', above],
    ['exceeding', above],
    ['an estimated', about],
    ['a total of some', about],
    ['estimated', about],
    ['close to', about],
    ['approximately', about],
    ['roughly', about],
    ['nearly', about],
    ['almost', about],
    ['around', about],
    ['about', about],
    ['circa', about],
    ['some', about],
    ['exactly', exact],
    ['precisely', exact],
  ] as [string, Modifier['apply']][]
).map(([words, apply]) => ({ words: words.split(' '), apply }));

/** The first so many modifiers bound a count even where another word stands between. */
const SURE = BEFORE.findIndex(({ words }) => words.join(' ') === 'fewer than');

/** The first count in tokens[from, to), or null. A determiner alone is not one: see `single`. */
export function findQuantity(tokens: readonly Token[], from: number, to: number): Quantity | null {
  for (let i = from; i < to; i++) {
    const bare = bareNumber(tokens, i);
    if (!bare || isNoCount(tokens, i, bare.next)) continue;
    if (bare.share) return { low: null, high: null, approximate: false, first: i, last: i, share: true };
    const changed = changedTo(tokens, i, bare);
    if (changed !== null) {
      i = changed - 1;
      continue;
    }
    const range = rangeFrom(tokens, i, bare, to);
    if (range) return range;
    const modifier = modifierBefore(tokens, i);
    const { low, high, approximate } = (modifier?.apply ?? exact)(bare);
    let last = bare.next - 1;
    let open = { low, high, approximate };
    if (lower(tokens[last + 1]) === 'or' && lower(tokens[last + 2]) === 'more') {
      open = { low: bare.value, high: null, approximate };
      last += 2;
    } else if (lower(tokens[last + 1]) === 'or' && lower(tokens[last + 2]) === 'so') {
      open = { low: bare.value, high: bare.value, approximate: true };
      last += 2;
    } else if (tokens[last + 1]?.form === '+') {
      open = { low: bare.value, high: null, approximate };
      last += 1;
    }
    const share = /^(?:%|percent|per)$/.test(lower(tokens[last + 1]));
    return { ...open, first: i - (modifier?.words.length ?? 0), last, share };
  }
  return null;
}

/** The words before a count that bound it; "the", "another" and "a total of" may stand between. */
function modifierBefore(tokens: readonly Token[], i: number): Modifier | undefined {
  let at = i;
  if (lower(tokens[at - 1]) === 'of' && lower(tokens[at - 2]) === 'total')
    at -= lower(tokens[at - 3]) === 'a' ? 3 : 2;
  else if (/^(?:the|another|an|additional|other)$/.test(lower(tokens[at - 1])) && at > 1) at -= 1;
  const find = (end: number) =>
    BEFORE.find(({ words }) => words.every((w, k) => lower(tokens[end - words.length + k]) === w));
  const near = find(i);
  // "over the two weeks", "about the 12": only what bounds a count for sure reaches across a word.
  return (
    near ??
    (at < i
      ? BEFORE.slice(0, SURE).find(({ words }) =>
          words.every((w, k) => lower(tokens[at - words.length + k]) === w),
        )
      : undefined)
  );
}

/** "rose from 31 to 43": where the count it came to begins; null elsewhere. */
function changedTo(tokens: readonly Token[], i: number, bare: Bare): number | null {
  if (lower(tokens[i - 1]) !== 'from' || lower(tokens[bare.next]) !== 'to') return null;
  const before = [tokens[i - 2], tokens[i - 3], tokens[i - 4]];
  return before.some((t) => CHANGES.test(lower(t))) ? bare.next + 1 : null;
}

/** "between 38 and 67", "38 to 67", "38-67". */
function rangeFrom(tokens: readonly Token[], i: number, bare: Bare, to: number): Quantity | null {
  const joint = lower(tokens[bare.next]);
  const between = lower(tokens[i - 1]) === 'between';
  const from = lower(tokens[i - 1]) === 'from';
  if (!(['to', '-', '–', '—', 'or'].includes(joint) || (between && joint === 'and')) || bare.vague)
    return null;
  const second = bareNumber(tokens, bare.next + 1);
  if (!second || second.next > to || second.vague || second.value <= bare.value) return null;
  // "20-year-old" and "4-2" of a score are no ranges: a count of things follows.
  if (['-', 'year', 'old'].includes(lower(tokens[second.next]))) return null;
  return {
    low: bare.value,
    high: second.value,
    approximate: false,
    first: between || from ? i - 1 : i,
    last: second.next - 1,
    share: /^(?:%|percent|per)$/.test(lower(tokens[second.next])),
  };
}

/** Dates, times, years, ages, distances, ordinals of units and money are no counts of what follows. */
function isNoCount(tokens: readonly Token[], i: number, next: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[next];
  const word = lower(after);
  if (before && isMonth(before.form) && before.upos === 'PROPN') return true;
  if (after && isMonth(after.form) && after.upos === 'PROPN') return true;
  if (/[$£€]/.test(before?.form ?? '')) return true;
  if (
    /^(?:1[89]|20)\d\d$/.test(tokens[i]?.form ?? '') &&
    (before?.upos === 'ADP' || before?.form === ',' || !after || after.upos !== 'NOUN')
  ) {
    return true;
  }
  if (
    word === '-' &&
    /^(?:year|month|week|day|hour|minute|km|kilomet|mile|met|foot|inch|mm|caliber|calibre|ton|storey|story|point|strong|nation|member|man|hour|old|page|seat|lane|wheel)/.test(
      lower(tokens[next + 1]),
    )
  )
    return true;
  return /^(?:a\.m\.|p\.m\.|am|pm|o'clock|km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|ft|years?|days?|weeks?|months?|hours?|minutes?|th|st|nd|rd|degrees?)$/.test(
    word,
  );
}

const ONE_IN_PLURAL = /^(?:headquarters|barracks|works|premises)$/i;

/** "a", "an", "one": one; also a singular noun with a determiner. Numbers stand elsewhere. */
export function isSingular(head: Token, determiners: readonly Token[]): boolean {
  if ((head.xpos === 'NNS' || head.xpos === 'NNPS') && !ONE_IN_PLURAL.test(head.form)) return false;
  if (head.upos === 'PRON')
    return ['he', 'she', 'him', 'her', 'himself', 'herself', 'me', 'i'].includes(lower(head));
  if (head.upos === 'PROPN') return true;
  // "the wounded", "the dead": how many is not said.
  if (head.upos === 'ADJ' || head.xpos === 'VBN') return false;
  return determiners.some(
    (d) =>
      /^(?:a|an|the|this|that|another|each|his|her|their|its|our|my)$/.test(lower(d)) ||
      d.deprel === 'nmod:poss',
  );
}
