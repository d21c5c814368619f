/**
 * Builds a small tree from hostile HTML: nesting, elements, attributes and text are bounded, scripts and other wordless
 * elements left out, stray closing tags ignored, open elements closed as browsers would. One pass, linear in the input.
 */
import { Tokenizer } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import type { DomDocument, DomElement } from './dom.ts';
import {
  BLOCK_ELEMENTS,
  HEAD_ELEMENTS,
  IMPLIED_CLOSES,
  KEPT_ATTRIBUTES,
  SKIPPED_ELEMENTS,
  SKIPPED_VOID_ELEMENTS,
  VOID_ELEMENTS,
} from './html-vocabulary.ts';

export const PAGE_LIMITS = {
  /** Open elements at once; tags nested deeper are dropped and their text kept. Real pages stay under 60. */
  depth: 150,
  /** Elements in all. */
  elements: 20_000,
  /** Each element's depth, summed: Readability looks at every element from every ancestor. Real pages stay under 50,000. */
  elementsTimesDepth: 300_000,
  /** Characters of text in all. */
  text: 2_000_000,
  /** Characters of text times the depth each stands at: what Readability's passes over every ancestor cost. */
  textTimesDepth: 40_000_000,
  /** Characters of one attribute's value. */
  attribute: 4_000,
  /** Characters of JSON-LD in one script; a longer one is left out. */
  jsonLd: 2_000_000,
};

export interface PageTree {
  document: DomDocument;
  /** Tags dropped because they were nested too deep. */
  tooDeep: number;
  /** Which limit the page went over, so that the tree holds only its beginning; null where it holds all. */
  tooLarge: 'elements' | 'text' | null;
}

/** @param html decoded text of the page; never throws */
export function pageTree(html: string, limits = PAGE_LIMITS): PageTree {
  const builder = new TreeBuilder(html, limits);
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  tokenizer.write(html);
  tokenizer.end();
  return builder.finish();
}

