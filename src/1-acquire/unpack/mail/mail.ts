/** Mail: the message, and what is attached to it as documents of their own. */
import PostalMime, { type Attachment } from 'postal-mime';
import { ReportedlyError } from '../../../errors.ts';
import type { AcquireContext } from '../../importer.ts';
import { type ByteSource, wholeOf } from '../byte-source.ts';
import type { Part, Unpacker } from '../unpacker.ts';
import { looksLikeMail, looksLikeMhtml } from './mail-head.ts';

export const MAIL_TYPE = 'message/rfc822';

export const mail: Unpacker = {
  name: 'mail',
  takes: ({ name, head }, declared) =>
    !looksLikeMhtml(head) &&
    (looksLikeMail(head) || (head.length > 0 && (/\.eml$/i.test(name) || declared === MAIL_TYPE))),
  unpack: partsOf,
};

const MAX_ATTACHMENTS = 500;

/** What the parser may do, here and where the text is taken out. */
export const MIME_LIMITS = {
  maxNestingDepth: 40,
  maxHeadersSize: 1_000_000,
  // What was forwarded whole is a message of its own.
  forceRfc822Attachments: true,
} as const;

async function* partsOf(source: ByteSource, context: AcquireContext): AsyncGenerator<Part> {
  const bytes = await wholeOf(source, context.maxBytes);
  const email = await PostalMime.parse(bytes, MIME_LIMITS).catch(() => {
    throw new ReportedlyError('container-broken', {
      input: source.name,
      reason: 'it is no mail that can be taken apart',
    });
  });
  yield { ok: true, part: '', bytes, mediaType: MAIL_TYPE };
  let number = 0;
  for (const attachment of email.attachments) {
    if (isPieceOfText(attachment)) continue;
    if (++number > MAX_ATTACHMENTS) break;
    const content = bytesOf(attachment);
    const { filename, mimeType } = attachment;
    if (content.length === 0) continue;
    const declared = mimeType === 'application/octet-stream' ? null : mimeType;
    yield {
      ok: true,
      part: `attachment=${number}`,
      bytes: content,
      declared: { mediaType: declared, charset: null },
      name: filename ?? '',
      mayHold: true,
    };
  }
}

/** Pictures that the message shows within its text stay with it. */
function isPieceOfText({ related, disposition, contentId }: Attachment): boolean {
  return related === true || (disposition !== 'attachment' && contentId !== undefined);
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
}
