/** The `<meta>` tags of a page: name, property, itemprop or http-equiv to content. */
import { collapse, type DomDocument } from '../html/dom.ts';
import { wordsOf } from '../html/words-of.ts';

export interface MetaTags {
  /** The first of these names that has a content; names are in lower case. */
  first(...names: string[]): string | null;
}

const MAX_TAGS = 500;

export function metaTagsOf(document: DomDocument): MetaTags {
  const contents = new Map<string, string>();
  let tags = 0;
  for (const element of document.querySelectorAll('meta')) {
    if (++tags > MAX_TAGS) break;
    const content = collapse(wordsOf(element.getAttribute('content') ?? ''));
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !contents.has(name)) contents.set(name, content);
    }
  }
  return {
    first(...names) {
      for (const name of names) {
        const content = contents.get(name);
        if (content !== undefined) return content;
      }
      return null;
    },
  };
}
