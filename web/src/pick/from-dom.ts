/** What is selected or pointed at on screen as offsets into the article's text. */
import type { Span } from '../api.ts';

/** The offset of a place in a paragraph of the text; null for a place elsewhere. */
function offsetAt(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('p[data-start]');
  if (!paragraph) return null;
  const before = document.createRange();
  before.selectNodeContents(paragraph);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + before.toString().length;
}

/** The selected stretch; null where nothing of the text is selected. */
export function selectedSpan(): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetAt(range.startContainer, range.startOffset);
  const end = offsetAt(range.endContainer, range.endOffset);
  if (start === null && end === null) return null;
  // A selection that ends outside the text ends at the last paragraph it began in.
  const from = start ?? end!;
  const to = end ?? from + range.toString().length;
  return from < to ? [from, to] : null;
}

/** The letter under the pointer; null where there is none. */
export function offsetUnder(x: number, y: number): number | null {
  const place = document.caretPositionFromPoint?.(x, y);
  if (place) return offsetAt(place.offsetNode, place.offset);
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? offsetAt(range.startContainer, range.startOffset) : null;
}
