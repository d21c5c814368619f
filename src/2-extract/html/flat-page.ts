/**
 * Reads a page without building a tree: for pages too large for one, and for those in which no article was found. Every
 * block of running text counts; blocks that are mostly links do not. Linear, with memory bounded by the text.
 */
import { Tokenizer } from 'htmlparser2';
import { endsSentence, wordCount } from '../text/lines.ts';
import { collapse } from './dom.ts';
import { BLOCK_ELEMENTS, SKIPPED_ELEMENTS } from './html-vocabulary.ts';

/** A block with fewer words is a label or a menu entry, unless it ends as a sentence does. */
const MIN_WORDS = 8;
const LINK_SHARE = 0.5;

/** @returns paragraphs of running text; where there are none, every block that is no link */
export function flatPage(html: string): string[] {
  const reader = new FlatReader(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
  tokenizer.write(html);
  tokenizer.end();
  const blocks = reader.finish().filter((block) => block.linked <= block.text.length * LINK_SHARE);
  const running = blocks.filter(({ text }) => {
    const words = wordCount(text);
    return words >= MIN_WORDS || (words > 2 && endsSentence(text));
  });
  return (running.length > 0 ? running : blocks).map((block) => block.text);
}

interface FlatBlock {
  text: string;
  linked: number;
}

class FlatReader {
  readonly #html: string;
  readonly #blocks: FlatBlock[] = [];
  #pieces: string[] = [];
  #linked = 0;
  #inLink = false;
  #tag = '';
  /** Name of the element that is being passed over, and how often it was opened within itself. */
  #skipped = '';
  #skippedDepth = 0;

  constructor(html: string) {
    this.#html = html;
  }

  finish(): FlatBlock[] {
    this.#endBlock();
    return this.#blocks;
  }

  ontext(start: number, end: number): void {
    this.#add(this.#html.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.#add(String.fromCodePoint(codepoint));
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase();
  }

  onopentagend(): void {
    const name = this.#tag;
    // Blocks end foreign content, as in browsers: an unclosed <svg> must not swallow the page.
    if ((this.#skipped === 'svg' || this.#skipped === 'math') && BLOCK_ELEMENTS.has(name)) this.#skipped = '';
    if (this.#skipped !== '') {
      if (name === this.#skipped) this.#skippedDepth++;
    } else if (SKIPPED_ELEMENTS.has(name) || name === 'title') {
      this.#skipped = name;
      this.#skippedDepth = 1;
    } else if (BLOCK_ELEMENTS.has(name)) this.#endBlock();
    else if (name === 'br') this.#pieces.push('\n');
    else if (name === 'a') this.#inLink = true;
  }

  onselfclosingtag(): void {
    if (this.#tag === 'svg' || this.#tag === 'math' || this.#skipped !== '') return;
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, Math.min(end, start + 40)).toLowerCase();
    if (this.#skipped !== '') {
      if (name === this.#skipped && --this.#skippedDepth === 0) this.#skipped = '';
    } else if (BLOCK_ELEMENTS.has(name)) this.#endBlock();
    else if (name === 'a') this.#inLink = false;
  }

  #add(text: string): void {
    if (this.#skipped !== '') return;
    this.#pieces.push(text.replace(/\s/g, ' '));
    if (this.#inLink) this.#linked += text.length;
  }

  #endBlock(): void {
    const lines = this.#pieces.join('').split('\n').map(collapse);
    const text = lines.filter((line) => line !== '').join('\n');
    if (text !== '') this.#blocks.push({ text, linked: this.#linked });
    this.#pieces = [];
    this.#linked = 0;
    this.#inLink = false;
  }

  isInForeignContext(): boolean {
    return this.#skipped === 'svg' || this.#skipped === 'math';
  }

  // Attributes, comments and declarations hold no running text.
  onattribdata(): void {}
  onattribend(): void {}
  onattribentity(): void {}
  onattribname(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}
