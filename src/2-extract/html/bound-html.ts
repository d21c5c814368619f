/**
 * Rewrites hostile HTML as small, well-formed HTML before any tree is built: nesting, elements and attributes are
 * capped, scripts and other wordless elements left out, every tag closed. One pass, linear in the input.
 */
import { QuoteType, Tokenizer } from 'htmlparser2';
import {
  BLOCK_ELEMENTS,
  IMPLIED_CLOSES,
  KEPT_ATTRIBUTES,
  SKIPPED_ELEMENTS,
  SKIPPED_VOID_ELEMENTS,
  VOID_ELEMENTS,
} from './html-vocabulary.ts';

export const HTML_LIMITS = {
  /** Open elements at once; tags nested deeper are dropped and their text kept. Real pages stay under 60. */
  depth: 200,
  /** Elements in all; where a page has more, the rest is cut off here and `truncated` says so. */
  elements: 30_000,
  /** Characters of one attribute's value. */
  attributeLength: 4_000,
  /** Characters of JSON-LD in one script; a longer one is left out. */
  jsonLdLength: 500_000,
};

export interface BoundedHtml {
  html: string;
  elements: number;
  /** Tags dropped because they were nested too deep. */
  tooDeep: number;
  /** Whether the page had more elements than the limit, so that `html` is only its beginning. */
  truncated: boolean;
}

const TAG_NAME = /^[a-z][a-z0-9:_-]{0,39}$/;
const TABLE_SCOPE = new Set(['td', 'th', 'caption', 'table']);
const TABLE_PARTS = new Set(['caption', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'body', 'html']);
const JSON_LD = /^\s*application\/ld\+json/i;

/** @param html decoded text of the page; never throws. */
export function boundHtml(html: string, limits = HTML_LIMITS): BoundedHtml {
  const writer = new BoundedWriter(html, limits);
  const tokenizer = new Tokenizer({ decodeEntities: false }, writer);
  writer.tokenizer = tokenizer;
  tokenizer.write(html);
  tokenizer.end();
  return writer.finish();
}

/** The tokenizer's callbacks; offsets are into the whole input because it is written in one piece. */
class BoundedWriter {
  tokenizer: Tokenizer | null = null;
  readonly #html: string;
  readonly #limits: typeof HTML_LIMITS;
  readonly #out: string[] = [];
  readonly #stack: string[] = [];
  /** Dropped opening tags that still wait for their closing tags, by name. */
  readonly #dropped = new Map<string, number>();
  /** The stack's height at which a skipped element was opened, or -1. */
  #skippedAt = -1;
  #elements = 0;
  #tooDeep = 0;
  #truncated = false;
  #tag = '';
  #attributes: Map<string, string> = new Map();
  #attributeName = '';
  #attributeStart = -1;
  #attributeEnd = -1;

  constructor(html: string, limits: typeof HTML_LIMITS) {
    this.#html = html;
    this.#limits = limits;
  }

  finish(): BoundedHtml {
    this.#closeDownTo(0);
    return {
      html: `<!DOCTYPE html>${this.#out.join('')}`,
      elements: this.#elements,
      tooDeep: this.#tooDeep,
      truncated: this.#truncated,
    };
  }

  isInForeignContext(): boolean {
    return this.#stack.includes('svg') || this.#stack.includes('math');
  }

