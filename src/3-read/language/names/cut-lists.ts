/**
 * Mentions that run over a list of names: "Belgium, Canada, Denmark" is three. "Palmyra, Syria" is one, unless the list goes on.
 */
import type { LabelledSpan } from '../network/names-viterbi.ts';
import type { Token } from '../parsed-text.ts';

/** `places` is the number of the type that says where it lies after a comma. */
export function cutLists(
  tokens: readonly Token[],
  mentions: readonly LabelledSpan[],
  names: readonly { first: number; last: number }[],
  places: number,
): LabelledSpan[] {
  const begins = new Set(names.map(({ first }) => first));
  const ends = new Set(names.map(({ last }) => last));
  const isComma = (t: number) => tokens[t]?.form === ',' && ends.has(t - 1) && begins.has(t + 1);
  return mentions.flatMap((mention) => {
    const commas: number[] = [];
    for (let t = mention.first + 1; t < mention.last; t++) if (isComma(t)) commas.push(t);
    const goesOn =
      commas.length > 1 || isComma(mention.last + 1) || tokens[mention.last + 1]?.lemma === 'and';
    if (commas.length === 0 || (mention.type === places && !goesOn)) return [mention];
    const firsts = [mention.first, ...commas.map((t) => t + 1)];
    const lasts = [...commas.map((t) => t - 1), mention.last];
    return firsts.map((first, i) => ({ ...mention, first, last: lasts[i]! }));
  });
}
