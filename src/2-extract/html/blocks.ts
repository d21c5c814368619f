/** Reads a tree as blocks of text: what a reader sees as paragraphs, headings, list items and table rows. */
import { childrenOf, collapse, type DomElement, type DomNode, isElement, TEXT_NODE } from './dom.ts';
import { BLOCK_ELEMENTS } from './html-vocabulary.ts';

/** One block of running text. */
export interface Block {
  /** White space collapsed; a line break in the page is a line break here. */
  text: string;
  /** How many of its characters stand in links. */
  linked: number;
  /** The elements it stands in, innermost last. */
  path: readonly DomElement[];
}

/** @returns the blocks under `root` in the order of the page; elements that `leaveOut` names are passed over. */
export function blocksOf(root: DomElement, leaveOut: (element: DomElement) => boolean = () => false): Block[] {
  const reader = new BlockReader(leaveOut);
  reader.read(root);
  return reader.finish();
}

class BlockReader {
  readonly #blocks: Block[] = [];
  readonly #path: DomElement[] = [];
  readonly #leaveOut: (element: DomElement) => boolean;
  #pieces: string[] = [];
  #linked = 0;
  #links = 0;
  #blockPath: readonly DomElement[] = [];

  constructor(leaveOut: (element: DomElement) => boolean) {
    this.#leaveOut = leaveOut;
  }

  finish(): Block[] {
    this.#endBlock();
    return this.#blocks;
  }

  /** Recursion is safe: the page's nesting was capped before. */
  read(node: DomNode): void {
    if (node.nodeType === TEXT_NODE) return this.#addText(node.textContent ?? '');
    if (!isElement(node)) return;
    if (node.localName === 'br') return this.#addText('\n', false);
    if (this.#leaveOut(node)) return this.#endBlockIfBlock(node);
    this.#endBlockIfBlock(node);
    this.#path.push(node);
    if (node.localName === 'a') this.#links++;
    for (const child of childrenOf(node)) this.read(child);
    if (node.localName === 'a') this.#links--;
    this.#endBlockIfBlock(node);
    this.#path.pop();
  }

  #addText(text: string, flat = true): void {
    if (text === '') return;
    if (this.#pieces.length === 0) this.#blockPath = [...this.#path];
    this.#pieces.push(flat ? text.replace(/\s/g, ' ') : text);
    if (this.#links > 0) this.#linked += collapse(text).length;
  }

  #endBlockIfBlock(element: DomElement): void {
    if (BLOCK_ELEMENTS.has(element.localName)) this.#endBlock();
  }

  #endBlock(): void {
    const lines = this.#pieces.join('').split('\n').map(collapse);
    const text = lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (text !== '') this.#blocks.push({ text, linked: this.#linked, path: this.#blockPath });
    this.#pieces = [];
    this.#linked = 0;
  }
}
