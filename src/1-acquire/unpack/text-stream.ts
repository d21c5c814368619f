/** Bytes as text and as lines, a piece at a time: UTF-8, UTF-16 by its mark or shape, else Windows-1252. */
import { utf16Shape } from '../formats/utf16-shape.ts';
import type { ByteSource } from './byte-source.ts';

export async function* textOf(source: ByteSource): AsyncGenerator<string> {
  const decoder = new TextDecoder(encodingOf(source.head));
  for await (const chunk of source.stream()) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

export function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const shape = utf16Shape(head);
  if (shape) return shape;
  try {
    // As a stream: the head may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Lines without their ends; one longer than the limit is null in its place. */
export async function* linesOfText(
  chunks: AsyncIterable<string>,
  longest: number,
): AsyncGenerator<string | null> {
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      length += end - from;
      yield length > longest ? null : (pieces.join('') + chunk.slice(from, end)).replace(/\r$/, '');
      pieces = [];
      length = 0;
      from = end + 1;
    }
    length += chunk.length - from;
    if (length <= longest) pieces.push(chunk.slice(from));
    else pieces = [];
  }
  if (length > 0) yield length > longest ? null : pieces.join('').replace(/\r$/, '');
}
