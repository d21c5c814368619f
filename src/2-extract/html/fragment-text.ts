/** A piece of HTML that is a report as a whole, as tables and mail hold it: all of its blocks, nothing looked for or pruned. */
import { blocksOf } from './blocks.ts';
import { flatPage } from './flat-page.ts';
import { pageTree } from './page-tree.ts';

const TAG =
  /<\/?(?:p|div|br|a|span|h[1-6]|ul|ol|li|article|section|b|i|em|strong|table|blockquote|img|font)\b[^<>]*>/i;

/** Whether a text is written as HTML. */
export function isFragment(text: string): boolean {
  return TAG.test(text);
}

/** Paragraphs parted by blank lines. Never throws. */
export function fragmentText(html: string): string {
  try {
    const { document, tooLarge } = pageTree(html);
    const root = document.body;
    if (root && !tooLarge)
      return blocksOf(root)
        .map(({ text }) => text)
        .join('\n\n');
  } catch {
    // The tree is another library's; the words are read all the same.
  }
  return flatPage(html).join('\n\n');
}
