/** Paragraphs of a page that stand under a picture, and those that a page shows again and again. */
import { collapse, type DomDocument } from './dom.ts';

const CAPTION_CLASS =
  /(?:^|[\s_-])(?:caption|figcaption|(?:photo|image|picture|img|media)[-_]?(?:caption|credit|description|copyright)|wp-caption-text)(?:$|[\s_-])/i;
const MAX_LENGTH = 700;
const MAX_LOOKED_AT = 500;

/** Takes captions that pages mark by their class out of the tree, as `figcaption` is. */
export function removeCaptions(document: DomDocument, removed: Map<string, number>): void {
  let looked = 0;
  for (const element of [
    ...document.querySelectorAll('[class*=caption], [class*=credit], [class*=copyright]'),
  ]) {
    if (++looked > MAX_LOOKED_AT) return;
    const { length } = element.textContent ?? '';
    if (!CAPTION_CLASS.test(element.getAttribute('class') ?? '') || length > MAX_LENGTH) continue;
    removed.set('caption', (removed.get('caption') ?? 0) + length);
    element.remove();
  }
}

/** A credit of a picture at the end of a paragraph, where a report has a full stop. */
const CREDIT_AT_END =
  /(?:\((?:AP|AFP|EPA|Reuters|REUTERS|Getty|File|Photo)(?: ?(?:Photo|Images?|photo))?(?:[/:, ][^()]{0,60})?\)|\[[^[\]]{2,40}\/(?:AP|AFP|EPA|Reuters|Getty|Anadolu|Al Jazeera)[^[\]]{0,30}\]|(?:Photograph|Photo|Picture|Image)(?: by)?: [^.!?]{2,60}|(?:REUTERS|AFP|AP|EPA)\/[\p{L} .'’-]{2,40})$/u;
const REPEATED = 3;
const MIN_WORDS = 4;
/** A plan or a list says several things again and again. */
const MOST_REPEATED = 2;

/** Paragraphs without captions, without those that come three times or more, and without those that say nothing. */
export function withoutCaptions(paragraphs: readonly string[], removed: Map<string, number>): string[] {
  const times = new Map<string, number>();
  for (const paragraph of paragraphs)
    times.set(collapse(paragraph), (times.get(collapse(paragraph)) ?? 0) + 1);
  const repeated = repeatedAmong(times);
  const count = (rule: string, { length }: string): false => {
    removed.set(rule, (removed.get(rule) ?? 0) + length);
    return false;
  };
  return paragraphs.filter((paragraph) => {
    if (!/[\p{L}\p{N}]/u.test(paragraph)) return count('no words', paragraph);
    if (paragraph.length <= MAX_LENGTH && CREDIT_AT_END.test(paragraph)) return count('caption', paragraph);
    return repeated.has(collapse(paragraph)) ? count('repeated', paragraph) : true;
  });
}

/** What comes three times or more, where that is neither most of the page nor its way of saying things. */
function repeatedAmong(times: ReadonlyMap<string, number>): Set<string> {
  const again = [...times].filter(([text, n]) => n >= REPEATED && text.split(' ').length >= MIN_WORDS);
  const lengthOf = (all: Iterable<[string, number]>) =>
    [...all].reduce((sum, [text, n]) => sum + n * text.length, 0);
  const isMost = lengthOf(again) > lengthOf(times) / 2;
  return new Set(again.length > MOST_REPEATED || isMost ? [] : again.map(([text]) => text));
}
