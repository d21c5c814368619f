/** A page as text: headline and body, paragraphs parted by blank lines, with the page's own metadata. */
import { parseHTML } from 'linkedom';
import type { Note } from '../../records/index.ts';
import { metadataOfPage, type PageMetadata } from '../metadata/page-metadata.ts';
import { sameWords } from '../text/lines.ts';
import { bodyOfPage } from './body-of-page.ts';
import { type BoundedHtml, boundHtml } from './bound-html.ts';
import type { DomDocument } from './dom.ts';
import { flatPage } from './flat-page.ts';

export interface PageText {
  text: string;
  metadata: PageMetadata;
  notes: Note[];
}

/** @param location the address the page came from, if any */
export function pageText(html: string, location: string | null): PageText {
  const bounded = boundHtml(html);
  const document = parseHTML(bounded.html).document as unknown as DomDocument;
  // Before the body: Readability changes the tree.
  const metadata = metadataOfPage(document, location);
  const notes = boundNotes(bounded);
  const body = bounded.truncated ? null : bodyOfPage(document);
  if (!body) notes.push(note('no article was found in the page’s tree; it was read block by block'));
  for (const [rule, characters] of body?.removed ?? []) notes.push(note(`${rule}: ${characters} characters left out`));
  const paragraphs = (body?.paragraphs ?? flatPage(html)).filter(
    (paragraph) => metadata.title === null || sameWords(paragraph) !== sameWords(metadata.title),
  );
  const text = (metadata.title === null ? paragraphs : [metadata.title, ...paragraphs]).join('\n\n');
  return { text, metadata, notes };
}

function boundNotes({ tooDeep, truncated, elements }: BoundedHtml): Note[] {
  const notes: Note[] = [];
  if (tooDeep > 0) notes.push(note(`${tooDeep} tags nested too deep were dropped, their text kept`));
  if (truncated) notes.push(note(`the page has more than ${elements} elements`));
  return notes;
}

function note(reason: string): Note {
  return { step: 'page', reason, span: null };
}
