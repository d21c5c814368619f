/** The place a report was filed from: "BEIRUT, Lebanon (AP) —". */
import type { Article, Span } from '../../records/index.ts';

/** At the start of a line near the top: capitals, perhaps a country and an agency, and a dash. */
const DATELINE =
  /(?:^|\n)[ \t]*((?:\p{Lu}[\p{Lu}'’.-]+(?:[ ,]+|(?= ?[(—–-]))){1,4}(?:[\p{Lu}][\p{L}.]+(?: [\p{Lu}][\p{L}.]+)?,? ?)?(?:\d{0,2} ?\p{L}{0,9} ?)?)(?:\([^()\n]{2,40}\) ?)?[-–—]{1,2} /u;

/** Stretches of text that are datelines: those credited as such, else one by its shape in the first lines. */
export function datelines(article: Article): Span[] {
  const credited = article.credits.filter(({ kind }) => kind === 'dateline').map(({ span }) => span);
  if (credited.length > 0) return credited;
  const match = DATELINE.exec(article.text.slice(0, 1200));
  if (match === null) return [];
  const start = match.index + match[0].indexOf(match[1]!);
  return [[start, start + match[1]!.length]];
}
