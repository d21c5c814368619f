/** What a claim takes over from its article into the index. */
import type { Article, GivenMetadata } from '../../records/index.ts';
import { indexValue } from './index-text.ts';

export interface ArticleFacts {
  published: string | null;
  publisher: string | null;
  title: string | null;
  url: string | null;
  language: string;
}

export function articleFacts(article: Article): ArticleFacts {
  return {
    published: article.published?.value ?? null,
    publisher: indexValue(article.publisher),
    title: indexValue(article.title),
    url: indexValue(article.url),
    language: article.language,
  };
}

/** For a document that was never read: only what came in beside its bytes. */
export function givenFacts(given: GivenMetadata): ArticleFacts {
  return {
    published: given.published ?? null,
    publisher: indexValue(given.publisher),
    title: indexValue(given.title),
    url: indexValue(given.url),
    language: 'und',
  };
}
