/** Spoils bytes in the ways that transport, programs and enemies do; the same seed, the same bytes. */

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** A whole number below `n`. */
  below(n: number): number {
    // mulberry32, by Tommy Ettinger, public domain.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

/** What parsers stumble over. */
const TOKENS = [
  '<div>'.repeat(300),
  '</p></table>',
  '<!--',
  '-->',
  '<![CDATA[',
  '&#x110000;',
  '&lt',
  '<script>',
  '<svg><p>',
  '"',
  "'",
  '\\',
  '\0',
  '\n\n',
  '\r',
  '\ud800',
  '%',
  '{',
  '[',
  '}]',
  '"messages": [',
  '\nFrom x ',
  '--outer',
  '\r\n\r\n',
  'Content-Length: 99999999999',
  'WARC/1.1\r\n',
  'endobj',
  'stream\n',
  'endstream',
  '/Kids [2 0 R]',
  '/Length -1',
  '/Filter /FlateDecode',
  '<< /Type /Page',
  'obj',
  '0 0 R',
  '999999999',
  '-1',
  '1e309',
  'PK\u0003\u0004',
  '\x1f\x8b\x08',
  '=?utf-8?b?//8=?=',
  '=\r\n',
  'base64',
  '\ufeff',
  'а',
  '\u202e',
  'x'.repeat(5000),
  ' '.repeat(3000),
  '\t,;|'.repeat(200),
  '('.repeat(2000),
  'D:99999999',
];

export function mutated(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  let result: Uint8Array = Uint8Array.from(bytes);
  const times = 1 + random.below(4);
  for (let i = 0; i < times; i++) result = once(result, other, random);
  return result;
}

function once(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  const length = random.below(Math.min(400, bytes.length - at) + 1);
  const parts = (...all: Uint8Array[]) => new Uint8Array(Buffer.concat(all));
  switch (random.below(8)) {
    case 0: {
      const copy = Uint8Array.from(bytes);
      for (let i = 0; i < 8 && copy.length > 0; i++) copy[random.below(copy.length)] = random.below(256);
      return copy;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return parts(bytes.subarray(0, at), bytes.subarray(at + length));
    case 3: {
      const piece = bytes.subarray(at, at + length);
      const again = Array.from({ length: 1 + random.below(60) }, () => piece);
      return parts(bytes.subarray(0, at), ...again, bytes.subarray(at));
    }
    case 4:
    case 5:
      return parts(bytes.subarray(0, at), Buffer.from(random.of(TOKENS), 'latin1'), bytes.subarray(at));
    case 6: {
      const from = random.below(other.length + 1);
      return parts(bytes.subarray(0, at), other.subarray(from, from + 500), bytes.subarray(at));
    }
    default: {
      // A number in the text becomes another.
      const text = Buffer.from(bytes).toString('latin1');
      const numbers = [...text.matchAll(/\d+/g)];
      if (numbers.length === 0) return bytes;
      const { index, 0: number } = random.of(numbers);
      const instead = random.of(['0', '-1', '4294967296', '65536', '1', number.repeat(3)]);
      return Buffer.from(text.slice(0, index) + instead + text.slice(index + number.length), 'latin1');
    }
  }
}