const EMPTY_PAGE = '<!DOCTYPE html><html><head></head><body></body></html>';
const TAG_NAME = /^[a-z][a-z0-9:_-]{0,39}$/;
const JSON_LD = /^\s*application\/ld\+json/i;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** A closing tag within one of these means nothing outside it, unless it is a table's own. */
const TABLE_SCOPE = new Set(['td', 'th', 'caption', 'table']);
const TABLE_PARTS = new Set(['caption', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);

/** The part of linkedom that makes nodes. */
interface Maker extends DomDocument {
  readonly head: Parent;
  readonly documentElement: Parent;
  readonly body: Parent;
  createElement(name: string): Parent;
  createTextNode(text: string): Child;
}
type Child = { readonly nodeType: number };
interface Parent extends DomElement {
  appendChild(child: Child): unknown;
  setAttribute(name: string, value: string): void;
}

interface Open {
  name: string;
  /** Null for an element that is passed over with all that is in it. */
  element: Parent | null;
}

/** The tokenizer's callbacks; offsets are into the whole input because it is written in one piece. */
class TreeBuilder {
  readonly #html: string;
  readonly #limits: typeof PAGE_LIMITS;
  readonly #document = parseHTML(EMPTY_PAGE).document as unknown as Maker;
  readonly #open: Open[] = [];
  /** Dropped opening tags that still wait for their closing tags, by name. */
  readonly #dropped = new Map<string, number>();
  /** Height of the stack at which the element that is being passed over stands, or 0. */
  #skippedAt = 0;
  #elements = 0;
  #elementsTimesDepth = 0;
  #textLength = 0;
  #textTimesDepth = 0;
  #tooDeep = 0;
  #tooLarge: PageTree['tooLarge'] = null;
  /** Text that waits for the next tag, so that a run of text is one node however it was tokenized. */
  #text: string[] = [];
  #tag = '';
  #attributes = new Map<string, string>();
  #attributeName = '';
  #attributeValue: string[] = [];
  #attributeLength = 0;

  constructor(html: string, limits: typeof PAGE_LIMITS) {
    this.#html = html;
    this.#limits = limits;
  }

  finish(): PageTree {
    this.#flushText();
    return { document: this.#document, tooDeep: this.#tooDeep, tooLarge: this.#tooLarge };
  }

  isInForeignContext(): boolean {
    const skipped = this.#open[this.#skippedAt - 1]?.name;
    return skipped === 'svg' || skipped === 'math';
  }

  ontext(start: number, end: number): void {
    this.#addText(start, end, null);
  }

  ontextentity(codepoint: number): void {
    this.#addText(0, 1, String.fromCodePoint(codepoint));
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, Math.min(end, start + 41)).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = end - start > 20 ? '' : this.#html.slice(start, end).toLowerCase();
    this.#attributeValue = [];
    this.#attributeLength = 0;
  }

  onattribdata(start: number, end: number): void {
    const room = this.#limits.attribute - this.#attributeLength;
    if (room <= 0 || this.#attributeName === '') return;
    this.#attributeValue.push(this.#html.slice(start, Math.min(end, start + room)));
    this.#attributeLength += end - start;
  }

  onattribentity(codepoint: number): void {
    if (this.#attributeLength++ < this.#limits.attribute)
      this.#attributeValue.push(String.fromCodePoint(codepoint));
  }

  onattribend(): void {
    const name = this.#attributeName;
    const value = this.#attributeValue.join('');
    // Only whether an element is shown matters of its style; a hidden one then says so with its own attribute.
    if (name === 'style') {
      if (HIDDEN_STYLE.test(value)) this.#attributes.set('hidden', '');
    } else if (KEPT_ATTRIBUTES.has(name) && !this.#attributes.has(name)) this.#attributes.set(name, value);
  }

  onopentagend(): void {
    const name = this.#tag;
    if (!TAG_NAME.test(name) || this.#tooLarge) return;
    this.#flushText();
    this.#closeImplied(name);
    if (this.isInForeignContext() && BLOCK_ELEMENTS.has(name)) this.#closeDownTo(this.#skippedAt - 1);
    if (this.#skippedAt > 0) {
      if (!VOID_ELEMENTS.has(name)) this.#push(name, null);
    } else if (name === 'html' || name === 'body') {
      this.#setAttributes(name === 'html' ? this.#document.documentElement : this.#document.body);
    } else if (SKIPPED_ELEMENTS.has(name) && !this.#isJsonLd(name)) {
      // Pushed even on a full stack: its text must not leak out.
      this.#open.push({ name, element: null });
      this.#skippedAt = this.#open.length;
    } else if (!SKIPPED_VOID_ELEMENTS.has(name) && name !== 'head') this.#append(name);
  }

  onselfclosingtag(): void {
    // In HTML the slash means nothing, except in foreign content, all of which is passed over.
    if (this.isInForeignContext() || this.#tag === 'svg' || this.#tag === 'math') return;
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, Math.min(end, start + 41)).toLowerCase();
    const waiting = this.#dropped.get(name) ?? 0;
    if (waiting > 0) {
      this.#dropped.set(name, waiting - 1);
      return;
    }
    const at = this.#openInScope(name);
    if (at < 0) return;
    this.#flushText();
    this.#closeDownTo(at);
  }

  #addText(start: number, end: number, entity: string | null): void {
    if (this.#skippedAt > 0 || this.#tooLarge) return;
    const length = end - start;
    if (this.#open.at(-1)?.name === 'script') {
      if (length > this.#limits.jsonLd) return;
    } else {
      this.#textLength += length;
      this.#textTimesDepth += length * (this.#open.length + 1);
      if (this.#textLength > this.#limits.text || this.#textTimesDepth > this.#limits.textTimesDepth) {
        this.#tooLarge = 'text';
        return;
      }
    }
    this.#text.push(entity ?? this.#html.slice(start, end));
  }

  #flushText(): void {
    if (this.#text.length === 0) return;
    const text = this.#text.join('');
    this.#text = [];
    this.#parent().appendChild(this.#document.createTextNode(text));
  }

  #append(name: string): void {
    this.#elementsTimesDepth += this.#open.length;
    if (
      this.#elements >= this.#limits.elements ||
      this.#elementsTimesDepth > this.#limits.elementsTimesDepth
    ) {
      this.#tooLarge = 'elements';
      return;
    }
    const element = this.#document.createElement(name);
    const parent = this.#open.length === 0 && HEAD_ELEMENTS.has(name) ? this.#document.head : this.#parent();
    if (!VOID_ELEMENTS.has(name) && !this.#push(name, element)) return;
    this.#elements++;
    this.#setAttributes(element);
    parent.appendChild(element);
  }

  #parent(): Parent {
    return this.#open.at(-1)?.element ?? this.#document.body;
  }

  #setAttributes(element: Parent): void {
    for (const [name, value] of this.#attributes) element.setAttribute(name, value);
  }

  #isJsonLd(name: string): boolean {
    return name === 'script' && JSON_LD.test(this.#attributes.get('type') ?? '');
  }

  /** @returns false where the stack is full: the tag is dropped, and so will be its closing tag */
  #push(name: string, element: Parent | null): boolean {
    if (this.#open.length >= this.#limits.depth) {
      this.#tooDeep++;
      this.#dropped.set(name, (this.#dropped.get(name) ?? 0) + 1);
      return false;
    }
    this.#open.push({ name, element });
    return true;
  }

  #closeImplied(name: string): void {
    const closes = IMPLIED_CLOSES.get(name);
    while (closes && this.#open.length > 0 && closes.has(this.#open.at(-1)!.name)) {
      this.#closeDownTo(this.#open.length - 1);
    }
  }

  #openInScope(name: string): number {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      if (this.#open[at]!.name === name) return at;
      if (TABLE_SCOPE.has(this.#open[at]!.name) && !TABLE_PARTS.has(name)) return -1;
    }
    return -1;
  }

  #closeDownTo(height: number): void {
    this.#open.length = height;
    if (height < this.#skippedAt) this.#skippedAt = 0;
  }

  // Comments, declarations and processing instructions hold no words of the page.
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}
