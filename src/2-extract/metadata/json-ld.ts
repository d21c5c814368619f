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

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export function articleNode(document: DomDocument): JsonLdArticle {
  const budget = { nodes: LIMITS.nodes };
  let scripts = 0;
  for (const script of document.querySelectorAll('script[type^="application/ld+json"]')) {
    if (++scripts > LIMITS.scripts) break;
    const found = findArticle(parse(script.textContent ?? ''), 0, budget);
    if (found) return describe(found);
  }
  return NONE;
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

function findArticle(json: Json, depth: number, budget: { nodes: number }): Record<string, Json> | null {
  if (json === null || typeof json !== 'object' || depth > LIMITS.depth || --budget.nodes < 0) return null;
  if (!Array.isArray(json) && strings(json['@type']).some((type) => ARTICLE_TYPE.test(type))) return json;
  const inner = Array.isArray(json)
    ? json
    : [json['@graph'], json.mainEntity, json.hasPart, json.itemListElement];
  for (const item of inner) {
    const found = findArticle(item ?? null, depth + 1, budget);
    if (found) return found;
  }
  return null;
}

function describe(node: Record<string, Json>): JsonLdArticle {
  const page = node.mainEntityOfPage ?? null;
  return {
    headline: strings(node.headline)[0] ?? strings(node.name)[0] ?? null,
    authors: names(node.author).slice(0, 12),
    publisher: names(node.publisher)[0] ?? names(node.sourceOrganization)[0] ?? null,
    section: strings(node.articleSection)[0] ?? null,
    published: strings(node.datePublished)[0] ?? null,
    modified: strings(node.dateModified)[0] ?? null,
    url:
      strings(node.url)[0] ?? strings(page)[0] ?? (isObject(page) ? (strings(page['@id'])[0] ?? null) : null),
    language: strings(node.inLanguage)[0] ?? null,
  };
}

/** A person or organisation is an object with a name, a bare name, or a list of either. */
function names(json: Json | undefined): string[] {
  if (Array.isArray(json)) return json.slice(0, 50).flatMap((item) => names(item));
  return isObject(json) ? strings(json.name) : strings(json);
}

function strings(json: Json | undefined): string[] {
  if (typeof json === 'string') {
    const text = collapse(wordsOf(json));
    return text === '' ? [] : [text];
  }
  return Array.isArray(json)
    ? json.slice(0, 50).flatMap((item) => (typeof item === 'string' ? strings(item) : []))
    : [];
}

function isObject(json: Json | undefined): json is { [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
