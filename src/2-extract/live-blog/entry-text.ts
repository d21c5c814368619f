/** The words of an entry without its time, author, buttons and links to itself, so that the same entry always has the same words. */
import { type Block, blocksOf } from '../html/blocks.ts';
import { collapse, type DomElement, nameOf } from '../html/dom.ts';
import { isSurroundings, pruneBlocks } from '../html/prune.ts';

const HEAD_CLASS =
  /(?:^|[\s_-])(?:share|social|permalink|byline|author|timestamp|time|date|meta|tools|actions|buttons?|ad|advert\w*)(?:$|[\s_-])/i;
const SHORT = 200;

export interface EntryText {
  title: string | null;
  author: string | null;
  paragraphs: string[];
}

export function entryText(elements: readonly DomElement[]): EntryText {
  const ignored = new Map<string, number>();
  const title = heading(elements);
  const blocks = elements.flatMap((root) =>
    blocksOf(root, (element) => isSurroundings(element, ignored) || isHead(element)),
  );
  const paragraphs = pruneBlocks(blocks, ignored)
    .map((block: Block) => block.text)
    .filter((text) => text !== title && !isClock(text));
  return {
    title,
    author: shown(elements, '[itemprop=author], [rel~=author], [class*=byline], [class*=author]'),
    paragraphs,
  };
}

/** A time of day that stands alone. */
export function isClock(text: string): boolean {
  return /^\d{1,2}(?:[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[apAP]\.?[mM]\.?)?|\s?[apAP]\.?[mM]\.?)(?:\s?\(?(?:GMT|UTC|[A-Z]{1,3}T)\)?)?$/.test(
    text,
  );
}

function isHead(element: DomElement): boolean {
  if (nameOf(element) === 'time') return true;
  return HEAD_CLASS.test(element.getAttribute('class') ?? '') && (element.textContent?.length ?? 0) < SHORT;
}

function heading(elements: readonly DomElement[]): string | null {
  // A heading may be the first element of an entry that has none of its own.
  const own = elements.find((element) => /^h[1-6]$/.test(nameOf(element)));
  const found = own
    ? collapse(own.textContent ?? '').slice(0, SHORT)
    : shown(elements, '[itemprop=headline], h1, h2, h3, h4, h5');
  return found !== null && /\p{L}{2}/u.test(found) && !isClock(found) ? found : null;
}

function shown(elements: readonly DomElement[], selector: string): string | null {
  for (const root of elements) {
    const element = root.querySelector(selector);
    const text = collapse(element?.textContent ?? '');
    if (text !== '' && text.length <= SHORT) return text;
  }
  return null;
}
