/** Which language a text is in. English unless another is identified with confidence on enough letters. */
import { eld } from 'eld/small';

export interface IdentifiedLanguage {
  /** ISO 639-1. */
  language: string;
  /** Whether it is surely not English, so that the text must be left unread. */
  another: boolean;
}

/** Fewer letters than this say too little (docs/reading.md). */
const MIN_LETTERS = 200;
/** So many letters of another script are no English, however short the text. */
const MIN_FOREIGN = 20;
/** The detector looks at 1,000 characters; a longer text is looked at in three places, so that a quotation decides nothing. */
const WINDOW = 1_000;

/** Languages the detector does not tell from the one it names: there, what a page declares decides. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  hr: ['bs', 'sr'],
  ms: ['id'],
  no: ['nb', 'nn'],
  sr: ['bs', 'hr'],
};

/**
 * @param text the report without its furniture
 * @param declared primary subtag a page declares, if any; pages in other languages often keep a template's `en`, so it
 *   is not believed beyond NEAR
 */
export function identifyLanguage(text: string, declared: string | null = null): IdentifiedLanguage {
  const english: IdentifiedLanguage = { language: 'en', another: false };
  if (isForeign(text))
    return { language: eld.detect(text.slice(0, WINDOW)).language || 'und', another: true };
  const windows = windowsOf(text).filter((window) => letters(window) >= MIN_LETTERS);
  if (windows.length === 0) return english;
  const results = windows.map((window) => eld.detect(window));
  const [first] = results;
  const agreed = results.every((result) => result.language === first!.language && result.isReliable());
  if (!agreed || first!.language === 'en' || first!.language === '') return english;
  const { language } = first!;
  const near = declared !== null && NEAR[language]?.includes(declared);
  return { language: near ? declared : language, another: true };
}

function windowsOf(text: string): string[] {
  if (text.length <= 2 * WINDOW) return [text.slice(0, WINDOW)];
  const middle = Math.floor((text.length - WINDOW) / 2);
  return [0, middle, text.length - WINDOW].map((start) => text.slice(start, start + WINDOW));
}

/** Mostly in another script than the Latin one, at its start and as a whole. */
function isForeign(text: string): boolean {
  const latin = (words: string) => words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return [text.slice(0, WINDOW), text].every(
    (words) => letters(words) >= MIN_FOREIGN && 2 * latin(words) < letters(words),
  );
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
