/**
 * Puts █ over the names of private persons in any text, one for each UTF-16 unit, so that every offset stays as it was.
 * Full names go wherever they stand, in any case and with or without accents; a single name (a surname taken up again)
 * goes where it is written with a capital letter and is no part of a name that may be told.
 */

const BLACK = '█';
const LETTER = '[\\p{L}\\p{N}]';

export class NameMask {
  readonly #full: RegExp | null;
  readonly #single: RegExp | null;
  readonly #told: RegExp | null;

  /**
   * @param names of private persons
   * @param told names that may be told: offices, parties, places, outlets
   * @param noNames words that no single name is made of: titles, months
   */
  constructor(names: Iterable<string>, told: Iterable<string>, noNames: ReadonlySet<string>) {
    const open = [...new Set([...told].map(foldSame))];
    const own = [...new Set([...names].map((name) => name.trim()))].filter(Boolean);
    const wordsOf = (name: string) => name.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
    const full = own.filter((name) => wordsOf(name).length > 1);
    const openWords = new Set(open.filter((name) => !name.includes(' ')));
    const single = new Set(
      own
        .flatMap((name) => wordsOf(name))
        .filter(
          (word) =>
            [...word].length > 2 &&
            /^\p{Lu}/u.test(word) &&
            !noNames.has(word) &&
            !openWords.has(foldSame(word)),
        ),
    );
    this.#full = alternatives(full, 'giu');
    this.#single = alternatives([...single], 'gu');
    this.#told = single.size > 0 ? alternatives(open, 'giu') : null;
  }

  get isEmpty(): boolean {
    return this.#full === null && this.#single === null;
  }

  /** The text with every private name covered. */
  text(text: string): string {
    return this.#cover(text, true);
  }

  /** Full names alone: for what comes from a gazetteer, where a surname is a town's own name. */
  fullNames(text: string): string {
    return this.#cover(text, false);
  }

  #cover(text: string, single: boolean): string {
    if (this.isEmpty || text === '') return text;
    const folded = foldSame(text);
    const spans: [number, number][] = [];
    if (this.#full) for (const [at, words] of hits(this.#full, folded)) spans.push([at, at + words.length]);
    if (single && this.#single) {
      const kept = this.#told ? [...hits(this.#told, folded)] : [];
      for (const [at, words] of hits(this.#single, folded)) {
        const end = at + words.length;
        if (!kept.some(([start, told]) => start <= at && end <= start + told.length)) spans.push([at, end]);
      }
    }
    return spans.length === 0 ? text : cover(text, spans);
  }

  /** An address that spells a name, in whatever way, keeps its host only. */
  url(url: string): string {
    if (this.isEmpty) return url;
    const words = decoded(url).replace(/[^\p{L}\p{N}]+/gu, ' ');
    const titled = words.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
    if (this.text(words) === words && this.text(titled) === titled) return url;
    const host = /^[a-z][a-z+.-]*:\/\/[^/?#]*/i.exec(url)?.[0];
    return host && this.text(host) === host ? `${host}/${BLACK}` : BLACK;
  }
}

/** White space stays, so that lines and words keep their places. */
export const blacken = (words: string): string => words.replace(/[^\s]/g, BLACK);

export const isMasked = (text: string | null | undefined): boolean => text?.includes(BLACK) ?? false;

function* hits(pattern: RegExp, text: string): Generator<[number, string]> {
  for (const match of text.matchAll(pattern)) yield [match.index, match[0]];
}

function cover(text: string, spans: readonly [number, number][]): string {
  let out = text;
  for (const [start, end] of spans)
    out = out.slice(0, start) + blacken(out.slice(start, end)) + out.slice(end);
  return out;
}

function alternatives(names: readonly string[], flags: string): RegExp | null {
  if (names.length === 0) return null;
  const patterns = [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) =>
      foldSame(name)
        .split(/[\s_-]+/)
        .filter(Boolean)
        .map(wordPattern)
        .join('[\\s_.-]+'),
    );
  return new RegExp(`(?<!${LETTER})(?:${patterns.join('|')})(?!${LETTER})`, flags);
}

/** More of one word than this is no name, and more than a pattern can hold: its beginning stands for it. */
const WORD_MAX = 64;

const wordPattern = (word: string): string =>
  word.slice(0, WORD_MAX).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') + (word.length > WORD_MAX ? '\\S*' : '');

/** Accents off, every unit in its place: "José" matches "Jose". */
function foldSame(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text;
  return text.replace(/\P{ASCII}/gu, (unit) => {
    const base = unit.normalize('NFD')[0]!;
    return base.length === 1 && /[\p{L}]/u.test(base) ? base : unit;
  });
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
