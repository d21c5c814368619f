/** What a page says of itself: title, byline, publisher, dates, address, language. Nothing is guessed. */
import type { DateWords } from '../dates/date-words.ts';
import type { DomDocument } from '../html/dom.ts';
import { bylineOfPage } from './byline.ts';
import { articleNode, type JsonLdArticle } from './json-ld.ts';
import { type MetaTags, metaTagsOf } from './meta-tags.ts';
import { type PageDate, pageDates } from './page-dates.ts';
import { titleOfPage } from './title.ts';
import { addressOfPage } from './web-address.ts';

export interface PageMetadata {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  section: string | null;
  /** Canonical address, absolute, http or https. */
  url: string | null;
  /** Primary subtag of the page's declared language, lower case. */
  language: string | null;
  /** The same as declared, with its country, lower case: `en-gb`. */
  locale: string | null;
  /** Candidates as written, best first. */
  published: PageDate[];
  modified: PageDate[];
}

export const NO_METADATA: PageMetadata = {
  title: null,
  byline: null,
  publisher: null,
  section: null,
  url: null,
  language: null,
  locale: null,
  published: [],
  modified: [],
};

/** What the steps look at, gathered once. */
export interface PageFacts {
  document: DomDocument;
  meta: MetaTags;
  jsonLd: JsonLdArticle;
  /** The address the page came from, if any. */
  location: string | null;
  /** Declared, lower case: `ar`, `en-gb`. */
  locale: string | null;
  words: DateWords;
}

const MAX_TEXT = 200;

/** @param location the address the page came from, for relative links and the outlet's name in the title */
export function metadataOfPage(
  document: DomDocument,
  location: string | null,
  words: DateWords,
): PageMetadata {
  const declared = { document, meta: metaTagsOf(document), jsonLd: articleNode(document) };
  const locale = localeOf(declared);
  const facts: PageFacts = { ...declared, location, locale, words };
  const publisher = publisherOf(facts);
  return {
    title: titleOfPage(facts, publisher),
    byline: bylineOfPage(facts),
    publisher,
    section: short(facts.jsonLd.section ?? facts.meta.first('article:section', 'section')),
    url: addressOfPage(facts),
    language: locale?.split('-')[0] ?? null,
    locale,
    ...pageDates(facts),
  };
}

function publisherOf({ meta, jsonLd }: PageFacts): string | null {
  return short(
    jsonLd.publisher ??
      meta.first('og:site_name', 'publisher', 'dc.publisher', 'dcterms.publisher', 'application-name'),
  );
}

function localeOf({
  document,
  meta,
  jsonLd,
}: Pick<PageFacts, 'document' | 'meta' | 'jsonLd'>): string | null {
  const declared =
    document.documentElement?.getAttribute('lang') ??
    meta.first('og:locale', 'dc.language') ??
    jsonLd.language;
  const tag = /^\s*([a-z]{2,3})(?:[-_]([a-z]{2})(?![a-z])|[-_]|\s*$)/i.exec(declared ?? '');
  return tag ? tag.slice(1, 3).filter(Boolean).join('-').toLowerCase() : null;
}

function short(text: string | null): string | null {
  return text !== null && text.length <= MAX_TEXT && !/^https?:/i.test(text) ? text : null;
}
