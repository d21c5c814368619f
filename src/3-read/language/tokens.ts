/**
 * Text to words, as Universal Dependencies' English treebanks cut them: "don't" is "do" and "n't", "Turkish-backed"
 * is three words, "U.S." keeps its stops. One pass, linear in the text.
 */

export interface WordSpan {
  start: number;
  end: number;
}

export interface TokenWords {
  /** Abbreviations with their full stop, and what they are (title, month, number …). */
  abbreviations: ReadonlyMap<string, string>;
  /** Prefixes that stay one word with what follows their hyphen. */
  prefixes: ReadonlySet<string>;
  /** Names in capitals that small letters make an ordinary word, with a like name the network knows. */
  acronyms: ReadonlyMap<string, string>;
}

/** A chunk between white space longer than this is not looked into: no word of any language is. */
const CHUNK_MAX = 400;

const WHOLE =
  /^(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[@#][\p{L}\p{N}_]+|\d{1,3}(?:[./-]\d{3,4}){2,}|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?)$/u;
const OPENING = /^(?:``|''|""|["'“”‘’„«»([{<*_~¿¡–—-]|[$£€¥#](?=\d))/u;
const CLOSING = /(?:''|""|\.{2,}|…+|!{2,}|\?{2,}|["'“”‘’„«»)\]}>,;:!?*_~–—-]|[%°](?=$))$/u;
const SPACED_INITIALS = /^(?:\p{L}\.){2,}$/u;
const CONTRACTION = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)|N['’]T)$/u;
const FUSED: Record<string, number> = { cannot: 3, gonna: 3, gotta: 3, wanna: 3, gimme: 3, lemme: 3 };
const UNIT = /^(\d[\d.,]*)(km|kms|m|cm|mm|kg|g|lb|lbs|ft|mph|kph|am|pm|a\.m\.|p\.m\.|k|K|bn|mn|M|MM|kt|nm)$/;

/** The words of `text` between `from` and `to`, in order. */
export function findWords(text: string, from: number, to: number, words: TokenWords): WordSpan[] {
  const out: WordSpan[] = [];
  let at = from;
  while (at < to) {
    while (at < to && isSpace(text.charCodeAt(at))) at++;
    if (at >= to) break;
    let end = at;
    while (end < to && !isSpace(text.charCodeAt(end)) && end - at < CHUNK_MAX * 64) end++;
    if (end - at > CHUNK_MAX && !/[\p{L}\p{N}]/u.test(text.slice(at, at + CHUNK_MAX))) {
      // A rule of dashes or brackets: cut into pieces, each a word.
      for (let p = at; p < end; p += CHUNK_MAX) splitChunk(text, p, Math.min(end, p + CHUNK_MAX), words, out);
    } else if (end - at > CHUNK_MAX) out.push({ start: at, end });
    else splitChunk(text, at, end, words, out);
    at = end;
  }
  return out;
}

function isSpace(c: number): boolean {
  return (
    c === 32 ||
    (c >= 9 && c <= 13) ||
    c === 0xa0 ||
    c === 0x1680 ||
    (c >= 0x2000 && c <= 0x200b) ||
    c === 0x2028 ||
    c === 0x2029 ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000 ||
    c === 0xfeff ||
    c === 0x85
  );
}

/** Peels marks off both ends of a chunk, then cuts what is left. */
function splitChunk(text: string, from: number, to: number, words: TokenWords, out: WordSpan[]): void {
  let start = from;
  let end = to;
  const followed = /^\s{1,4}\d/.test(text.slice(to, to + 5));
  const tail: WordSpan[] = [];
  while (start < end) {
    const chunk = text.slice(start, Math.min(end, start + 64));
    if (keepsWhole(text.slice(start, end), words, followed)) break;
    const mark = OPENING.exec(chunk);
    if (!mark || isElision(chunk)) break;
    if (/^-\d/.test(chunk) && start === from) break;
    const run = sameRun(text, start, end);
    out.push({ start, end: start + Math.max(run, mark[0].length) });
    start += Math.max(run, mark[0].length);
  }
  while (start < end) {
    const chunk = text.slice(start, end);
    if (keepsWhole(chunk, words, followed)) break;
    const length = closingLength(chunk, words, followed);
    if (length === 0) break;
    tail.push({ start: end - length, end });
    end -= length;
  }
  if (start < end) splitCore(text, start, end, words, followed, out);
  for (let i = tail.length - 1; i >= 0; i--) out.push(tail[i]!);
}

/** Runs such as "---", "***" or "..." are one word; quotation marks and brackets are not. */
function sameRun(text: string, start: number, end: number): number {
  const c = text[start]!;
  if (!'-*_~–—!?.='.includes(c)) return 1;
  let n = 1;
  while (start + n < end && text[start + n] === c) n++;
  return n;
}

/** 'em, '90s, ’tis: the mark belongs to the word. */
function isElision(chunk: string): boolean {
  return /^['’](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|s\b|n\b)/i.test(chunk);
}

function keepsWhole(chunk: string, words: TokenWords, followed: boolean): boolean {
  if (chunk.length === 1) return true;
  if (isAbbreviation(chunk, words, followed)) return true;
  if (/^(?:[:;=][-o]?[()DPp/]|[!?.]*[!?][!?.]*|=+|\$+|<+|>+)$/.test(chunk)) return true;
  return WHOLE.test(chunk) && !/[.,;:!?)\]"'”’]$/.test(chunk);
}

/** "No." and its like keep their stop before a figure only (`followed`: a figure comes next). */
function isAbbreviation(chunk: string, words: TokenWords, followed: boolean): boolean {
  if (!chunk.endsWith('.') && !words.abbreviations.has(chunk)) return false;
  const kind = words.abbreviations.get(chunk);
  if (kind !== undefined) return kind !== 'number' || followed;
  return SPACED_INITIALS.test(chunk) || /^\p{Lu}\.$/u.test(chunk);
}

/** How many characters at the end of a chunk are a mark of their own; 0 for none. */
function closingLength(chunk: string, words: TokenWords, followed: boolean): number {
  const end = chunk.length;
  if (chunk.endsWith('.') && !chunk.endsWith('..')) {
    return isAbbreviation(chunk, words, followed) ? 0 : 1;
  }
  const mark = CLOSING.exec(chunk.slice(-64));
  if (!mark) return 0;
  let length = mark[0].length;
  const c = chunk[end - 1]!;
  if ('-*_~–—!?.='.includes(c)) {
    length = 1;
    while (length < end && chunk[end - 1 - length] === c) length++;
  }
  return length;
}

/** A chunk without outer marks: web addresses whole, else cut at dashes and slashes, then contractions and units. */
function splitCore(
  text: string,
  start: number,
  end: number,
  words: TokenWords,
  followed: boolean,
  out: WordSpan[],
): void {
  const chunk = text.slice(start, end);
  if (WHOLE.test(chunk) || !/[^\p{L}\p{N}]/u.test(chunk)) {
    splitWord(text, start, end, out);
    return;
  }
  if (keepsWhole(chunk, words, followed)) {
    out.push({ start, end });
    return;
  }
  let at = 0;
  while (at < chunk.length) {
    const cut = nextCut(chunk, at, words);
    if (!cut) {
      splitWord(text, start + at, end, out);
      return;
    }
    if (cut.start > at) splitWord(text, start + at, start + cut.start, out);
    out.push({ start: start + cut.start, end: start + cut.end });
    at = cut.end;
  }
}

/** "…of the city.The army", "more than 260.Police", "he added.A crowd": a missing space, common in copied text. */
const GLUED = /(?:\p{Ll}|\d)\.\p{Lu}\p{Ll}|\p{Ll}{2}\.[AI]$/u;

/** The next dash, slash or other inner mark of a chunk at which it is cut. */
function nextCut(chunk: string, from: number, words: TokenWords): WordSpan | null {
  for (let i = from; i < chunk.length; i++) {
    const c = chunk[i]!;
    if (c === '-' || c === '–' || c === '—') {
      let j = i + 1;
      while (j < chunk.length && chunk[j] === c) j++;
      if (j - i === 1 && c === '-' && words.prefixes.has(chunk.slice(from, i).toLowerCase())) continue;
      if (i > from || j < chunk.length) return { start: i, end: j };
    } else if (c === '/') {
      if (/\d/.test(chunk[i - 1] ?? '') && /\d/.test(chunk[i + 1] ?? '') && chunk.length < 12) continue;
      if (i > from) return { start: i, end: i + 1 };
    } else if (c === '.' && chunk[i + 1] === '.') {
      let j = i + 1;
      while (chunk[j] === '.') j++;
      return { start: i, end: j };
    } else if ('…"“”„«»()[]{}<>;!?='.includes(c)) {
      return { start: i, end: i + 1 };
    } else if (c === ',' || c === ':') {
      if (!(/\d/.test(chunk[i - 1] ?? '') && /\d/.test(chunk[i + 1] ?? ''))) return { start: i, end: i + 1 };
    } else if (c === '.' && GLUED.test(chunk.slice(Math.max(0, i - 2), i + 4))) {
      return { start: i, end: i + 1 };
    } else if (c === '$' || c === '£' || c === '€') {
      return { start: i, end: i + 1 };
    } else if (c === '%') return { start: i, end: i + 1 };
  }
  return null;
}

/** Contractions, "cannot" and its like, figures with units. */
function splitWord(text: string, start: number, end: number, out: WordSpan[]): void {
  const word = text.slice(start, end);
  const fused = FUSED[word.toLowerCase()];
  const contraction = fused || word.length > 40 ? null : CONTRACTION.exec(word);
  const unit = /^\d/.test(word) ? UNIT.exec(word) : null;
  const cut = fused ?? (contraction ?? unit)?.[1]?.length;
  if (cut === undefined) {
    out.push({ start, end });
    return;
  }
  if (contraction) splitWord(text, start, start + cut, out);
  else out.push({ start, end: start + cut });
  out.push({ start: start + cut, end });
}
