/** What a page says of itself: title, byline, publisher, dates, address, language. Nothing is guessed. */
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
}

const MAX_TEXT = 200;

/** @param location the address the page came from, for relative links and the outlet's name in the title */
export function metadataOfPage(document: DomDocument, location: string | null): PageMetadata {
  const facts: PageFacts = { document, meta: metaTagsOf(document), jsonLd: articleNode(document), location };
  const publisher = publisherOf(facts);
  return {
    title: titleOfPage(facts, publisher),
    byline: bylineOfPage(facts),
    publisher,
    section: short(facts.jsonLd.section ?? facts.meta.first('article:section', 'section')),
    url: addressOfPage(facts),
    language: languageOf(facts),
    ...pageDates(facts),
  };
}

function publisherOf({ meta, jsonLd }: PageFacts): string | null {
  return short(
    jsonLd.publisher ??
      meta.first('og:site_name', 'publisher', 'dc.publisher', 'dcterms.publisher', 'application-name'),
  );
}

function languageOf({ document, meta, jsonLd }: PageFacts): string | null {
  const declared =
    document.documentElement?.getAttribute('lang') ??
    meta.first('og:locale', 'dc.language') ??
    jsonLd.language;
  const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(declared ?? '')?.[1];
  return primary ? primary.toLowerCase() : null;
}

function short(text: string | null): string | null {
  return text !== null && text.length <= MAX_TEXT && !/^https?:/i.test(text) ? text : null;
}
