/** Reads a tree as blocks of text: what a reader sees as paragraphs, headings, list items and table rows. */
import { childrenOf, collapse, type DomElement, type DomNode, isElement, nameOf, TEXT_NODE } from './dom.ts';
import { BLOCK_ELEMENTS } from './html-vocabulary.ts';

/** One block of running text. */
export interface Block {
  /** White space collapsed; a line break in the page is a line break here. */
  text: string;
  /** How many of its characters stand in links. */
  linked: number;
}

/** @returns the blocks under `root` in the order of the page; elements that `leaveOut` names are passed over. */
export function blocksOf(
  root: DomElement,
  leaveOut: (element: DomElement) => boolean = () => false,
): Block[] {
  const reader = new BlockReader(leaveOut);
  reader.read(root);
  return reader.finish();
}

class BlockReader {
  readonly #blocks: Block[] = [];
  readonly #leaveOut: (element: DomElement) => boolean;
  #pieces: string[] = [];
  #linked = 0;
  #links = 0;

  constructor(leaveOut: (element: DomElement) => boolean) {
    this.#leaveOut = leaveOut;
  }

  finish(): Block[] {
    this.#endBlock();
    return this.#blocks;
  }

  /** Recursion is safe: the page's nesting was capped before. */
  read(node: DomNode): void {
    if (node.nodeType === TEXT_NODE) this.#addText((node.textContent ?? '').replace(/\s/g, ' '));
    else if (isElement(node)) {
      if (nameOf(node) === 'br') this.#addText('\n');
      else this.#readElement(node);
    }
  }

  #readElement(element: DomElement): void {
    this.#endBlockIfBlock(element);
    if (this.#leaveOut(element)) return;
    const link = nameOf(element) === 'a' ? 1 : 0;
    this.#links += link;
    for (const child of childrenOf(element)) this.read(child);
    this.#links -= link;
    this.#endBlockIfBlock(element);
  }

  #addText(text: string): void {
    if (text === '') return;
    this.#pieces.push(text);
    if (this.#links > 0) this.#linked += collapse(text).length;
  }

  #endBlockIfBlock(element: DomElement): void {
    if (BLOCK_ELEMENTS.has(nameOf(element))) this.#endBlock();
  }

  #endBlock(): void {
    const lines = this.#pieces.join('').split('\n').map(collapse);
    const text = lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    if (text !== '') this.#blocks.push({ text, linked: this.#linked });
    this.#pieces = [];
    this.#linked = 0;
  }
}
