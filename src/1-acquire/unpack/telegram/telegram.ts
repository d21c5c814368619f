/** Telegram Desktop's export (result.json): a message, a document. */
import { ReportedlyError } from '../../../errors.ts';
import type { AcquireContext } from '../../importer.ts';
import type { ByteSource } from '../byte-source.ts';
import { textOf } from '../text-stream.ts';
import type { Part, Unpacker } from '../unpacker.ts';
import { type Chat, messagesIn } from './messages.ts';

export const TELEGRAM_TYPE = 'application/vnd.reportedly.telegram+json';

/** What the bytes of such a document hold: the message as it came, and the chat it stood in. */
export interface TelegramDocument {
  chat: Chat;
  message: Record<string, unknown>;
}

export const telegram: Unpacker = {
  name: 'an export of Telegram',
  takes: ({ head, name }, declared) =>
    (/\.json$/i.test(name) || /\bjson$/.test(declared ?? '')) && looksLikeExport(head),
  unpack: messagesOf,
};

function looksLikeExport(head: Uint8Array): boolean {
  const start = Buffer.from(head).toString('utf8');
  return (
    /^\ufeff?\s*\{/.test(start) &&
    (/"messages"\s*:\s*\[\s*(?:\{\s*"id"\s*:\s*-?\d+\s*,\s*"type"\s*:\s*"(?:message|service)"|\])/.test(
      start,
    ) ||
      /"type"\s*:\s*"(?:public|private|personal|bot)_(?:channel|supergroup|group|chat)"/.test(start))
  );
}

async function* messagesOf(source: ByteSource, context: AcquireContext): AsyncGenerator<Part> {
  let number = 0;
  for await (const { chat, json } of messagesIn(textOf(source), context.maxBytes)) {
    number++;
    const message = json === null ? null : objectIn(json);
    const id = message && typeof message.id === 'number' ? message.id : null;
    const part = `${chat.id === null ? '' : `chat=${chat.id},`}message=${id ?? `${number}.`}`;
    if (message === null) {
      const reason = json === null ? 'it is too long' : 'it is no JSON';
      yield {
        ok: false,
        part,
        error: new ReportedlyError('table-row', { input: source.name, row: String(number), reason }),
      };
    } else if (message.type === 'service') {
      context.passedOver(`${source.name}#${part}`, 'a service message of Telegram');
    } else {
      const document: TelegramDocument = { chat, message };
      yield { ok: true, part, bytes: Buffer.from(JSON.stringify(document)), mediaType: TELEGRAM_TYPE };
    }
  }
}

function objectIn(json: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(json) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
