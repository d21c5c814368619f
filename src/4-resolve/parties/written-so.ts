/** Whether words of the text are written as a name of the dictionary asks: its capitals are part of a name. */
import type { Expanded } from './phrase-index.ts';
import type { Surface } from './types.ts';
import { CAPITAL, CAPITALS, cutWords, LOWER, SPACE, type Words } from './words.ts';

/** What a word of the text must look like. */
type Ask = 'any' | 'capital' | 'capitals' | { exactly: string };

/** A surface made ready: what each of its words must look like. */
export interface Phrase {
  surface: Surface;
  asks: readonly Ask[];
}

/** Abbreviations of so many letters are also written as names ("Isis", "Nato"); shorter ones never are ("Us"). */
const SHORTEST_TITLED_ABBREVIATION = 4;
/** Words of a name that text may write small: "Movement For Democracy", "al-Nusra". */
const SMALL_WORDS = new Set([
  'al',
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'de',
  'del',
  'la',
  'le',
  'les',
  'des',
  'du',
  'e',
  'y',
]);

function askOf(word: string, folded: string, shape: number, exactCase: boolean, strict: boolean): Ask {
  if (shape === LOWER || (SMALL_WORDS.has(folded) && !strict)) return 'any';
  if (exactCase && shape === CAPITAL && word !== word[0] + word.slice(1).toLowerCase())
    return { exactly: word };
  if (shape === CAPITAL) return 'capital';
  return exactCase || word.length < SHORTEST_TITLED_ABBREVIATION ? 'capitals' : 'capital';
}

/**
 * Cuts a name as text is cut. A possessive within it ("People's") gives a second phrase without the apostrophe
 * ("Peoples"). A name with no words (or too many) gives none.
 */
export function phrasesOf(surface: Surface): Expanded<Phrase>[] {
  const cut = cutWords(surface.text);
  if (cut.folded.length === 0 || cut.folded.length > 12) return [];
  // "The Nation" is a paper, "the Nation" mostly none.
  const strict = surface.exactCase || surface.doubts.includes('word');
  const asks = cut.folded.map((folded, i) =>
    askOf(
      surface.text.slice(cut.starts[i], cut.ends[i]).replace(/\./g, ''),
      folded,
      cut.shape[i]!,
      surface.exactCase,
      strict,
    ),
  );
  const value: Phrase = { surface, asks };
  const phrases = [{ words: cut.folded, value }];
  if (cut.possessive.some((owns, i) => owns && !cut.folded[i]!.endsWith('s'))) {
    const words = cut.folded.map((folded, i) =>
      cut.possessive[i] && !folded.endsWith('s') ? folded + 's' : folded,
    );
    phrases.push({ words, value });
  }
  return phrases;
}

/** Whether the text's words from `from` are written as the phrase asks. */
export function isWrittenSo(phrase: Phrase, text: string, words: Words, from: number): boolean {
  const count = phrase.asks.length;
  if (phrase.surface.doubts.includes('word') && !leansOnCase(phrase) && isPartOfLongerName(words, from, from + count)) return false;
  for (let i = 0; i < count; i++) {
    const shape = words.shape[from + i]!;
    const ask = phrase.asks[i]!;
    if (typeof ask === 'object' && text.slice(words.starts[from + i], words.ends[from + i]) !== ask.exactly)
      return false;
    if (ask === 'capital' && shape === LOWER) return false;
    if (ask === 'capitals' && shape !== CAPITALS) return false;
  }
  return true;
}

/** A common word as a name ("The Nation", "Independent") is none where the next word is a name's too. */
function isPartOfLongerName(words: Words, from: number, to: number): boolean {
  const goesOn = to < words.shape.length && words.gap[to] === SPACE && words.shape[to] === CAPITAL;
  return goesOn && words.shape[from] === CAPITAL && !words.possessive[to - 1];
}

/** Whether capitals tell the name from a common word ("US", "IS"). */
export function leansOnCase(phrase: Phrase): boolean {
  return phrase.surface.exactCase && phrase.asks.includes('capitals');
}
