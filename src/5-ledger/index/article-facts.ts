/** What a claim takes over from its article into the index. */
import type { Article, GivenMetadata } from '../../records/index.ts';

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
    publisher: article.publisher,
    title: article.title,
    url: article.url,
    language: article.language,
  };
}

/** For a document that was never read: only what came in beside its bytes. */
export function givenFacts(given: GivenMetadata): ArticleFacts {
  return {
    published: given.published ?? null,
    publisher: given.publisher ?? null,
    title: given.title ?? null,
    url: given.url ?? null,
    language: 'und',
  };
}
