/** Finds "the city", "the area", "there", "the capital" in a text. */
import type { Span } from '../../../records/index.ts';
import type { PlaceWords } from '../place-words.ts';
import type { TextView } from '../text-view.ts';

/** What may stand between the article and the head. */
const FILLERS = new Set(['ADJ', 'VERB', 'NUM', 'ADV']);
const CAPITAL_FILLERS = new Set([...FILLERS, 'PROPN']);
const DETERMINERS = new Set(['the', 'this', 'that']);

export interface Description {
  span: Span;
  first: number;
  last: number;
  kind: string;
  word: string;
  /** Words between the article and the head: "Kenyan" of "the Kenyan capital". */
  between: string[];
}

/** Descriptions in order. A head followed by a name, or by another noun, describes no place said before. */
export function findDescriptions(
  view: TextView,
  words: PlaceWords,
  taken: (at: number) => boolean,
): Description[] {
  const found: Description[] = [];
  view.tokens.forEach((token, at) => {
    const form = token.form.toLowerCase();
    if (form === 'there' && token.upos === 'ADV' && token.deprel !== 'expl' && !opensExistence(view, at)) {
      found.push({
        span: [token.start, token.end],
        first: at,
        last: at,
        kind: 'any',
        word: 'there',
        between: [],
      });
      return;
    }
    if (form === 'here' && token.upos === 'ADV') {
      found.push({
        span: [token.start, token.end],
        first: at,
        last: at,
        kind: 'here',
        word: 'here',
        between: [],
      });
      return;
    }
    const kind = words.description.get(form);
    if (kind === undefined || taken(at) || token.form !== form) return;
    let meant = kind;
    let first = at - 1;
    let steps = 0;
    const fillers = kind === 'capital' ? CAPITAL_FILLERS : FILLERS;
    while (steps++ < 3 && fillers.has(view.beside(at, first)?.upos ?? '')) first--;
    const determiner = view.beside(at, first);
    if (determiner === null || !DETERMINERS.has(determiner.form.toLowerCase())) return;
    for (let other = first + 1; other < at; other++) {
      const adjective = view.tokens[other]!.form.toLowerCase();
      if (words.descriptionNot.has(adjective) || /[a-z]{2}est$/.test(adjective)) return;
      // "the provincial capital" is the seat named before, not the capital of the country.
      if (kind === 'capital' && words.seatAdjective.has(adjective)) meant = 'PPLA';
    }
    const next = view.beside(at, at + 1);
    if (next !== null && (next.form === 'of' || (next.form === '-' && !token.spaceAfter))) return;
    if (next !== null && (next.upos === 'NOUN' || next.upos === 'PROPN') && token.spaceAfter) return;
    if (taken(at + 1)) return;
    const between = view.tokens.slice(first + 1, at).map((one) => one.form);
    found.push({ span: [determiner.start, token.end], first, last: at, kind: meant, word: form, between });
  });
  return found;
}

/** "there is", "there were": no place. */
function opensExistence(view: TextView, at: number): boolean {
  const next = view.beside(at, at + 1)?.form.toLowerCase() ?? '';
  const after = view.beside(at, at + 2)?.form.toLowerCase() ?? '';
  const be = new Set([
    'is',
    'are',
    'was',
    'were',
    'be',
    'has',
    'have',
    'had',
    'will',
    'would',
    'may',
    'might',
    "'s",
    '’s',
  ]);
  return (
    be.has(next) &&
    (view.tokens[at]!.deprel === 'dep' || ['no', 'a', 'an', 'been', 'be', 'any', 'some'].includes(after))
  );
}
