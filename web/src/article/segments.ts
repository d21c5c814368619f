/** The article's text cut where anything begins or ends: claims, furniture, lit words. Pieces joined give the text again. */
import type { Span } from '../api.ts';

export interface Segment {
  start: number;
  end: number;
  /** Indices of the claims whose words these are. */
  claims: number[];
  furniture: boolean;
  lit: boolean;
  /** Picked by the person at the screen. */
  picked: boolean;
  /** Of a sentence that no claim has words of. */
  bare: boolean;
}

export interface Paragraph {
  start: number;
  /** Without the line's end. */
  end: number;
  /** All of it is furniture. */
  furniture: boolean;
}

export function paragraphs(text: string, furniture: readonly Span[]): Paragraph[] {
  const out: Paragraph[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (text.slice(start, end).trim() !== '') {
      out.push({
        start,
        end,
        furniture: furniture.some(([s, e]) => s <= start && e >= trimmedEnd(text, end)),
      });
    }
    start = end + 1;
  }
  return out;
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** Claims by the paragraphs they have words in, so that each paragraph looks at its own only. */
export function claimsByParagraph(
  all: readonly Paragraph[],
  claims: readonly (readonly Span[])[],
): number[][] {
  const out: number[][] = all.map(() => []);
  claims.forEach((spans, claim) => {
    for (const [start, end] of spans) {
      for (let i = firstAfter(all, start); i < all.length && all[i]!.start < end; i++) {
        if (out[i]!.at(-1) !== claim) out[i]!.push(claim);
      }
    }
  });
  return out;
}

/** The first paragraph that ends behind `at`. */
function firstAfter(all: readonly Paragraph[], at: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

export interface Marks {
  claims: readonly { index: number; spans: readonly Span[] }[];
  furniture: readonly Span[];
  lit: readonly Span[];
  picked?: readonly Span[];
  bare?: readonly Span[];
}

export function segments({ start, end }: Paragraph, marks: Marks): Segment[] {
  const cuts = new Set([start, end]);
  const cut = ([s, e]: Span) => {
    if (s > start && s < end) cuts.add(s);
    if (e > start && e < end) cuts.add(e);
  };
  for (const { spans } of marks.claims) spans.forEach(cut);
  marks.furniture.forEach(cut);
  marks.lit.forEach(cut);
  marks.picked?.forEach(cut);
  marks.bare?.forEach(cut);
  const at = [...cuts].sort((a, b) => a - b);
  const covers = (s: number, e: number) => (span: Span) => span[0] < e && span[1] > s;
  return at.slice(0, -1).map((s, i) => {
    const e = at[i + 1]!;
    const inside = covers(s, e);
    return {
      start: s,
      end: e,
      claims: marks.claims.filter(({ spans }) => spans.some(inside)).map(({ index }) => index),
      furniture: marks.furniture.some(inside),
      lit: marks.lit.some(inside),
      picked: marks.picked?.some(inside) ?? false,
      bare: marks.bare?.some(inside) ?? false,
    };
  });
}

/** Spans that touch the stretch; the same empty list where none do. */
const NONE: readonly Span[] = [];
export function within(spans: readonly Span[], { start, end }: Paragraph): readonly Span[] {
  const found = spans.filter(([s, e]) => s < end && e > start);
  return found.length === 0 ? NONE : found;
}
