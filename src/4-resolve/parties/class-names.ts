/** Parties that no table lists, known by a word beside their name: "Anbar Star television", "Liwa al-Nasr". */
import type { ClassSide, PartyClass } from './class-rows.ts';
import { type Expanded, PhraseIndex } from './phrase-index.ts';
import type { PartyEntry, PartyMatch } from './types.ts';
import { BREAK, CAPITAL, cutWords, LOWER, SPACE, type Words } from './words.ts';

/** A name is at most so many words, articles not counted. */
const LONGEST_NAME = 4;
/** Small words within a name: "Lions of Tawba Brigade". */
const JOINING = new Set(['of', 'and', 'the', 'bin', 'ibn', 'de', 'del']);

type IsName = (word: number) => boolean;

/** Words from (inclusive) and to (exclusive). */
interface Stretch {
  from: number;
  to: number;
}

interface ClassPhrase {
  row: PartyClass;
  words: readonly string[];
  /** The first letter of a word of the class must be a capital one. */
  capitals: readonly boolean[];
}

/** Looks for class words in the words that no listed name covers. */
export class ClassNames {
  private readonly heads = new PhraseIndex((phrase: ClassPhrase): Expanded<ClassPhrase>[] => [
    { words: phrase.words, value: phrase },
  ]);

  private readonly stops: ReadonlySet<string>;

  /** @param stops folded words that are no part of an unlisted name, though written with a capital. */
  constructor(classes: readonly PartyClass[], stops: ReadonlySet<string>) {
    this.stops = stops;
    for (const row of classes) {
      for (const text of row.words) {
        const cut = cutWords(text);
        const capitals = cut.shape.map((shape) => shape !== LOWER);
        this.heads.add(text, { row, words: cut.folded, capitals });
      }
    }
  }

  /** The longest class word that begins at a word, on the given side of its name. */
  headAt(words: Words, at: number, sides: readonly ClassSide[]): { row: PartyClass; to: number }[] {
    const found: { row: PartyClass; to: number }[] = [];
    this.heads.walk(words, at, (phrases, to) => {
      for (const { row, capitals } of phrases) {
        const written = capitals.every((capital, i) => !capital || words.shape[at + i] !== LOWER);
        if (written && sides.includes(row.side) && !goesOn(words, at, to, capitals))
          found.unshift({ row, to });
      }
    });
    return found;
  }

  /** The class words that may end the mention of a listed outlet beginning at word `at`; `at` itself where none do. */
  tailFrom(words: Words, at: number): { row: PartyClass; to: number } | null {
    if (at >= words.gap.length || words.gap[at] === BREAK) return null;
    return this.headAt(words, at, ['after']).find(({ row }) => row.tail) ?? null;
  }

  /** The class of a numbered unit whose number stands at word `at`: "92nd Mechanized Brigade". */
  numberedAt(words: Words, at: number): { row: PartyClass; to: number } | null {
    if (!/^\d+(?:st|nd|rd|th)$/.test(words.folded[at]!) || words.gap[at + 1] === BREAK) return null;
    return this.headAt(words, at + 1, ['numbered'])[0] ?? null;
  }

  /**
   * Matches among words that are not `covered` (by a listed name), each from its first to its last word.
   * Lines of capitals tell nothing of names and are passed over.
   */
  find(text: string, words: Words, covered: Uint8Array, capitalLine: Uint8Array): PartyMatch[] {
    const matches: PartyMatch[] = [];
    let free = 0;
    for (let at = 0; at < words.folded.length; at++) {
      if (capitalLine[at]) continue;
      for (const { row, to } of this.headAt(words, at, ['before', 'after'])) {
        const span = this.spanOf(row, words, at, to, free, covered);
        if (span === null) continue;
        matches.push(classMatch(text, words, row, span.from, span.to));
        free = span.to;
        at = span.to - 1;
        break;
      }
    }
    return matches;
  }

  private spanOf(
    row: PartyClass,
    words: Words,
    at: number,
    to: number,
    free: number,
    covered: Uint8Array,
  ): Stretch | null {
    for (let i = at; i < to; i++) if (covered[i]) return null;
    const isName = (i: number): boolean => i >= free && i < words.folded.length && covered[i] === 0;
    const joins = row.kind !== 'outlet';
    const stretch = row.side === 'after' ? backwards : forwards;
    return stretch(words, at, to, isName, this.stops, joins);
  }
}

/** "Midland Daily" is no name where "News" follows: the class word is then written as part of a longer one. */
function goesOn(words: Words, at: number, to: number, capitals: readonly boolean[]): boolean {
  const titled = !capitals.includes(true) && words.shape[at] === CAPITAL;
  return titled && words.gap[to] === SPACE && words.shape[to] === CAPITAL;
}

/** From the class word back over the capitalised words before it. */
function backwards(
  words: Words,
  at: number,
  to: number,
  isName: IsName,
  stops: ReadonlySet<string>,
  joins: boolean,
): Stretch | null {
  let from = at;
  for (let i = at - 1, count = 0; isName(i) && words.gap[i + 1] !== BREAK && count < LONGEST_NAME; i--) {
    // An article before a name is its own; other small words only stand between names.
    if (words.folded[i] === 'al' && i < at - 1) from = i;
    else if (JOINING.has(words.folded[i]!) && i < at - 1 && joins) continue;
    else if (words.shape[i] === LOWER || stops.has(words.folded[i]!) || words.possessive[i]) break;
    else {
      from = i;
      count++;
    }
  }
  return from < at ? { from, to } : null;
}

/** From the class word on over the capitalised words after it. */
function forwards(
  words: Words,
  at: number,
  to: number,
  isName: IsName,
  stops: ReadonlySet<string>,
  joins: boolean,
): Stretch | null {
  if (words.possessive[to - 1]) return null;
  let end = to;
  for (let i = to, count = 0; isName(i) && words.gap[i] !== BREAK && count < LONGEST_NAME; i++) {
    if (words.folded[i] === 'al' || (JOINING.has(words.folded[i]!) && end > to && joins)) continue;
    if (words.shape[i] === LOWER || stops.has(words.folded[i]!)) break;
    end = i + 1;
    count++;
    if (words.possessive[i]) break;
  }
  return end > to ? { from: at, to: end } : null;
}

/** The match of an unlisted party that its class word and its name make. */
export function classMatch(
  text: string,
  words: Words,
  row: PartyClass,
  from: number,
  to: number,
): PartyMatch {
  const start = words.starts[from]!;
  const end = words.ends[to - 1]!;
  return {
    start,
    end,
    kind: 'class',
    party: unlisted(text.slice(start, end).replace(/\s+/g, ' '), words.folded.slice(from, to), row),
    others: [],
    organ: null,
    base: null,
    doubts: [],
    joined: null,
    joinedBefore: null,
    possessive: words.possessive[to - 1]!,
  };
}

/** The party that a class word and a name make: equal for equal words, however they are spelt. */
function unlisted(name: string, folded: readonly string[], row: PartyClass): PartyEntry {
  return {
    key: `unlisted.${folded.join('-')}`,
    name,
    kind: row.kind,
    of: null,
    aliases: [],
    country: null,
    public: true,
    external: {},
    type: row.type,
    control: null,
    organs: [],
    domains: [],
    offices: [],
    generic: false,
    note: null,
    table: 'party-classes',
  };
}
