/** What the network sees of a word: hashed, so that no word is unknown altogether. */

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  }
  return h >>> 0;
}

const QUOTES: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '``': '"',
  "''": '"',
  '""': '"',
  '‘': "'",
  '’': "'",
  '‛': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '…': '...',
};
const ODD = /[“”„«»‘’‛–—‐‑…]/g;

function plainMarks(form: string): string {
  return QUOTES[form] ?? (/[^ -~]/.test(form) ? form.replace(ODD, (c) => QUOTES[c] ?? c) : form);
}

/** The form the network knows a word by: lower case, digits as 0, quotation marks and dashes made plain. */
export function normalForm(form: string): string {
  const plain = plainMarks(form);
  // A "word" of thousands of characters tells no more than its ends.
  const short = plain.length > 64 ? plain.slice(0, 32) + plain.slice(-32) : plain;
  return short.toLowerCase().replace(/[0-9]/g, '0');
}

/** Shape: X upper, x lower, d digit, others themselves; runs longer than 3 cut; whether it has a hyphen shows. */
export function shapeOf(word: string): string {
  const form = plainMarks(word);
  let shape = '';
  let last = '';
  let run = 0;
  for (let i = 0; i < form.length && shape.length < 12; i++) {
    const c = form[i]!;
    const kind =
      c >= 'a' && c <= 'z'
        ? 'x'
        : c >= 'A' && c <= 'Z'
          ? 'X'
          : c >= '0' && c <= '9'
            ? 'd'
            : c.toLowerCase() !== c.toUpperCase()
              ? c === c.toLowerCase()
                ? 'x'
                : 'X'
              : c;
    run = kind === last ? run + 1 : 1;
    last = kind;
    if (run <= 3) shape += kind;
  }
  return shape;
}

/** Buckets of the character n-grams (2 to 5, with word bounds) of a normal form. */
export function gramBuckets(normal: string, buckets: number): Int32Array {
  const word = `<${normal}>`;
  const out: number[] = [];
  for (let n = 2; n <= 5; n++) {
    const seed = 0x811c9dc5 ^ n;
    for (let i = 0; i + n <= word.length; i++) {
      let h = seed;
      for (let j = i; j < i + n; j++) h = Math.imul(h ^ word.charCodeAt(j), 0x01000193);
      out.push((h >>> 7) % buckets);
    }
  }
  return Int32Array.from(out);
}
