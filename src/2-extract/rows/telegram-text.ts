/** A message of Telegram as text. A forward says where it is from in its first line, as Telegram shows it. */
import type { TelegramDocument } from '../../1-acquire/unpack/telegram/telegram.ts';
import type { Note, Span } from '../../records/index.ts';
import { collapse } from '../html/dom.ts';
import { NO_METADATA, type PageMetadata } from '../metadata/page-metadata.ts';
import type { Mark } from '../text/marks.ts';
import { isoOfNumber } from './numbers-as-dates.ts';

export interface TelegramText {
  text: string;
  metadata: PageMetadata | null;
  marks: Mark[];
  notes: Note[];
}

/** Chats that speak in public; in others, names are those of private persons. */
const PUBLIC = /^(?:public|private)_(?:channel|supergroup)$/;
const MEDIA = ['photo', 'file', 'poll', 'location_information', 'contact_information'];

export function telegramText(json: string): TelegramText {
  const { chat, message } = documentIn(json);
  const from = forwardedFrom(message);
  const body = bodyOf(message.text).trim();
  const head = from === null ? '' : `Forwarded from ${from}\n\n`;
  const isPublic = PUBLIC.test(chat.type ?? '');
  const held = MEDIA.filter((field) => message[field] !== undefined);
  const notes = held.length > 0 ? [note(`with the message came ${held.join(', ')}, not read`)] : [];
  if (message.forwarded_from !== undefined && from === null)
    notes.push(note('forwarded from a person, not named'));
  return {
    text: head + body,
    metadata: {
      ...NO_METADATA,
      publisher: isPublic ? chat.name : null,
      published: datesOf(message, 'date'),
      modified: datesOf(message, 'edited'),
    },
    marks: from === null ? [] : [forwardMark(from)],
    notes,
  };
}

function forwardMark(from: string): Mark {
  const start = 'Forwarded from '.length;
  const span: Span = [start, start + from.length];
  return { span: [0, span[1]], rule: 'forwarded', facts: [{ kind: 'from', span, text: from }] };
}

/** Name of the channel it was forwarded from; a person is not named. */
function forwardedFrom(message: Record<string, unknown>): string | null {
  const name = message.forwarded_from;
  const id = message.forwarded_from_id;
  if (typeof name !== 'string' || (typeof id === 'string' && id.startsWith('user'))) return null;
  const text = collapse(name).slice(0, 200);
  return text === '' ? null : text;
}

/** A string, or a list of strings and pieces with a look of their own. */
function bodyOf(text: unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text
    .map((piece: unknown) => {
      if (typeof piece === 'string') return piece;
      const inner = (piece as { text?: unknown } | null)?.text;
      return typeof inner === 'string' ? inner : '';
    })
    .join('');
}

/** The instant where the export has it; else the day that the exporter's clock showed, whose zone is not told. */
function datesOf(message: Record<string, unknown>, field: 'date' | 'edited'): PageMetadata['published'] {
  const unix = message[`${field}_unixtime`];
  const iso = typeof unix === 'string' || typeof unix === 'number' ? isoOfNumber(String(unix)) : null;
  const local = message[field];
  const text = iso ?? (typeof local === 'string' ? local.slice(0, 10) : null);
  return text === null ? [] : [{ text, where: 'message' }];
}

function documentIn(json: string): TelegramDocument {
  try {
    const value = JSON.parse(json) as { chat?: unknown; message?: unknown } | null;
    if (isObject(value?.chat) && isObject(value?.message)) {
      const { name, type, id } = value.chat;
      return {
        chat: {
          name: typeof name === 'string' ? collapse(name).slice(0, 200) : null,
          type: typeof type === 'string' ? type : null,
          id: typeof id === 'number' ? id : null,
        },
        message: value.message,
      };
    }
  } catch {
    // Told by its having no text.
  }
  return { chat: { name: null, type: null, id: null }, message: {} };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function note(reason: string): Note {
  return { step: 'telegram', reason, span: null };
}
