/**
 * The report's paragraphs in a page: Mozilla's Readability finds the element that holds them, our own pruning takes out
 * what stands between them. What was taken out is counted by rule.
 */
import { Readability } from '@mozilla/readability';
import type { Block } from './blocks.ts';
import { blocksOf } from './blocks.ts';
import { removeCaptions, withoutCaptions } from './captions.ts';
import { collapse, type DomDocument, type DomElement } from './dom.ts';
import { isSurroundings, pruneBlocks, removeSurroundings } from './prune.ts';

export interface PageBody {
  paragraphs: string[];
  /** Rule to the number of characters it took out. */
  removed: ReadonlyMap<string, number>;
  /** Characters of the whole page's text, menus and all. */
  pageLength: number;
}

/** Below this many characters Readability tries again with looser rules; its default of 500 misreads short reports. */
const SHORT_REPORT_LENGTH = 250;

/** @returns null where nothing that reads like an article was found. Changes the document. */
export function bodyOfPage(document: DomDocument): PageBody | null {
  const removed = new Map<string, number>();
  const pageLength = collapse(document.body?.textContent ?? '').length;
  removeSurroundings(document, removed);
  removeCaptions(document, removed);
  const root = articleElement(document);
  if (!root) return null;
  const blocks = blocksOf(root, (element) => isSurroundings(element, removed));
  const paragraphs = withoutCaptions(
    pruneBlocks(blocks, removed).map((block: Block) => block.text),
    removed,
  );
  return paragraphs.length > 0 ? { paragraphs, removed, pageLength } : null;
}

function articleElement(document: DomDocument): DomElement | null {
  try {
    const readability = new Readability<DomElement>(document as never, {
      disableJSONLD: true,
      charThreshold: SHORT_REPORT_LENGTH,
      serializer: (node: unknown) => node as DomElement,
    });
    return readability.parse()?.content ?? null;
  } catch {
    // Readability throws on some malformed trees; the caller falls back to reading the page flat.
    return null;
  }
}
