/** The article that a page's JSON-LD describes (schema.org NewsArticle and its kin), in arrays and @graph too. */
import { collapse, type DomDocument } from '../html/dom.ts';
import { wordsOf } from '../html/words-of.ts';

export interface JsonLdArticle {
  headline: string | null;
  authors: string[];
  publisher: string | null;
  section: string | null;
  published: string | null;
  modified: string | null;
  url: string | null;
  language: string | null;
}

const NONE: JsonLdArticle = {
  headline: null,
  authors: [],
  publisher: null,
  section: null,
  published: null,
  modified: null,
  url: null,
  language: null,
};

/** https://schema.org/Article and the types under it that news pages use. */
const ARTICLE_TYPE =
  /(?:^|[/:])(?:\w*NewsArticle|Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting|ScholarlyArticle|TechArticle|SatiricalArticle|AdvertiserContentArticle)$/;

const LIMITS = { scripts: 20, nodes: 5_000, depth: 8 };

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function articleNode(document: DomDocument): JsonLdArticle {
  const budget = { nodes: LIMITS.nodes };
  for (const json of jsonLdOf(document)) {
    const [found] = nodesOf(json, ARTICLE_TYPE, budget);
    if (found) return describe(found);
  }
  return NONE;
}

/** What each script of JSON-LD holds; null for one that cannot be read. */
export function* jsonLdOf(document: DomDocument): Generator<Json> {
  let scripts = 0;
  for (const script of document.querySelectorAll('script[type^="application/ld+json"]')) {
    if (++scripts > LIMITS.scripts) return;
    yield parse(script.textContent ?? '');
  }
}

/** Pages wrap it in comments, leave a final semicolon and write raw line breaks into strings. */
function parse(text: string): Json {
  const bare = text.replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[)/, '').replace(/(?:-->|\/\/\s*\]\]>|;)\s*$/, '');
  for (const source of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(source) as Json;
    } catch {
      // The next form, or nothing: a page's metadata is not worth more.
    }
  }
  return null;
}

/** Nodes of a type, in arrays, graphs and what a page is about; what stands within one is not looked at. */
export function* nodesOf(
  json: Json,
  ofType: RegExp,
  budget = { nodes: LIMITS.nodes },
  depth = 0,
): Generator<Record<string, Json>> {
  if (json === null || typeof json !== 'object' || depth > LIMITS.depth || --budget.nodes < 0) return;
  if (!Array.isArray(json) && stringsIn(json['@type']).some((type) => ofType.test(type))) {
    yield json;
    return;
  }
  const inner = Array.isArray(json)
    ? json
    : [json['@graph'], json.mainEntity, json.hasPart, json.itemListElement];
  for (const item of inner) yield* nodesOf(item ?? null, ofType, budget, depth + 1);
}

function describe(node: Record<string, Json>): JsonLdArticle {
  const page = node.mainEntityOfPage ?? null;
  return {
    headline: stringsIn(node.headline)[0] ?? stringsIn(node.name)[0] ?? null,
    authors: namesIn(node.author).slice(0, 12),
    publisher: namesIn(node.publisher)[0] ?? namesIn(node.sourceOrganization)[0] ?? null,
    section: stringsIn(node.articleSection)[0] ?? null,
    published: stringsIn(node.datePublished)[0] ?? null,
    modified: stringsIn(node.dateModified)[0] ?? null,
    url:
      stringsIn(node.url)[0] ??
      stringsIn(page)[0] ??
      (isObject(page) ? (stringsIn(page['@id'])[0] ?? null) : null),
    language: stringsIn(node.inLanguage)[0] ?? null,
  };
}

/** A person or organisation is an object with a name, a bare name, or a list of either. */
export function namesIn(json: Json | undefined): string[] {
  if (Array.isArray(json)) return json.slice(0, 50).flatMap((item) => namesIn(item));
  return isObject(json) ? stringsIn(json.name) : stringsIn(json);
}

export function stringsIn(json: Json | undefined): string[] {
  if (typeof json === 'string') {
    const text = collapse(wordsOf(json));
    return text === '' ? [] : [text];
  }
  return Array.isArray(json)
    ? json.slice(0, 50).flatMap((item) => (typeof item === 'string' ? stringsIn(item) : []))
    : [];
}

function isObject(json: Json | undefined): json is { [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
