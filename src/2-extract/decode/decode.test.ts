import { describe, expect, it } from 'vitest';
import { declaredCharset } from './declared-charset.ts';
import { decode } from './decode.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

describe('decoding', () => {
  it('reads UTF-8 without a word', () => {
    expect(decode(bytes('Deir ez‑Zor — “fell”'), null)).toEqual({
      text: 'Deir ez‑Zor — “fell”',
      charset: 'utf-8',
      remarks: [],
    });
  });

  it('takes byte order marks off and says so', () => {
    expect(decode(bytes([0xef, 0xbb, 0xbf], 'fell'), null)).toMatchObject({ text: 'fell', charset: 'utf-8' });
    const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('fell', 'utf16le')]);
    expect(decode(little, null)).toMatchObject({ text: 'fell', charset: 'utf-16le' });
    const big = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('fell', 'utf16le').swap16()]);
    expect(decode(big, 'utf-8')).toMatchObject({ text: 'fell', charset: 'utf-16be' });
    expect(decode(big, null).remarks[0]).toContain('byte order mark');
  });

  it('keeps the mark of text that was given as text', () => {
    expect(decode(bytes('\ufefffell'), 'utf-8', { keepByteOrderMark: true }).text).toBe('\ufefffell');
  });

  it('tells UTF-16 without a mark', () => {
    expect(decode(Buffer.from('Two shells fell.', 'utf16le'), null)).toMatchObject({
      text: 'Two shells fell.',
      charset: 'utf-16le',
    });
  });

  it('reads windows-1252 where it is no UTF-8, all 32 special characters right', () => {
    const decoded = decode(bytes('said ', [0x93], 'no', [0x94, 0x20, 0x80, 0x85, 0x9f, 0xe9]), null);
    expect(decoded).toMatchObject({ text: 'said “no” €…Ÿé', charset: 'windows-1252' });
    expect(decoded.remarks).toEqual(['not valid UTF-8; read as windows-1252']);
  });

  it('reads windows-1252 bytes pasted into UTF-8 one by one', () => {
    const decoded = decode(bytes('“Mayadin” – ', [0x93], 'fell', [0x94]), null);
    expect(decoded).toMatchObject({ text: '“Mayadin” – “fell”', charset: 'utf-8+windows-1252' });
    expect(decoded.remarks[0]).toContain('2 bytes');
  });

  it('loses only the character that a cut-off file cut', () => {
    expect(decode(bytes('Mayadin “', [0xe2, 0x80]), null)).toMatchObject({
      text: 'Mayadin “\ufffd',
      charset: 'utf-8',
    });
  });

  it('believes a declared charset only as far as the bytes allow', () => {
    const russian = bytes([0xc2, 0xe7, 0xf0, 0xfb, 0xe2]);
    expect(decode(russian, 'windows-1251')).toMatchObject({ text: 'Взрыв', charset: 'windows-1251' });
    expect(decode(bytes('Взрыв'), 'windows-1251')).toMatchObject({ text: 'Взрыв', charset: 'utf-8' });
    expect(decode(bytes('café'), 'iso-8859-1')).toMatchObject({ text: 'café', charset: 'utf-8' });
    expect(decode(bytes('caf', [0xe9]), 'utf-8')).toMatchObject({ text: 'café', charset: 'windows-1252' });
    expect(decode(bytes('fell'), 'windows-1251').remarks).toEqual([]);
    expect(decode(bytes('caf', [0xe9]), 'klingon').remarks[0]).toContain('"klingon" is not known');
  });

  it('decodes the charsets of other scripts', () => {
    expect(decode(bytes([0xb1, 0xac, 0xd5, 0xa8]), 'gb2312').text).toBe('爆炸');
    expect(decode(bytes([0xc7, 0xe1, 0xe3, 0xed, 0xc7, 0xcf, 0xed, 0xe4]), 'windows-1256').text).toBe(
      'الميادين',
    );
    expect(decode(bytes([0x1b, 0x24, 0x42, 0x47, 0x7a, 0x1b, 0x28, 0x42]), 'iso-2022-jp').text).toBe('爆');
  });

  it('never fails, on any bytes under any label', () => {
    const everyByte = Uint8Array.from({ length: 512 }, (_, at) => at & 0xff);
    for (const label of [
      null,
      'utf-8',
      'utf-16',
      'big5',
      'shift_jis',
      'euc-kr',
      'x-user-defined',
      'replacement',
      'hz-gb-2312',
      '',
      '\n',
    ]) {
      expect(typeof decode(everyByte, label).text).toBe('string');
      expect(typeof decode(new Uint8Array(), label).text).toBe('string');
    }
  });
});

describe('the charset a page declares', () => {
  const cases: [string, string | null][] = [
    ['<meta charset="windows-1251">', 'windows-1251'],
    ["<html><head><meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", 'ISO-8859-1'],
    ['<?xml version="1.0" encoding="koi8-r"?><html>', 'koi8-r'],
    ['<p>charset=utf-8</p>', null],
    [`${' '.repeat(5000)}<meta charset=utf-8>`, null],
  ];
  for (const [html, charset] of cases) {
    it(html.trim().slice(0, 50), () => expect(declaredCharset(bytes(html))).toBe(charset));
  }
});
