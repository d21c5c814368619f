/** Counts as worded: "at least 43", "up to 80", "between 38 and 67", "dozens", "more than a hundred". */
import type { Token } from '../language/parsed-text.ts';

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

const UNITS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  dozen: 12,
  score: 20,
};
/** Plural scales without a figure before them: the least they can mean, and only about that. */
const VAGUE: Record<string, number> = {
  tens: 20,
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1000,
  millions: 1e6,
};

interface Bare {
  value: number;
  high?: number;
  vague: boolean;
  next: number;
}

const lower = (token: Token | undefined) => token?.form.toLowerCase() ?? '';

/** The count that begins at token i, without the words around it. */
function bareNumber(tokens: readonly Token[], i: number): Bare | null {
  const word = lower(tokens[i]);
  if (VAGUE[word] !== undefined) {
    let value = VAGUE[word]!;
    let next = i + 1;
    // "tens of thousands": the least is ten thousand.
    if (lower(tokens[next]) === 'of' && VAGUE[lower(tokens[next + 1])] !== undefined) {
      value = (word === 'tens' ? 10 : value) * VAGUE[lower(tokens[next + 1])]!;
      next += 2;
    }
    return { value, vague: true, next };
  }
  const figure = digits(tokens[i]?.form ?? '');
  let total = 0;
  let group = 0;
  let at = i;
  let seen = false;
  if (figure !== null) {
    group = figure;
    at++;
    seen = true;
  } else if (word === 'a' || word === 'half') {
    const scale = lower(tokens[i + 1]) === 'a' ? lower(tokens[i + 2]) : lower(tokens[i + 1]);
    const skip = lower(tokens[i + 1]) === 'a' ? 2 : 1;
    if (SCALES[scale] === undefined) return null;
    group = (word === 'half' ? 0.5 : 1) * SCALES[scale]!;
    return { value: group, vague: false, next: i + skip + 1 };
  }
  for (; at < tokens.length; at++) {
    const w = lower(tokens[at]);
    if (UNITS[w] !== undefined && !(seen && figure !== null)) {
      group += UNITS[w]!;
      seen = true;
    } else if (seen && SCALES[w] !== undefined) {
      if (w === 'hundred' || w === 'dozen' || w === 'score') group *= SCALES[w]!;
      else {
        total += group * SCALES[w]!;
        group = 0;
      }
    } else if (
      seen &&
      (w === '-' || w === 'and') &&
      UNITS[lower(tokens[at + 1])] !== undefined &&
      group % 10 === 0 &&
      group > 0
    ) {
      if (w === 'and' && group < 100) break;
    } else break;
  }
  if (!seen) return null;
  return { value: Math.round(total + group), vague: false, next: at };
}

/** "1,200", "1.5", "12": a figure; not a date, time or ordinal. */
function digits(form: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+$/.test(form)) return Number(form.replaceAll(',', ''));
  if (/^\d+(?:\.\d+)?$/.test(form)) return Number(form);
  return null;
}

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

/** The first count in tokens[from, to), or null. A determiner alone is not one: see `single`. */
export function findQuantity(tokens: readonly Token[], from: number, to: number): Quantity | null {
  for (let i = from; i < to; i++) {
    const bare = bareNumber(tokens, i);
    if (!bare || isNoCount(tokens, i, bare.next)) continue;
    const range = rangeFrom(tokens, i, bare, to);
    if (range) return range;
    const modifier = BEFORE.find(({ words }) =>
      words.every((w, k) => lower(tokens[i - words.length + k]) === w),
    );
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

const MONTHS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Dates, times, years, ages, distances, ordinals of units and money are no counts of what follows. */
function isNoCount(tokens: readonly Token[], i: number, next: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[next];
  const word = lower(after);
  if (before && MONTHS.test(before.form) && before.upos === 'PROPN') return true;
  if (after && MONTHS.test(after.form) && after.upos === 'PROPN') return true;
  if (/[$£€]/.test(before?.form ?? '')) return true;
  if (
    /^(?:1[89]|20)\d\d$/.test(tokens[i]?.form ?? '') &&
    (before?.upos === 'ADP' || before?.form === ',' || !after || after.upos !== 'NOUN')
  ) {
    return true;
  }
  return /^(?:a\.m\.|p\.m\.|am|pm|o'clock|km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|ft|years?|days?|weeks?|months?|hours?|minutes?|th|st|nd|rd|degrees?)$/.test(
    word,
  );
}

/** "a", "an", "one": one; also a singular noun with a determiner. Numbers stand elsewhere. */
export function isSingular(head: Token, determiners: readonly Token[]): boolean {
  if (head.xpos === 'NNS' || head.xpos === 'NNPS') return false;
  if (head.upos === 'PRON')
    return ['he', 'she', 'him', 'her', 'himself', 'herself', 'me', 'i'].includes(lower(head));
  if (head.upos === 'PROPN') return true;
  return determiners.some(
    (d) =>
      /^(?:a|an|the|this|that|another|each|his|her|their|its|our|my)$/.test(lower(d)) ||
      d.deprel === 'nmod:poss',
  );
}
