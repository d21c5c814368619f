/** The author a page names: declared first, then what it shows. */
import { labelledName } from '../dates/labelled.ts';
import { collapse } from '../html/dom.ts';
import type { PageFacts } from './page-metadata.ts';

const MAX_LENGTH = 120;
const MAX_SHOWN = 20;
const SHOWN =
  '[rel~=author], [itemprop~=author], [class~=byline], [class~=author], [class*=author-name], [class*=byline__name]';

export function bylineOfPage({ document, meta, jsonLd, words, locale }: PageFacts): string | null {
  const declared = unique(jsonLd.authors.map(nameOnly).filter((name) => name !== null));
  if (declared.length > 0) return declared.join(', ').slice(0, MAX_LENGTH * 3);
  const tagged = nameOnly(
    meta.first(
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'dcterms.creator',
    ) ?? '',
  );
  if (tagged) return tagged;
  let looked = 0;
  for (const element of document.querySelectorAll(SHOWN)) {
    if (++looked > MAX_SHOWN) break;
    const text = collapse(element.textContent ?? '');
    const shown = nameOnly(labelledName(text, words, locale)?.text ?? text);
    if (shown) return shown;
  }
  return null;
}

/** A byline without `By`, dates and counts; null for an address, a number or a sentence. */
function nameOnly(text: string): string | null {
  const name = collapse(text)
    .replace(/^(?:written |posted |reported |story )?by:?\s+/i, '')
    .replace(/\s*[|•·–—].*$/u, '')
    .replace(/[\s,;:]+$/, '');
  if (name.length < 2 || name.length > MAX_LENGTH) return null;
  if (/^\w{0,3}admin(?:istrator)?$/i.test(name)) return null;
  return /^https?:|[{}<>@]|[.!?] \p{Lu}\p{Ll}+ \p{Ll}|\d{3}/u.test(name) || !/\p{L}{2}/u.test(name)
    ? null
    : name;
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
