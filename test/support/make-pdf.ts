/** Writes small PDFs for tests: text at places, pages that are pictures, and files locked with a password. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Helvetica text, from the page's foot, in points; a page is 595 by 842. */
export interface Drawn {
  text: string;
  x: number;
  y: number;
  size?: number;
}

export interface PdfSettings {
  info?: Record<string, string>;
  /** Locks the file with this password (the standard handler's first revision: RC4, 40 bits). */
  password?: string;
  pack?: boolean;
}

/** @param pages text drawn on each; null for a page that is a picture */
export function makePdf(pages: readonly (readonly Drawn[] | null)[], settings: PdfSettings = {}): Buffer {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const crypt = settings.password === undefined ? null : new Crypt(settings.password);
  for (const [i, drawn] of pages.entries()) {
    const own = 4 + i * 2;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${own + 1} 0 R >>`,
    );
    add(stream(Buffer.from(contentOf(drawn), 'latin1'), own + 1, settings, crypt));
  }
  const info = Object.entries(settings.info ?? {}).map(([key, value]) => `/${key} (${escaped(value)})`);
  add(`<< ${info.join(' ')} >>`);
  if (crypt) add(crypt.dictionary());
  return write(objects, info.length > 0, crypt);
}

function contentOf(drawn: readonly Drawn[] | null): string {
  if (drawn === null) return 'q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q';
  return drawn
    .map(({ text, x, y, size = 11 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
    .join('\n');
}

const escaped = (text: string) =>
  text
    .replace(/[\\()]/g, '\\$&')
    .replace(/[–]/g, '\x96')
    .replace(/[’]/g, '\x92')
    .replace(/•/g, '\x95');

function stream(content: Buffer, number: number, { pack }: PdfSettings, crypt: Crypt | null): string {
  const packed = pack ? deflateSync(content) : content;
  const bytes = crypt ? crypt.object(packed, number) : packed;
  return `<< /Length ${bytes.length}${pack ? ' /Filter /FlateDecode' : ''} >>\nstream\n${bytes.toString('latin1')}\nendstream`;
}

function write(objects: readonly string[], hasInfo: boolean, crypt: Crypt | null): Buffer {
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets: number[] = [];
  objects.forEach((body, i) => {
    offsets.push(file.length);
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const last = objects.length;
  const infoAt = crypt ? last - 1 : last;
  const more = `${hasInfo ? ` /Info ${infoAt} 0 R` : ''}${crypt ? ` /Encrypt ${last} 0 R /ID [<${ID}> <${ID}>]` : ''}`;
  file += `xref\n0 ${last + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${last + 1} /Root 1 0 R${more} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const ID = '00112233445566778899aabbccddeeff';
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const md5 = (...parts: Uint8Array[]) => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

class Crypt {
  readonly #owner: Buffer;
  readonly #key: Buffer;

  constructor(password: string) {
    const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
    this.#owner = rc4(md5(padded).subarray(0, 5), padded);
    this.#key = md5(
      padded,
      this.#owner,
      Buffer.from([0xfc, 0xff, 0xff, 0xff]),
      Buffer.from(ID, 'hex'),
    ).subarray(0, 5);
  }

  dictionary(): string {
    const user = rc4(this.#key, PADDING);
    return `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${this.#owner.toString('hex')}> /U <${user.toString('hex')}> >>`;
  }

  object(bytes: Buffer, number: number): Buffer {
    const salted = Buffer.concat([this.#key, Buffer.from([number & 255, number >> 8, 0, 0, 0])]);
    return rc4(md5(salted).subarray(0, 10), bytes);
  }
}

function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    Uint8Array.from(bytes, (byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]!) & 255;
      [state[i], state[j]] = [state[j]!, state[i]!];
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}
