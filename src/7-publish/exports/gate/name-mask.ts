/**
 * Puts █ over the names of private persons in any text, one for each UTF-16 unit, so that every offset stays as it was.
 * Full names go wherever they stand, in any case, with or without accents, run together in handles and file names; a
 * single name (a surname taken up again), in whatever spelling, goes where it is written with a capital letter and is no
 * part of a name that may be told. What reaches one person goes too: mail, handles, telephone numbers.
 */
import { contacts } from './contacts.ts';
import { joinedForms, spellingKey } from './name-forms.ts';
import { NameSet } from './name-set.ts';
import { type NameWord, nameWords } from './name-words.ts';
import type { PersonWords } from './person-words.ts';

const BLACK = '█';
/** Texts whose masked form is kept: outlets, titles and parties come again and again. */
const KEPT = 256;
const LONGEST_KEPT = 300;

export interface MaskContext {
  /** Full names of private persons in other documents. */
  everywhere?: NameSet;
  /** Words that the document has in small letters too: a capital alone makes no other spelling of a name of them. */
  small?: ReadonlySet<string>;
}

export class NameMask {
  readonly #small: ReadonlySet<string>;
  readonly #words: PersonWords | null;
  readonly #full = new NameSet();
  readonly #told: NameSet;
  readonly #everywhere: NameSet;
  readonly #single = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #joined = new Set<string>();
  readonly #kept = new Map<string, string>();

  /**
   * @param names of private persons
   * @param told names that may be told: offices, parties, places, outlets
   * @param words null: covers nothing
   */
  constructor(
    names: Iterable<string>,
    told: Iterable<string>,
    words: PersonWords | null,
    { everywhere = new NameSet(), small = new Set() }: MaskContext = {},
  ) {
    this.#words = words;
    this.#told = new NameSet(told);
    this.#everywhere = everywhere;
    this.#small = small;
    for (const name of names) this.#hide(name);
  }

  #hide(name: string): void {
    const parts = nameWords(name);
    const all = parts.map(({ folded }) => folded);
    if (parts.length > 1) this.#full.add(all);
    for (const form of joinedForms(all)) this.#joined.add(form);
    for (const { start, end, folded, capital } of parts) {
      const isSingle = capital && end - start > (/^\p{ASCII}/u.test(folded) ? 2 : 1) && !/^\d/.test(folded);
      if (!isSingle || this.#words?.noNames.has(name.slice(start, end)) || this.#told.has([folded])) continue;
      this.#single.add(folded);
      const key = spellingKey(folded);
      if (key !== null) this.#keys.add(key);
    }
  }

  /** Covers nothing, whatever the text. */
  get isEmpty(): boolean {
    return this.#words === null;
  }

  /** Whether this is a name that may be told here. */
  mayTell(name: string): boolean {
    const words = nameWords(name);
    return this.#told.covers(name, words).every(Boolean);
  }

  /** The text with every private name covered. */
  text(text: string): string {
    if (this.#words === null || text === '') return text;
    const known = this.#kept.get(text);
    if (known !== undefined) return known;
    const shown = cover(text, [...this.#spans(text, true), ...this.#contacts(text)]);
    if (text.length > LONGEST_KEPT) return shown;
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(text, shown);
    return shown;
  }

  /** Full names alone: for what comes from a gazetteer, where a surname is a town's own name. */
  fullNames(text: string): string {
    return this.#words === null ? text : cover(text, this.#spans(text, false));
  }

  #contacts(text: string): [number, number][] {
    return contacts(text, this.#words!, (handle) => {
      const folded = nameWords(handle).map((word) => word.folded);
      return this.#told.has(folded) || this.#told.hasJoined(folded.join(''));
    });
  }

  #spans(text: string, single: boolean): [number, number][] {
    const words = nameWords(text);
    const spans: [number, number][] = [];
    let told: boolean[] | null = null;
    const isTold = (at: number) => {
      told ??= this.#told.covers(text, words);
      return told[at]!;
    };
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      const full = this.#full.longest(text, words, at);
      const length = full || this.#elsewhere(text, words, at, isTold);
      if (length > 0) {
        spans.push([word.start, words[at + length - 1]!.end]);
        at += length - 1;
      } else if (this.#joined.has(withoutDigits(word.folded))) spans.push([word.start, word.end]);
      else if (single && word.capital && this.#isSingle(word.folded) && !isTold(at))
        spans.push([word.start, word.end]);
    }
    return spans;
  }

  #elsewhere(text: string, words: NameWord[], at: number, isTold: (at: number) => boolean): number {
    const length = this.#everywhere.longest(text, words, at);
    for (let i = 0; i < length; i++) if (isTold(at + i)) return 0;
    return length;
  }

  #isSingle(folded: string): boolean {
    if (this.#single.has(folded)) return true;
    if (this.#keys.size === 0 || this.#told.has([folded]) || this.#small.has(folded)) return false;
    const key = spellingKey(folded);
    return key !== null && this.#keys.has(key);
  }

  /** An address that spells a name, in whatever way, keeps its host only. */
  url(url: string): string {
    if (this.#words === null) return url;
    const words = decoded(url).replace(/[^\p{L}\p{N}]+/gu, ' ');
    const titled = words.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
    if ([words, titled].every((form) => this.#spans(form, true).length === 0)) return url;
    const host = /^[a-z][a-z+.-]*:\/\/[^/?#]*/i.exec(url)?.[0];
    return host && this.#spans(host.replace(/[^\p{L}\p{N}]+/gu, ' '), true).length === 0
      ? `${host}/${BLACK}`
      : BLACK;
  }
}

/** White space stays, so that lines and words keep their places. */
export const blacken = (words: string): string => words.replace(/[^\s]/g, BLACK);

export const isMasked = (text: string | null | undefined): boolean => text?.includes(BLACK) ?? false;

function cover(text: string, spans: [number, number][]): string {
  if (spans.length === 0) return text;
  let [out, at] = ['', 0];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    out += text.slice(at, from) + blacken(text.slice(from, end));
    at = end;
  }
  return out + text.slice(at);
}

const withoutDigits = (folded: string): string => folded.replace(/\d+$/, '');

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
