/** Numbers in figures and words: "1,200", "two hundred and five", "dozens", "several hundred". */
import type { Token } from '../language/parsed-text.ts';

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

export interface Bare {
  value: number;
  high?: number;
  vague: boolean;
  next: number;
  /** "half of", "a third of". */
  share?: boolean;
}

/** Before a scale these give only its order: "several hundred", "a few dozen". */
const FEW = new Set(['several', 'few', 'many', 'a']);
const FRACTIONS = /^(?:half|third|thirds|quarter|quarters|majority|most|percent)$/;

export const lower = (token: Token | undefined) => token?.form.toLowerCase() ?? '';

/** The count that begins at token i, without the words around it. */
export function bareNumber(tokens: readonly Token[], i: number): Bare | null {
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
  if (FEW.has(word)) {
    const at = word === 'a' ? i + 2 : i + 1;
    const scale = SCALES[lower(tokens[at]).replace(/s$/, '')];
    if (word === 'a' && lower(tokens[i + 1]) !== 'few' && lower(tokens[i + 1]) !== 'couple') {
      // "a dozen" is read below.
    } else if (scale !== undefined) return { value: scale, vague: true, next: at + 1 };
    else if (lower(tokens[i + 1]) === 'couple') return { value: 2, vague: false, next: i + 2 };
    if (word !== 'a') return null;
  }
  if (word === 'both' && tokens[i + 1]?.upos === 'NOUN') return { value: 2, vague: false, next: i + 1 };
  if (FRACTIONS.test(word) && ['of', 'the', '-'].includes(lower(tokens[i + 1])))
    return { value: 0, vague: false, next: i + 1, share: true };
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
