/** Whether words of the text are written as a name of the dictionary asks: its capitals are part of a name. */
import type { Expanded } from './phrase-index.ts';
import type { Surface } from './types.ts';
import { CAPITAL, CAPITALS, cutWords, LOWER, type Words } from './words.ts';

/** What a word of the text must look like. */
type Ask = 'any' | 'capital' | 'capitals';

/** A surface made ready: what each of its words must look like. */
export interface Phrase {
  surface: Surface;
  asks: readonly Ask[];
}

/** Abbreviations of so many letters are also written as names ("Isis", "Nato"); shorter ones never are ("Us"). */
const SHORTEST_TITLED_ABBREVIATION = 4;
/** Words of a name that text may write small: "Movement For Democracy", "al-Nusra". */
const SMALL_WORDS = new Set(['al', 'of', 'the', 'and', 'for', 'in', 'on', 'de', 'del', 'la', 'le', 'les', 'des', 'du', 'e', 'y']);

function askOf(word: string, folded: string, shape: number, exactCase: boolean): Ask {
  if (shape === LOWER || (SMALL_WORDS.has(folded) && !exactCase)) return 'any';
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
  const asks = cut.folded.map((folded, i) =>
    askOf(surface.text.slice(cut.starts[i], cut.ends[i]).replace(/\./g, ''), folded, cut.shape[i]!, surface.exactCase),
  );
  const value: Phrase = { surface, asks };
  const phrases = [{ words: cut.folded, value }];
  if (cut.possessive.some((owns, i) => owns && !cut.folded[i]!.endsWith('s'))) {
    const words = cut.folded.map((folded, i) => (cut.possessive[i] && !folded.endsWith('s') ? folded + 's' : folded));
    phrases.push({ words, value });
  }
  return phrases;
}

/** Whether the text's words from `from` are written as the phrase asks. */
export function isWrittenSo(phrase: Phrase, words: Words, from: number): boolean {
  for (let i = 0; i < phrase.asks.length; i++) {
    const shape = words.shape[from + i]!;
    const ask = phrase.asks[i]!;
    if (ask === 'capital' && shape === LOWER) return false;
    if (ask === 'capitals' && shape !== CAPITALS) return false;
  }
  return true;
}

/** Whether the case of a word decides: in a line of capitals such a match is in doubt ("US", "IS"). */
export function leansOnCase(phrase: Phrase): boolean {
  return phrase.surface.exactCase && phrase.asks.includes('capitals');
}
