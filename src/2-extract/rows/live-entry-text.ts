/** An entry of a live blog as text, with its own time, author and address. */
import type { Note } from '../../records/index.ts';
import type { LiveEntryDocument } from '../live-blog/live-entry.ts';
import { NO_METADATA, type PageMetadata } from '../metadata/page-metadata.ts';
import { sameWords } from '../text/lines.ts';

export interface LiveEntryText {
  text: string;
  metadata: PageMetadata | null;
  notes: Note[];
}

/** @param json what `LiveEntryDocument` describes; anything else gives no text */
export function liveEntryText(json: string): LiveEntryText {
  const content = documentIn(json);
  if (!content) return { text: '', metadata: null, notes: [note('it is no entry of a live blog')] };
  const { blog, entry } = content;
  const { title, text, authors, url, published, modified } = entry;
  const starts = title !== null && sameWords(text.slice(0, title.length + 20)).startsWith(sameWords(title));
  const notes = [note(`an entry of the live blog ${blog.url ?? 'that stands beside it'}`)];
  const shown = published !== null && /^\W{0,3}\d{1,2}[:.h]\d{2}/.test(published) ? published : null;
  if (shown) notes.push(note(`the entry shows the time ${JSON.stringify(shown)} and no day`));
  return {
    text: title !== null && !starts ? `${title}\n\n${text}` : text,
    metadata: {
      ...NO_METADATA,
      title,
      byline: authors.length > 0 ? authors.join(', ').slice(0, 400) : null,
      publisher: blog.publisher,
      url: url ?? blog.url,
      language: blog.language,
      published: published === null || shown ? [] : [{ text: published, where: 'entry' }],
      modified: modified === null ? [] : [{ text: modified, where: 'entry' }],
    },
    notes,
  };
}

function documentIn(json: string): LiveEntryDocument | null {
  try {
    const value = JSON.parse(json) as LiveEntryDocument | null;
    const { entry, blog } = value ?? {};
    if (typeof entry?.text !== 'string' || !Array.isArray(entry.authors) || typeof blog !== 'object')
      return null;
    const text = (one: unknown) => (typeof one === 'string' && one !== '' ? one : null);
    const { id, title, url, published, modified } = entry;
    return {
      blog: {
        url: text(blog?.url),
        publisher: text(blog?.publisher),
        language: text(blog?.language),
      },
      entry: {
        id: text(id) ?? '',
        url: text(url),
        title: text(title),
        authors: entry.authors.filter((one) => typeof one === 'string'),
        published: text(published),
        modified: text(modified),
        text: entry.text,
      },
    };
  } catch {
    return null;
  }
}

function note(reason: string): Note {
  return { step: 'live-blog', reason, span: null };
}
