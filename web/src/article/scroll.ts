/** Brings words of the text into view. */
import type { Span } from '../api.ts';

/** Moves only where the words are out of sight. */
export function scrollToWords(page: HTMLElement | null, [start]: Span): void {
  const paragraphs = page?.querySelectorAll<HTMLElement>('.article-text p[data-start]') ?? [];
  for (const paragraph of paragraphs) {
    const { start: from, end } = paragraph.dataset;
    if (Number(from) > start || Number(end) <= start) continue;
    const folded = paragraph.closest('details');
    if (folded) folded.open = true;
    const range = wordsRange(paragraph, start - Number(from));
    const box = (range ?? paragraph).getBoundingClientRect();
    const pane = paragraph.closest<HTMLElement>('.article-pane')!;
    const view = pane.getBoundingClientRect();
    const top = Math.max(view.top, 0);
    const bottom = Math.min(view.bottom, innerHeight);
    if (box.top >= top + 40 && box.bottom <= bottom - 40) return;
    const scroller = pane.scrollHeight > pane.clientHeight + 1 ? pane : document.querySelector('main')!;
    scroller.scrollBy({ top: box.top - top - (bottom - top) / 3 });
    return;
  }
}

function wordsRange(paragraph: HTMLElement, offset: number): Range | null {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.nodeValue ?? '';
    if (passed + length > offset) {
      const range = document.createRange();
      range.setStart(node, offset - passed);
      range.setEnd(node, offset - passed + 1);
      return range;
    }
    passed += length;
  }
  return null;
}
