/** A mail as text. Who sent it to whom stays in the document: it may be somebody who must not be known. */
import type { Note } from '../../records/index.ts';
import { fragmentText } from '../html/fragment-text.ts';
import { NO_METADATA, type PageMetadata } from '../metadata/page-metadata.ts';
import type { MailContent } from './read-mail.ts';

export interface MailText {
  text: string;
  metadata: PageMetadata;
  notes: Note[];
}

export function mailText({ subject, date, list, text, html, attachments, fault }: MailContent): MailText {
  const plain = text === null ? '' : unwrapped(text);
  // Where both are there the plain part is what the sender wrote, unless it only points at the other.
  const fromHtml = html !== null && plain.length < 200 ? fragmentText(html) : '';
  const notes = fault ? [note(fault)] : [note('sender and recipients stand in the document only')];
  if (attachments.length > 0) notes.push(note(`with it came ${attachments.join(', ')}`.slice(0, 1000)));
  return {
    text: fromHtml.length > plain.length ? fromHtml : plain,
    metadata: {
      ...NO_METADATA,
      title: subject === null ? null : subject.replace(/^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+/i, ''),
      publisher: list,
      published: date === null ? [] : [{ text: date.replace(/\.000Z$/, 'Z'), where: 'mail' }],
    },
    notes,
  };
}

/** `format=flowed` and quoted lines: a line that ends with a space goes on in the next. */
function unwrapped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^-- \n[\s\S]{0,2000}$/m, '')
    .replace(/ \n(?=[^\s>])/g, ' ')
    .trim();
}

function note(reason: string): Note {
  return { step: 'mail', reason, span: null };
}
