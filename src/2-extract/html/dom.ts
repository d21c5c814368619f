/** The little of the DOM that this stage looks at; linkedom's nodes fit it. */

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

export interface DomDocument {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === ELEMENT_NODE;
}

/** An element's name in lower case: Readability renames elements in capitals. */
export function nameOf(element: DomElement): string {
  return element.localName.toLowerCase();
}

/** The children of a node, read along the sibling links: linkedom builds an array at each `childNodes`. */
export function* childrenOf(node: DomNode): Generator<DomNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child;
}

/** In parts: a run of megabytes may overflow the stack of the pattern's matcher. */
const LONG_RUN = /\s{1,4096}/g;

/** Text with runs of white space as one space; soft hyphens and zero-width marks, which no reader sees, left out. */
export function collapse(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(LONG_RUN, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
