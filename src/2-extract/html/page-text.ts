/** A page as text: headline and body, paragraphs parted by blank lines, with the page's own metadata. */
import type { Note } from '../../records/index.ts';
import type { DateWords } from '../dates/date-words.ts';
import { aroundEntries } from '../live-blog/around-entries.ts';
import { findEntries, mayBeLiveBlog } from '../live-blog/find-entries.ts';
import { metadataOfPage, NO_METADATA, type PageMetadata } from '../metadata/page-metadata.ts';
import { sameWords } from '../text/lines.ts';
import { bodyOfPage, type PageBody } from './body-of-page.ts';
import { flatPage } from './flat-page.ts';
import { PAGE_LIMITS, type PageTree, pageTree } from './page-tree.ts';

export interface PageText {
  text: string;
  metadata: PageMetadata;
  notes: Note[];
}

/** @param location the address the page came from, if any */
export function pageText(html: string, location: string | null, words: DateWords): PageText {
  const { metadata, body, notes, isLiveBlog } = readTree(html, location, words);
  if (!body && !isLiveBlog)
    notes.push(note('no article was found in the page’s tree; it was read block by block'));
  for (const [rule, characters] of body?.removed ?? []) {
    notes.push(note(`${rule}: ${characters} characters left out`));
  }
  const { title } = metadata;
  const paragraphs = (body?.paragraphs ?? (isLiveBlog ? [] : flatPage(html))).filter(
    (paragraph) => title === null || sameWords(paragraph) !== sameWords(title),
  );
  if (body) {
    const kept = paragraphs.reduce((length, paragraph) => length + paragraph.length, 0);
    notes.push(note(`${kept} of the page’s ${body.pageLength} characters kept as the article`));
  }
  const text = (title === null ? paragraphs : [title, ...paragraphs]).join('\n\n');
  return { text, metadata, notes };
}

function readTree(
  html: string,
  location: string | null,
  words: DateWords,
): { metadata: PageMetadata; body: PageBody | null; notes: Note[]; isLiveBlog?: true } {
  try {
    const tree = pageTree(html);
    // Before the body: Readability changes the tree.
    const metadata = metadataOfPage(tree.document, location, words);
    if (tree.tooLarge) return { metadata, body: null, notes: limitNotes(tree) };
    const blog = mayBeLiveBlog(html) ? findEntries(tree.document, location) : null;
    if (blog) return { metadata, ...aroundEntries(tree.document, blog), isLiveBlog: true };
    return { metadata, body: bodyOfPage(tree.document), notes: limitNotes(tree) };
  } catch (error) {
    // The tree is another library's: whatever it may throw at, the words of the page are read all the same.
    const reason = `the page’s tree could not be read: ${error instanceof Error ? error.name : 'unknown fault'}`;
    return { metadata: NO_METADATA, body: null, notes: [note(reason)] };
  }
}

function limitNotes({ tooDeep, tooLarge }: PageTree): Note[] {
  const notes: Note[] = [];
  if (tooDeep > 0) {
    notes.push(note(`${tooDeep} tags nested deeper than ${PAGE_LIMITS.depth} were dropped, their text kept`));
  }
  if (tooLarge) notes.push(note(`the page has too much to build a tree of: ${tooLarge}`));
  return notes;
}

function note(reason: string): Note {
  return { step: 'page', reason, span: null };
}
