/** Dates that a page declares or shows in marked elements, as written, best first. */
import { collapse } from '../html/dom.ts';
import type { PageFacts } from './page-metadata.ts';

export interface PageDate {
  text: string;
  /** Where it stood: `json-ld`, `meta`, `time`. */
  where: string;
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article.published',
  'published_time',
  'publishdate',
  'publish-date',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'cxenseparse:recs:publishtime',
  'date',
];
const MODIFIED = [
  'article:modified_time',
  'og:article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
  'revised',
];
const MAX_TIMES = 20;
const MAX_LENGTH = 80;
/** Elements marked as dates often hold their label too. */
const LABEL =
  /^(?:first |last |originally )?(?:published|posted|updated|modified|created|date)(?: on| at)?\s*:?\s+/i;

export function pageDates({ document, meta, jsonLd }: PageFacts): {
  published: PageDate[];
  modified: PageDate[];
} {
  const published: PageDate[] = [];
  const modified: PageDate[] = [];
  const add = (list: PageDate[], where: string, text: string | null): void => {
    const bare = text?.replace(LABEL, '') ?? '';
    if (bare !== '' && bare.length <= MAX_LENGTH) list.push({ text: bare, where });
  };
  add(published, 'json-ld', jsonLd.published);
  add(modified, 'json-ld', jsonLd.modified);
  for (const name of PUBLISHED) add(published, 'meta', meta.first(name));
  for (const name of MODIFIED) add(modified, 'meta', meta.first(name));
  let times = 0;
  const unmarked: string[] = [];
  for (const element of document.querySelectorAll(
    'time, [itemprop=datePublished], [itemprop=dateModified]',
  )) {
    if (++times > MAX_TIMES) break;
    const text =
      element.getAttribute('datetime') ??
      element.getAttribute('content') ??
      collapse(element.textContent ?? '');
    const says = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('class') ?? ''}`;
    if (/modified|updated/i.test(says)) add(modified, 'time', text);
    else if (/publish|pubdate|posted|entry-date/i.test(says) || element.hasAttribute('pubdate')) {
      add(published, 'time', text);
    } else if (element.localName === 'time') unmarked.push(text);
  }
  // A page with one plain <time> means its own; with several, they may be of other stories.
  if (unmarked.length === 1) add(published, 'time', unmarked[0]!);
  return { published, modified };
}
