/** Lines written in capitals throughout, where the capitals of "US" or "WHO" tell nothing. */
import { CAPITALS, LOWER, type Words } from './words.ts';

const FEWEST_WORDS = 4;
const SHARE = 0.8;

/** For each word, whether its line is written in capitals. */
export function inCapitalLine(text: string, words: Words): Uint8Array {
  const inLine = new Uint8Array(words.starts.length);
  let first = 0;
  for (let i = 1; i <= inLine.length; i++) {
    const atEnd = i === inLine.length;
    if (!atEnd && !text.slice(words.ends[i - 1], words.starts[i]).includes('\n')) continue;
    let capitals = 0;
    let others = 0;
    for (let j = first; j < i; j++) {
      const length = words.ends[j]! - words.starts[j]!;
      if (length < 2 || (words.shape[j] === LOWER && /^\p{N}/u.test(text[words.starts[j]!]!))) continue;
      if (words.shape[j] === CAPITALS) capitals++;
      else others++;
    }
    if (capitals >= FEWEST_WORDS && capitals >= SHARE * (capitals + others)) inLine.fill(1, first, i);
    first = i;
  }
  return inLine;
}
