/** Mailboxes: many messages in one file, each begun by a line `From …` after a blank one (RFC 4155). */

import type { AcquireContext } from '../../importer.ts';
import { tooLarge } from '../../limits.ts';
import type { ByteSource } from '../byte-source.ts';
import type { Part, Unpacker } from '../unpacker.ts';
import { MAIL_TYPE } from './mail.ts';
import { looksLikeMbox } from './mail-head.ts';

export const mbox: Unpacker = {
  name: 'a mailbox',
  takes: ({ head, name }) => looksLikeMbox(head) || (/\.mbox$/i.test(name) && head.length > 0),
  unpack: messagesOf,
};

const LF = 10;
const CR = 13;

async function* messagesOf(source: ByteSource, context: AcquireContext): AsyncGenerator<Part> {
  let number = 0;
  let lines: Uint8Array[] = [];
  let size = 0;
  let blank = true;
  const finish = (): Part | null => {
    if (lines.length === 0) return null;
    const part = `message=${++number}`;
    const bytes = Buffer.concat(lines);
    const whole = size;
    lines = [];
    size = 0;
    if (whole > context.maxBytes) {
      return { ok: false, part, error: tooLarge(`${source.name}#${part}`, whole, context.maxBytes) };
    }
    return {
      ok: true,
      part,
      bytes,
      declared: { mediaType: MAIL_TYPE, charset: null },
      name: 'message.eml',
      mayHold: true,
    };
  };
  for await (const line of byteLines(source.stream())) {
    if (blank && startsWith(line, 'From ')) {
      const done = finish();
      if (done) yield done;
      blank = false;
      continue;
    }
    blank = line.length === 1 || (line.length === 2 && line[0] === CR);
    size += line.length;
    // What is over the limit is told, not held.
    if (size <= context.maxBytes || lines.length === 0) lines.push(unquoted(line));
  }
  const last = finish();
  if (last) yield last;
}

/** `>From ` stands for a line of the message that begins with `From `. */
function unquoted(line: Uint8Array): Uint8Array {
  return /^>+From $/.test(
    Buffer.from(line.subarray(0, 12))
      .toString('latin1')
      .slice(0, line.indexOf(0x20) + 1),
  )
    ? line.subarray(1)
    : line;
}

function startsWith(line: Uint8Array, text: string): boolean {
  return Buffer.from(line.subarray(0, text.length)).toString('latin1') === text;
}

/** Longer lines are given in pieces. */
const LONGEST = 1 << 20;

/** Lines with their ends. */
async function* byteLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      yield bytes.subarray(from, end + 1);
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > LONGEST) {
      yield rest;
      rest = new Uint8Array(0);
    }
  }
  if (rest.length > 0) yield rest;
}
