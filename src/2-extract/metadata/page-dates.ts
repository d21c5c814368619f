/** Dates that a page declares or shows in marked elements, as written, best first. */
import { labelledDates } from '../dates/labelled.ts';
import { parseDate } from '../dates/parse-date.ts';
import { collapse, type DomElement } from '../html/dom.ts';
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
const MAX_LENGTH = 100;
/** Elements that pages without `<time>` show their date in, by the words of their class. */
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|dateline|datetime|timestamp|pubdate|publish(?:ed)?|posted(?:-on)?|entry-date|post-date)(?:$|[\s_-])/i;
const MAX_SHOWN = 200;

export function pageDates(facts: PageFacts): { published: PageDate[]; modified: PageDate[] } {
  const { document, meta, jsonLd, words, locale } = facts;
  const published: PageDate[] = [];
  const modified: PageDate[] = [];
  const add = (list: PageDate[], where: string, text: string | null): void => {
    if (!text || text.length > 2 * MAX_LENGTH) return;
    // Elements marked as dates often hold their label too.
    const labelled = labelledDates(text, words, locale);
    for (const date of labelled ?? []) {
      (date.kind === 'published' ? list : modified).push({ text: date.text, where });
    }
    if (!labelled && text.length <= MAX_LENGTH) list.push({ text, where });
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
    const shown = collapse(element.textContent ?? '');
    const text = element.getAttribute('datetime') || element.getAttribute('content') || shown;
    const label = labelledDates(shown, words, locale)?.[0]?.kind ?? '';
    const says = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('class') ?? ''} ${label}`;
    if (/modified|updated/i.test(says)) add(modified, 'time', text);
    else if (/publish|pubdate|posted|entry-date/i.test(says) || element.hasAttribute('pubdate')) {
      add(published, 'time', text);
    } else if (element.localName === 'time') unmarked.push(text);
  }
  // A page with one plain <time> means its own; with several, they may be of other stories.
  if (new Set(unmarked).size === 1) add(published, 'time', unmarked[0]!);
  if (published.length === 0) for (const text of shownDates(facts)) add(published, 'shown', text);
  return { published, modified };
}

/** The dates in elements whose class calls them that, where all of them are one: with several, they may be of other stories. */
function shownDates({ document, words, locale }: PageFacts): string[] {
  const found = new Map<string, string>();
  let looked = 0;
  for (const element of document.querySelectorAll(
    '[class*=date], [class*=time], [class*=publish], [class*=posted]',
  )) {
    if (++looked > MAX_SHOWN) break;
    if (!DATE_CLASS.test(element.getAttribute('class') ?? '')) continue;
    const text = shortText(element);
    const dates = labelledDates(text, words, locale);
    const parsed = parseDate(dates?.[0]?.text ?? text, words, locale);
    if (parsed) found.set('value' in parsed ? parsed.value.slice(0, 10) : text, text);
  }
  return found.size === 1 ? [...found.values()] : [];
}

function shortText(element: DomElement): string {
  const text = element.textContent ?? '';
  return text.length > 4 * MAX_LENGTH ? '' : collapse(text);
}
