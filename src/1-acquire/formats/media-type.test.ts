import { describe, expect, it } from 'vitest';
import { ReportedlyError } from '../../errors.ts';
import { MAGIC_NUMBERS } from './magic-numbers.ts';
import { mediaTypeOf } from './media-type.ts';

function typeOf(content: string | Uint8Array, name = 'report', declared: string | null = null): string {
  try {
    return mediaTypeOf(Buffer.from(content), name, declared);
  } catch (error) {
    if (error instanceof ReportedlyError)
      return `${error.code}: ${error.details.reason ?? error.details.type}`;
    throw error;
  }
}

describe('media type by content', () => {
  const cases: [content: string, type: string, name?: string, declared?: string][] = [
    ['Two shells fell.', 'text/plain'],
    ['Two shells fell.', 'text/plain', 'report.txt'],
    ['# Report\n', 'text/markdown', 'report.md'],
    ['<!DOCTYPE html><p>x', 'text/html'],
    ['\ufeff\n <!-- saved from -->\n<HTML lang="en">', 'text/html'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html><html>', 'text/html'],
    ['<html>', 'text/html', 'report.txt'],
    ['Two shells fell.', 'text/html', 'page.HTM'],
    ['Two shells fell.', 'text/html', 'https://example.org/a', 'text/html'],
    ['<html>', 'text/html', 'https://example.org/a', 'text/plain'],
    ['<blast> heard at the bridge', 'text/plain'],
    ['5 < 6 and 7 > 6', 'text/plain'],
    ['<?xml version="1.0"?><rss version="2.0">', 'input-type: a feed'],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', 'input-type: a feed'],
    ['<?xml version="1.0"?><urlset>', 'input-type: a sitemap or other XML file'],
    ['{"a": 1}', 'input-type: a JSON file', 'x.json'],
    ['{"a": 1}', 'input-type: a JSON file', 'https://example.org/x?format=html', 'application/json'],
    ['a,b', 'input-type: a table', 'x.csv'],
    ['From: a', 'text/plain', 'x.txt'],
    [
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n',
      'multipart/related',
      'page.mhtml',
    ],
    ['x', 'input-type: of type application/pdf', 'https://example.org/x', 'application/pdf'],
    ['{"a": 1}', 'input-type: a JSON file', 'https://example.org/x.json?y', 'application/octet-stream'],
  ];
  for (const [content, type, name, declared] of cases) {
    it(`${JSON.stringify(content.slice(0, 40))} as ${name ?? 'a file'} is ${type}`, () => {
      expect(typeOf(content, name, declared ?? null)).toBe(type);
    });
  }
});

describe('binary data', () => {
  for (const { name, at, bytes, mediaType } of MAGIC_NUMBERS) {
    it(`is told by its first bytes: ${name}`, () => {
      const content = Buffer.alloc(at + bytes.length + 8, 0x20);
      content.set(bytes, at);
      if (mediaType) expect(typeOf(content)).toBe(mediaType);
      else expect(typeOf(content)).toMatch(/^input-binary: it is an? /);
    });
  }

  it('is told by zeros and control characters', () => {
    expect(typeOf(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]))).toBe('input-binary: it is binary data');
    expect(typeOf(`text${'\0'.repeat(20)}text`.repeat(10))).toBe('input-binary: it is binary data');
  });

  it('is not what a text with a stray zero, form feed or escape is', () => {
    expect(typeOf(`${'Two shells fell. '.repeat(100)}\0`)).toBe('text/plain');
    expect(typeOf('Page one\f\n\u001b[1mPage two')).toBe('text/plain');
  });

  it('is not what UTF-16 is, with its mark or without', () => {
    const utf16 = Buffer.from('Two shells fell near the bridge.', 'utf16le');
    expect(typeOf(utf16)).toBe('text/plain');
    expect(typeOf(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]))).toBe('text/plain');
    expect(typeOf(Buffer.from('<html><p>Two shells fell.', 'utf16le'))).toBe('text/html');
  });
});
