/** What a mail holds, taken out with postal-mime. */
import PostalMime from 'postal-mime';
import { MIME_LIMITS } from '../../1-acquire/unpack/mail/mail.ts';

export interface MailContent {
  kind: 'mail';
  subject: string | null;
  /** As written, or ISO 8601. */
  date: string | null;
  /** Name of the list it went over, which is public; its sender is not told. */
  list: string | null;
  text: string | null;
  html: string | null;
  attachments: string[];
  /** Why it could not be taken apart, or null. */
  fault: string | null;
}

const MAX_TEXT = 4_000_000;

/** Never throws. */
export async function readMail(bytes: Uint8Array): Promise<MailContent> {
  try {
    const email = await PostalMime.parse(bytes, MIME_LIMITS);
    const list = email.headers.find(({ key }) => key === 'list-id')?.value ?? '';
    return {
      kind: 'mail',
      subject: email.subject?.trim() || null,
      date: email.date ?? null,
      list: /^\s*"?([^"<]{2,120}?)"?\s*</.exec(list)?.[1]?.trim() ?? null,
      text: email.text?.slice(0, MAX_TEXT) || null,
      html: email.html?.slice(0, MAX_TEXT) || null,
      attachments: email.attachments.slice(0, 100).map(({ filename, mimeType }) => filename ?? mimeType),
      fault: null,
    };
  } catch {
    const nothing = { subject: null, date: null, list: null, text: null, html: null, attachments: [] };
    return { kind: 'mail', ...nothing, fault: 'it could not be taken apart (container-broken)' };
  }
}