  ontext(start: number, end: number): void {
    if (this.#skippedAt >= 0) return;
    if (this.#stack.at(-1) === 'script' && end - start > this.#limits.jsonLdLength) return;
    this.#out.push(this.#html.slice(start, end));
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = end - start > 20 ? '' : this.#html.slice(start, end).toLowerCase();
    this.#attributeStart = -1;
  }

  onattribdata(start: number, end: number): void {
    if (this.#attributeStart < 0) this.#attributeStart = start;
    this.#attributeEnd = end;
  }

  onattribend(quote: QuoteType): void {
    const name = this.#attributeName;
    if (this.#attributes.has(name)) return;
    const raw =
      this.#attributeStart < 0
        ? ''
        : this.#html.slice(
            this.#attributeStart,
            Math.min(this.#attributeEnd, this.#attributeStart + this.#limits.attributeLength),
          );
    if (name === 'style') {
      // Only whether it is shown matters; a hidden element then says so with its own attribute.
      if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(raw)) this.#attributes.set('hidden', '""');
    } else if (KEPT_ATTRIBUTES.has(name)) {
      const mark = quote === QuoteType.Single ? "'" : '"';
      const value = quote === QuoteType.Unquoted ? raw.replaceAll('"', '&quot;') : raw;
      this.#attributes.set(name, mark + value + mark);
    }
  }

  onopentagend(): void {
    const name = this.#tag;
    if (!TAG_NAME.test(name)) return;
    this.#closeImplied(name);
    if (this.#breaksOutOfForeign(name)) this.#closeDownTo(this.#skippedAt - 1);
    if (this.#skippedAt >= 0) {
      if (!VOID_ELEMENTS.has(name)) this.#push(name);
      return;
    }
    if (SKIPPED_VOID_ELEMENTS.has(name)) return;
    if (SKIPPED_ELEMENTS.has(name) && !this.#isJsonLd(name)) {
      // Pushed even on a full stack: nothing of it is written, and its text must not leak out.
      this.#stack.push(name);
      this.#skippedAt = this.#stack.length;
      return;
    }
    if (this.#elements >= this.#limits.elements) {
      this.#truncated = true;
      return;
    }
    if (VOID_ELEMENTS.has(name) || this.#push(name)) {
      this.#elements++;
      this.#out.push(this.#openingTag(name));
    }
  }

  onselfclosingtag(): void {
    // In HTML the slash means nothing, except in foreign content, all of which is skipped.
    if (this.#skippedAt >= 0 && this.isInForeignContext()) return;
    if (this.#tag === 'svg' || this.#tag === 'math') return;
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    const waiting = this.#dropped.get(name) ?? 0;
    if (waiting > 0) {
      this.#dropped.set(name, waiting - 1);
      return;
    }
    if (name === 'br' && this.#skippedAt < 0) this.#out.push('<br>');
    const at = this.#openInScope(name);
    if (at >= 0) this.#closeDownTo(at);
  }

  /** The open element a closing tag means; a stray closing tag within a table cell does not close the table. */
  #openInScope(name: string): number {
    for (let at = this.#stack.length - 1; at >= 0; at--) {
      if (this.#stack[at] === name) return at;
      if (TABLE_SCOPE.has(this.#stack[at]!) && !TABLE_PARTS.has(name)) return -1;
    }
    return -1;
  }

  /** An unclosed <svg> must not swallow the page: a block outside foreignObject ends it, as in browsers. */
  #breaksOutOfForeign(name: string): boolean {
    if (this.#skippedAt < 0 || !BLOCK_ELEMENTS.has(name)) return false;
    const skipped = this.#stack[this.#skippedAt - 1];
    return (skipped === 'svg' || skipped === 'math') && !this.#stack.includes('foreignobject');
  }

  #isJsonLd(name: string): boolean {
    return name === 'script' && JSON_LD.test(this.#attributes.get('type')?.slice(1) ?? '');
  }

  #openingTag(name: string): string {
    let tag = `<${name}`;
    for (const [attribute, value] of this.#attributes) tag += ` ${attribute}=${value}`;
    return `${tag}>`;
  }

  /** @returns false where the stack is full: the tag is dropped, and so will be its closing tag. */
  #push(name: string): boolean {
    if (this.#stack.length >= this.#limits.depth) {
      this.#tooDeep++;
      this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
      return false;
    }
    this.#stack.push(name);
    return true;
  }

  #closeImplied(name: string): void {
    const closes = IMPLIED_CLOSES.get(name);
    if (!closes) return;
    while (this.#stack.length > 0 && closes.has(this.#stack.at(-1)!)) this.#closeDownTo(this.#stack.length - 1);
  }

  #closeDownTo(height: number): void {
    while (this.#stack.length > height) {
      const name = this.#stack.pop()!;
      if (this.#skippedAt < 0) this.#out.push(`</${name}>`);
      else if (this.#stack.length < this.#skippedAt) this.#skippedAt = -1;
    }
  }

  // Comments, declarations and processing instructions hold no words of the page.
  onattribentity(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}
