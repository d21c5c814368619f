/**
 * Names that stand where a person's does, whether or not the engine saw a person: "Karim Haddad, 34,", "his brother Sherko",
 * "named Thida", "Musa said". Sure ones count whatever else the engine took them for; likely ones only where they are
 * nothing else that the document knows.
 */
import { type NameWord, nameWords } from './name-words.ts';
import type { PersonWords } from './person-words.ts';

export interface PersonLike {
  /** As it stands, without titles. */
  name: string;
  start: number;
  sure: boolean;
}

/** Words of one name. */
const LONGEST = 6;

/** Sorts of words that stand before a name with a capital letter where they begin a sentence. */
const LEADS = ['courtesy', 'offices', 'nouns', 'kin', 'greetings'] as const;

const SOMEBODY = new Set(
  'he she him her them who one man woman people persons victim victims dead'.split(' '),
);

/** In order of the text; names with an office before or after them are left out. */
export function personLike(text: string, words: PersonWords): PersonLike[] {
  const finder = new Finder(text, words);
  return finder.runs().flatMap((run) => finder.judge(run) ?? []);
}

/** Words from `first` to `last`, all of a name or between its parts. */
interface Run {
  first: number;
  last: number;
}

class Finder {
  readonly #text: string;
  readonly #is: PersonWords;
  readonly #words: NameWord[];
  readonly #small: ReadonlySet<string>;

  constructor(text: string, words: PersonWords) {
    this.#text = text;
    this.#is = words;
    this.#words = nameWords(text);
    this.#small = new Set(this.#words.flatMap(({ capital, folded }) => (capital ? [] : [folded])));
  }

