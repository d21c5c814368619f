/** What a live blog says outside its entries: the lead that sums it up. The entries are documents of their own. */
import type { Note } from '../../records/index.ts';
import { bodyOfPage, type PageBody } from '../html/body-of-page.ts';
import type { DomDocument } from '../html/dom.ts';
import { sameWords } from '../text/lines.ts';
import type { LiveBlog } from './find-entries.ts';

/** How much of the entries' words is looked through for what stands in the page too. */
const LOOKED_THROUGH = 300_000;
const MAX_PARAGRAPHS = 3_000;

/** Changes the document: the entries are taken out of it. */
export function aroundEntries(
  document: DomDocument,
  { entries, marked }: LiveBlog,
): { body: PageBody | null; notes: Note[] } {
  for (const { elements } of marked) for (const element of elements) element.remove();
  const body = bodyOfPage(document);
  // Entries that only JSON-LD tells apart stand in the page all the same.
  const told = sameWords(
    entries
      .map(({ title, text }) => `${title ?? ''} ${text}`)
      .join(' ')
      .slice(0, LOOKED_THROUGH),
  );
  const paragraphs = body?.paragraphs
    .slice(0, MAX_PARAGRAPHS)
    .filter((paragraph) => !told.includes(sameWords(paragraph)));
  const reason = `a live blog of ${entries.length} entries, each of them a document of its own`;
  const notes = [{ step: 'live-blog', reason, span: null }];
  return { body: body && paragraphs && paragraphs.length > 0 ? { ...body, paragraphs } : null, notes };
}
