/** Tells mail from other text by its first lines, and web pages packed as MHTML from mail. */

const HEADER = /^([A-Za-z][\w-]{1,60}):[ \t]?\S?/;
const OF_MAIL =
  /^(?:return-path|received|from|to|cc|subject|date|message-id|mime-version|delivered-to|content-type|reply-to|sender|dkim-signature|list-id|in-reply-to|x-[\w-]+)$/i;

function start(head: Uint8Array): string {
  return Buffer.from(head.subarray(0, 8192)).toString('latin1').replace(/^\s+/, '');
}

/** A header block that has what a message must, or nearly. */
export function looksLikeMail(head: Uint8Array): boolean {
  const names = new Set<string>();
  for (const line of start(head).split(/\r?\n/)) {
    if (/^[ \t]/.test(line) && names.size > 0) continue;
    const name = HEADER.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) break;
    if (OF_MAIL.test(name)) names.add(name);
  }
  return (
    names.has('from') &&
    names.size >= 3 &&
    (names.has('date') || names.has('subject') || names.has('message-id'))
  );
}

export function looksLikeMbox(head: Uint8Array): boolean {
  return /^From \S+ .{0,20}\d{1,2}:\d{2}.{0,30}\r?\n[\w-]+:/.test(start(head));
}

export function looksLikeMhtml(head: Uint8Array): boolean {
  const block = start(head).split(/\r?\n\r?\n/)[0]!;
  return (
    /^content-type:\s*multipart\/related/im.test(block) &&
    /^(?:snapshot-content-location:|from:\s*<saved by|x-mimeole:|content-location:)/im.test(block)
  );
}
