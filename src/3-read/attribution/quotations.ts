/** Quotations by their marks: which stretches of a text stand between them. */
import type { Token } from '../language/parsed-text.ts';

/** A stretch between marks, the marks left out. `closed` is false where the paragraph ended first. */
export interface Quotation {
  start: number;
  end: number;
  closed: boolean;
  paragraph: number;
}

interface Mark {
  at: number;
  length: number;
  opens: boolean;
  closes: boolean;
  kind: 'double' | 'angle' | 'single';
}

const MARK = /["“”„«»]{1,3}|``|''|[‘’']/g;
const WORD = /[\p{L}\p{N}]/u;

/** Quotations of the paragraphs given as [start, end) offsets. Single marks count only in pairs that enclose words. */
export function findQuotations(
  text: string,
  paragraphs: readonly (readonly [number, number])[],
): Quotation[] {
  const out: Quotation[] = [];
  for (const [index, [from, to]] of paragraphs.entries()) {
    const marks = marksOf(text, from, to);
    out.push(
      ...pair(text, marks, 'double', from, to, index),
      ...pair(text, marks, 'angle', from, to, index),
      ...pair(text, marks, 'single', from, to, index),
    );
  }
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

function marksOf(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  const part = text.slice(from, to);
  for (const match of part.matchAll(MARK)) {
    const at = from + match.index;
    const form = match[0];
    const before = text[at - 1] ?? ' ';
    const after = text[at + form.length] ?? ' ';
    const single = form === '‘' || form === '’' || form === "'";
    // An apostrophe inside or at the end of a word ("don't", "rebels'") is no quotation mark.
    if (single && form !== '‘' && WORD.test(before) && (WORD.test(after) || form === "'" || form === '’')) {
      if (WORD.test(after)) continue;
    }
    const spaceBefore = /[\s([{—–-]/.test(before) || at === from;
    const spaceAfter = /[\s)\]}.,;:!?—–-]/.test(after) || at + form.length >= to;
    const opens = /[“„«‘]|``/.test(form) || (!/[”»’]/.test(form) && spaceBefore && !/\s/.test(after));
    const closes = /[”»’]/.test(form) || (!opens && spaceAfter) || (!/[“„«‘]|``/.test(form) && !spaceBefore);
    marks.push({
      at,
      length: form.length,
      opens,
      closes,
      kind: single ? 'single' : /[«»]/.test(form) ? 'angle' : 'double',
    });
  }
  return marks;
}

/** `“We lost it, “Haddad said.`: an opening mark behind a comma, typed for a closing one. */
const closesAskew = (text: string, { at, length, kind }: Mark): boolean =>
  kind === 'double' &&
  /[,!?]\s?$/.test(text.slice(at - 2, at)) &&
  /^\p{L}+ (?:\p{Lu}\p{L}+ )?(?:said|says|told|added)/u.test(text.slice(at + length, at + length + 40));

function pair(
  text: string,
  marks: Mark[],
  kind: Mark['kind'],
  from: number,
  to: number,
  paragraph: number,
): Quotation[] {
  const out: Quotation[] = [];
  let open: Mark | null = null;
  for (const mark of marks) {
    if (mark.kind !== kind) continue;
    if (open && (mark.closes || closesAskew(text, mark))) {
      out.push({ start: open.at + open.length, end: mark.at, closed: true, paragraph });
      open = null;
    } else if (!open && mark.opens) open = mark;
  }
  // A single mark left open is an apostrophe, save where a paragraph begins with it; an angle left open parts headlines.
  if (open && (kind === 'double' || (kind === 'single' && open.at === from)))
    out.push({ start: open.at + open.length, end: to, closed: false, paragraph });
  return out;
}

/** Whether a word stands inside a quotation. */
export const holds = (q: Quotation, token: Token) => token.start >= q.start && token.end <= q.end;

/** The quotations that touch a stretch; they stand in order, and only pairs of different marks overlap. */
export function within(quotations: readonly Quotation[], start: number, end: number): Quotation[] {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (quotations[mid]!.start < end) low = mid + 1;
    else high = mid;
  }
  const out: Quotation[] = [];
  for (let i = low - 1, far = 0; i >= 0 && far < LOOK_BACK; i--) {
    if (quotations[i]!.end > start) out.unshift(quotations[i]!);
    else far++;
  }
  return out;
}

/** Quotations that ended before a stretch and are looked past for a longer one around them. */
const LOOK_BACK = 8;
