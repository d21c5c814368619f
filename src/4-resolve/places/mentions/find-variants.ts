/** Capitalised names that no list knows but that spell, but for a letter, a place named elsewhere in the text. */
import { isCapital, type TextView } from '../text-view.ts';
import { coreOf, isVariant } from '../variants.ts';
import type { Toponym } from './toponym.ts';

/** Names compared with; more would make long texts slow, and a name misspelled is one often used. */
const MOST_NAMES = 300;

/** Words of each variant, first and last. `taken` tells words that are spoken for, `common` words that are no names. */
export function findVariants(
  view: TextView,
  toponyms: readonly Toponym[],
  taken: (at: number) => boolean,
  common: ReadonlySet<string>,
): { first: number; last: number }[] {
  const byStart = new Map<string, string[]>();
  for (const { text, demonym } of toponyms.slice(0, MOST_NAMES)) {
    const core = coreOf(text);
    if (demonym || core.length < 6) continue;
    const list = byStart.get(core[0]!) ?? [];
    if (!list.includes(text)) list.push(text);
    byStart.set(core[0]!, list);
  }
  const found: { first: number; last: number }[] = [];
  for (let at = 0; at < view.tokens.length; at++) {
    const token = view.tokens[at]!;
    if (taken(at) || !isCapital(token.form) || token.form.length < 2) continue;
    // "Al-Maydeen": the article, a hyphen and the name, or one word.
    const name = view.beside(at, at + 2);
    const hyphened = view.beside(at, at + 1)?.form === '-' && name !== null && !taken(at + 2);
    if (!hyphened && common.has(token.form)) continue;
    const last = hyphened ? at + 2 : at;
    const text = view.slice(at, last);
    const known = byStart.get(coreOf(text)[0] ?? '') ?? [];
    if (known.some((other) => isVariant(text, other))) {
      found.push({ first: at, last });
      at = last;
    }
  }
  return found;
}
