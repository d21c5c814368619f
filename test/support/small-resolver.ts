/** Places of a short text with the small gazetteer and the project's own words, for tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { NameMention, ParsedText } from '../../src/3-read/language/parsed-text.ts';
import { parsePlaceWords } from '../../src/4-resolve/places/place-words.ts';
import { resolvePlaces } from '../../src/4-resolve/places/resolve-places.ts';
import type { Article, NameType, Note, Place, Span } from '../../src/records/index.ts';
import { plainParse } from './plain-parse.ts';
import { smallGazetteer } from './small-gazetteer.ts';

const EN = path.resolve(import.meta.dirname, '../../dictionaries/en');
export const placeWords = parsePlaceWords(readFileSync(path.join(EN, 'place-words.tsv'), 'utf8'));
const gazetteer = smallGazetteer();

export function articleOf(text: string, given: Partial<Article> = {}): Article {
  return {
    title: null,
    byline: null,
    subject: null,
    publisher: null,
    url: null,
    language: 'en',
    published: null,
    modified: null,
    credits: [],
    text,
    furniture: [],
    ...given,
  };
}

export interface TestText {
  /** Tags of words, where the shape alone would mislead. */
  tags?: Record<string, string>;
  /** Names as the engine would give them. */
  names?: { text: string; type: NameType; confidence?: number }[];
  skip?: string[];
  article?: Partial<Article>;
}

/** Lemmas that cutting an ending does not give. */
const LEMMAS: Record<string, string> = { said: 'say' };

const spanOf = (text: string, part: string): Span => {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`"${part}" is not in "${text}"`);
  return [at, at + part.length];
};

export function parsedOf(text: string, { tags = {}, names = [] }: TestText = {}): ParsedText {
  const parsed = plainParse(text);
  for (const { tokens } of parsed.sentences)
    for (const token of tokens) {
      token.upos = tags[token.form] ?? token.upos;
      token.lemma = LEMMAS[token.form] ?? token.lemma;
    }
  const mentions = names.map(({ text: name, type, confidence = 1 }): NameMention => {
    const [start, end] = spanOf(text, name);
    return { start, end, text: name, type, sentence: 0, firstToken: 0, lastToken: 0, confidence };
  });
  return { ...parsed, names: mentions };
}

/** Resolves a text; every span is checked to quote its text. */
export function placesIn(text: string, options: TestText = {}): { places: Place[]; notes: Note[] } {
  const result = resolvePlaces(
    {
      parsed: parsedOf(text, options),
      article: articleOf(text, options.article),
      skip: (options.skip ?? []).map((part) => spanOf(text, part)),
    },
    gazetteer,
    placeWords,
  );
  for (const { span, text: quoted } of result.places)
    if (text.slice(...span) !== quoted) throw new Error(`${span} does not quote "${quoted}"`);
  return result;
}

/** The place whose text is exactly this. */
export function placeIn(text: string, quoted: string, options: TestText = {}): Place {
  const { places } = placesIn(text, options);
  const found = places.find((place) => place.text === quoted);
  if (found === undefined)
    throw new Error(`no place "${quoted}" among ${places.map((place) => `"${place.text}"`).join(', ')}`);
  return found;
}