  runs(): Run[] {
    const runs: Run[] = [];
    for (let at = 0; at < this.#words.length; at++) {
      if (!this.#isPart(at)) continue;
      let last = at;
      while (last - at < LONGEST) {
        const next = this.#nextPart(last);
        if (next === null) break;
        last = next;
      }
      const first = this.#withoutLead(at, last);
      if (first <= last) runs.push({ first, last });
      at = last;
    }
    return runs;
  }

  judge({ first, last }: Run): PersonLike | null {
    const { start } = this.#words[first]!;
    const name = this.#text.slice(start, this.#words[last]!.end);
    const parts = this.#range(first, last);
    if (/^[\p{Lu}\p{N}.]+$/u.test(name) && name.length < 6) return null;
    const found = (sure: boolean) => ({ name, start, sure });
    if (LEADS.some((sort) => this.#is[sort].has(parts.at(-1)!.folded))) return null;
    const isBody = parts.some(({ folded }) => this.#is.bodies.has(folded)) || this.#isOfBody(first);
    if (this.#isSureBefore(first) || (!isBody && this.#isAged(last))) return found(true);
    if (isBody || parts.some(({ folded }) => this.#is.offices.has(folded))) return null;
    if (this.#inOffice(first, last)) return null;
    const long = parts.filter(({ capital }) => capital).length > 1;
    if (long && this.#is.given.has(parts[0]!.folded)) return found(false);
    const alone = long || !this.#beginsSentence(first) || this.#isOnlyName(parts[0]!.folded);
    return alone && (this.#isLikelyBefore(first) || this.#isLikelyAfter(last, long)) ? found(false) : null;
  }

  /** A word that begins a sentence and is no common word as far as the text shows. */
  #isOnlyName(folded: string): boolean {
    return !folded.endsWith('s') && !this.#small.has(folded) && !this.#is.nobody.has(folded);
  }

  /** "the village of X" */
  #isOfBody(first: number): boolean {
    return this.#folded(first - 1) === 'of' && this.#is.bodies.has(this.#folded(first - 2));
  }

  #isPart(at: number): boolean {
    const word = this.#words[at];
    if (!word?.capital || /^\d/.test(word.folded)) return false;
    return !this.#is.noNames.has(this.#text.slice(word.start, word.end));
  }

  /** The next word of the name, over its small words; null where it ends. */
  #nextPart(at: number): number | null {
    for (let next = at + 1; next <= at + 3; next++) {
      const [before, word] = [this.#words[next - 1]!, this.#words[next]];
      if (!word || before.possessive) return null;
      const between = this.#text.slice(before.end, word.start);
      const initial = before.end - before.start === 1 && /^\. ?$/.test(between);
      if (!/^(?: |\u00a0|-|–)$/.test(between) && !initial) return null;
      if (this.#isPart(next)) return next;
      if (word.capital || !this.#is.particles.has(word.folded)) return null;
    }
    return null;
  }

  /** What stands with a capital for another reason, before the name: a sentence's first word, a title, a calling. */
  #withoutLead(first: number, last: number): number {
    let at = first;
    for (; at <= last; at++) {
      const { folded, capital } = this.#words[at]!;
      const { given } = this.#is;
      const isTitle = LEADS.some((sort) => this.#is[sort].has(folded));
      const isSmall = at === first && this.#beginsSentence(at) && this.#small.has(folded);
      if (capital && !(isTitle || (isSmall && !given.has(folded)))) break;
    }
    return at;
  }

  /** "Dear X", and the name below "Regards," */
  #isGreeted(first: number): boolean {
    return this.#is.greetings.has(this.#folded(first - 1)) && /^[,!.]?\s{1,4}$/.test(this.#gap(first - 1));
  }

  /** "Mr X", "his brother X", "his son, X", "the mother of X", "named X", "34-year-old X". */
  #isSureBefore(first: number): boolean {
    const [before, gap] = [this.#words[first - 1], this.#gap(first - 1)];
    if (!before) return false;
    if (this.#isGreeted(first)) return true;
    const { courtesy, kin, naming } = this.#is;
    const near = /^\.?[ \u00a0]$/.test(gap) && !before.possessive;
    if (near && (courtesy.has(before.folded) || kin.has(before.folded))) return true;
    if (near && naming.has(before.folded)) return this.#isSomebodyNamed(first);
    if (near && before.folded === 'as' && /^(?:identified|known|named)$/.test(this.#folded(first - 2)))
      return this.#isSomebodyNamed(first - 1);
    if (near && /^(?:is|was)$/.test(before.folded) && this.#folded(first - 2) === 'name') return true;
    if (/^, $/.test(gap) && kin.has(before.folded)) return true;
    if (near && before.folded === 'of' && kin.has(this.#folded(first - 2))) return true;
    return near && before.folded === 'old' && /^years?$/.test(this.#folded(first - 2));
  }

  /** "a man called X" and "he was identified as X", not "a group called X". */
  #isSomebodyNamed(first: number): boolean {
    const { nouns, kin, bodies } = this.#is;
    for (let at = first - 2; at >= Math.max(0, first - 6); at--) {
      const word = this.#folded(at);
      if (bodies.has(word)) return false;
      if (nouns.has(word) || kin.has(word) || SOMEBODY.has(word)) return true;
    }
    return false;
  }

  /** "X, 34,", "X (34)", "X, aged 34", "X, a 34-year-old" */
  #isAged(last: number): boolean {
    const rest = this.#rest(last, 40);
    return (
      /^, (?:1[01]\d|[1-9]?\d)(?:[,;.)]| and | who | from | of )/.test(rest) ||
      /^,? \((?:aged )?(?:1[01]\d|[1-9]?\d)\)/.test(rest) ||
      /^,? (?:aged?|who (?:is|was)) (?:1[01]\d|[1-9]?\d)\b/.test(rest) ||
      /^, (?:an? |the )?(?:\w+ )?\w{1,12}-(?:year|month|week|day)s?-old\b/.test(rest)
    );
  }

  #inOffice(first: number, last: number): boolean {
    const { offices } = this.#is;
    const gap = this.#gap(first - 1);
    if (/^\.?[ \u00a0]$/.test(gap) && offices.has(this.#folded(first - 1))) return true;
    // "the governor of Idlib, X"
    if (gap === ', ')
      for (let at = first - 1; at >= Math.max(0, first - 7) && !/[.;:!?,]/.test(this.#gap(at - 1)); at--)
        if (offices.has(this.#folded(at))) return true;
    return this.#apposition(last).some((word) => offices.has(word));
  }

  #isLikelyBefore(first: number): boolean {
    const [before, gap] = [this.#folded(first - 1), this.#gap(first - 1)];
    const { nouns, speech, naming, bodies } = this.#is;
    if (/^,? $/.test(gap) && nouns.has(before)) return true;
    if (gap === ' ' && naming.has(before)) return !bodies.has(this.#folded(first - 2));
    return gap === ' ' && speech.has(before) && this.#ends(first);
  }

  #isLikelyAfter(last: number, long: boolean): boolean {
    const { kin, nouns, speech, suffered } = this.#is;
    const word = this.#words[last]!;
    const next = this.#folded(last + 1);
    if (word.possessive) return kin.has(next);
    const gap = this.#gap(last);
    if (/^(?:, )?(?:who|whose)\b/.test(this.#rest(last, 8).trimStart())) return true;
    if (this.#apposition(last).some((one) => nouns.has(one) || kin.has(one))) return true;
    if (/^[ ]$/.test(gap) && speech.has(next)) return true;
    if (/^ and (?:his|her) \w/.test(this.#rest(last, 12))) return true;
    if (!long) return false;
    return /^(?:was|were|is|has|had|been)$/.test(next) && this.#suffers(last + 2, suffered);
  }

  #suffers(at: number, suffered: ReadonlySet<string>): boolean {
    return [at, at + 1].some((one) => suffered.has(this.#folded(one)));
  }

  /** "said X." and "said X, …": the words that a comma or stop closes. */
  #ends(first: number): boolean {
    let last = first;
    for (let next = this.#nextPart(last); next !== null; next = this.#nextPart(last)) last = next;
    return /^\s*(?:[.,;:)”"'’]|$)/.test(this.#rest(last, 3));
  }

  /** Words of what somebody is, up to the next sign: ", a baker from the old town", "was a young baker". */
  #apposition(last: number): string[] {
    const is = this.#gap(last) === ' ' && /^(?:is|was)$/.test(this.#folded(last + 1));
    if (is) return /^(?:an?|the)$/.test(this.#folded(last + 2)) ? this.#saidOf(last + 2) : [];
    if (/^ (?:[-–—] |\()$/.test(this.#gap(last))) return [this.#folded(last + 1)];
    if (this.#gap(last) !== ', ') return [];
    if (
      !/^(?:an?|the|his|her|their|my|our|whose|another|also|then|now|former|one)$/.test(
        this.#folded(last + 1),
      )
    )
      return [];
    return this.#saidOf(last + 1);
  }

  #saidOf(first: number): string[] {
    const words: string[] = [];
    for (let at = first; at < first + 8 && at < this.#words.length; at++) {
      const { folded, capital } = this.#words[at]!;
      if (capital || /^(?:of|from|in|at|who|whose|with|for)$/.test(folded)) break;
      words.push(folded);
      if (!/^[ -]$/.test(this.#gap(at))) break;
    }
    return words;
  }

  #beginsSentence(at: number): boolean {
    const gap = this.#gap(at - 1);
    // Behind a quotation's comma its sentence goes on.
    if (/^,["”’']+ $/.test(gap)) return false;
    if (at === 0 || /[!?:\n“”"(•]/.test(gap)) return true;
    return gap.includes('.') && !this.#isShort(at - 1);
  }

  /** "Dr.", "Gen.", an initial. */
  #isShort(at: number): boolean {
    const word = this.#words[at]!;
    return word.end - word.start < 3 || this.#is.courtesy.has(word.folded);
  }

  #folded = (at: number): string => this.#words[at]?.folded ?? '';

  /** What stands between a word and the next; a possessive's s is no part of it. */
  #gap(at: number): string {
    const [before, after] = [this.#words[at], this.#words[at + 1]];
    if (!before || !after) return '';
    return this.#text.slice(before.end + (before.possessive ? 2 : 0), after.start);
  }

  #rest(at: number, length: number): string {
    const { end } = this.#words[at]!;
    return this.#text.slice(end, end + length);
  }

  #range = (first: number, last: number): NameWord[] => this.#words.slice(first, last + 1);
}
