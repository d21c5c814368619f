/** Takes out of a page what is no running text: menus, asides, figures, buttons, lists of links. */
import { endsSentence, wordCount } from '../text/lines.ts';
import type { Block } from './blocks.ts';
import { type DomDocument, type DomElement, nameOf } from './dom.ts';

/** Taken out before the article is looked for: a menu with many words draws Readability away from a short report. */
const SURROUNDINGS_OF_ARTICLE = 'nav, [role=navigation], [role=menu], [role=search]';

/** Taken out of the article itself. */
const SURROUNDINGS_IN_ARTICLE: ReadonlySet<string> = new Set([
  'aside',
  'button',
  'figcaption',
  'figure',
  'nav',
  'title',
]);

/** A block is a link to elsewhere, not a sentence with a link in it, above this share of linked characters. */
const LINK_SHARE = 0.6;
const MAX_LINK_BLOCK_LENGTH = 600;
/** A full sentence is kept even when all of it is a link. */
const MIN_SENTENCE_WORDS = 8;

export function removeSurroundings(document: DomDocument, removed: Map<string, number>): void {
  for (const element of [...document.querySelectorAll(SURROUNDINGS_OF_ARTICLE)]) {
    count(removed, element.localName, element.textContent?.length ?? 0);
    element.remove();
  }
}

/** Whether an element within the article is left out with all that is in it. */
export function isSurroundings(element: DomElement, removed: Map<string, number>): boolean {
  const name = nameOf(element);
  if (!SURROUNDINGS_IN_ARTICLE.has(name)) return false;
  count(removed, name, element.textContent?.length ?? 0);
  return true;
}

export function pruneBlocks(blocks: readonly Block[], removed: Map<string, number>): Block[] {
  return blocks.filter((block) => {
    if (!isLinkBlock(block)) return true;
    count(removed, 'links', block.text.length);
    return false;
  });
}

function isLinkBlock({ text, linked }: Block): boolean {
  if (text.length >= MAX_LINK_BLOCK_LENGTH || linked <= text.length * LINK_SHARE) return false;
  return !(endsSentence(text) && wordCount(text) >= MIN_SENTENCE_WORDS);
}

function count(removed: Map<string, number>, rule: string, characters: number): void {
  removed.set(rule, (removed.get(rule) ?? 0) + characters);
}
