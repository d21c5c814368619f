/**
 * What covers the words of one document: the names of its private persons, as its Reading and its reviewers have them, and
 * names in the place of a person's that nobody read as one: better one name too many covered than one too few.
 */
import type { ClaimRow } from '../../../5-ledger/index.ts';
import type { Reading } from '../../../records/index.ts';
import { type MaskContext, NameMask } from './name-mask.ts';
import { NameSet } from './name-set.ts';
import { nameWords } from './name-words.ts';
import { type PersonLike, personLike } from './person-like.ts';
import type { PersonWords } from './person-words.ts';
import { type DocumentNames, documentNames } from './private-names.ts';

/** @param rows claims that people corrected or added */
export function documentMask(
  reading: Reading | null,
  rows: readonly ClaimRow[],
  words: PersonWords,
  { everywhere }: MaskContext = {},
): NameMask {
  const names = documentNames(reading, rows);
  const small = new Set<string>();
  const known = new Known(names);
  for (const text of textsOf(reading, rows)) {
    for (const one of personLike(text, words)) {
      const name = known.asPrivate(one);
      if (name === null) continue;
      names.hidden.add(name);
      names.told.delete(name);
    }
    for (const { capital, folded } of nameWords(text)) if (!capital) small.add(folded);
  }
  return new NameMask(names.hidden, names.told, words, { ...(everywhere && { everywhere }), small });
}

/** The article, and what stands beside it. */
function textsOf(reading: Reading | null, rows: readonly ClaimRow[]): string[] {
  const own = reading ? [reading.article.text] : [];
  const title = reading?.article.title;
  if (title && !own[0]!.includes(title)) own.push(title);
  for (const { origin, text, title: shown } of rows) {
    if (origin === 'person') own.push(text);
    if (!reading && shown) own.push(shown);
  }
  return own;
}

class Known {
  readonly #known: NameSet;
  readonly #told: NameSet;
  readonly #open: ReadonlySet<string>;

  constructor({ known, told, open }: DocumentNames) {
    this.#known = new NameSet(known);
    this.#told = new NameSet(told);
    this.#open = new Set([...open].flatMap((name) => nameWords(name).map(({ folded }) => folded)));
  }

  /** The name to be covered; null where it is something else, or somebody in office. */
  asPrivate({ name, sure }: PersonLike): string | null {
    const words = nameWords(name);
    if (words.every(({ folded }) => this.#open.has(folded))) return null;
    const other = sure ? this.#known : this.#told;
    const covered = other.covers(name, words);
    if (covered.every(Boolean)) return null;
    // "Syrian Karim Haddad": the people's name is no part of it.
    const first = sure ? this.#leading(name, words) : covered.indexOf(false);
    return words.length - first > 0 ? name.slice(words[first]!.start) : null;
  }

  #leading(name: string, words: ReturnType<typeof nameWords>): number {
    const length = this.#known.longest(name, words, 0);
    return length < words.length ? length : 0;
  }
}
