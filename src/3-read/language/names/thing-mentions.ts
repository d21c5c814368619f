/**
 * Weapons and vehicles by the dictionary of things: too few are in the corpora to learn them. "Two heavy machine guns" is
 * one from "heavy" on; a ship is told by what stands before its name ("HMS").
 */

import type { LabelledSpan } from '../network/names-viterbi.ts';
import type { Token } from '../parsed-text.ts';

export interface ThingTypeNumbers {
  weapon: number;
  vehicle: number;
}

/** Words of dictionaries/en/name-signs.tsv that tell things. */
export interface ThingSigns {
  /** "HMS", "USS": before the name of a ship. */
  ships: ReadonlySet<string>;
  /** Nouns that are a thing of war only with a noun before them: "device", "round". */
  loose: ReadonlySet<string>;
  /** Weapons and vehicles by their lemmas, joined by spaces; what only sounds like one is none. */
  things: ReadonlyMap<string, 'weapon' | 'vehicle' | 'none'>;
}

/** Words in one entry at most. */
const LONGEST = 4;
const BEFORE = new Set(['compound', 'amod']);

/** What the dictionary knows of a sentence, in order. */
export function thingMentions(
  tokens: readonly Token[],
  types: ThingTypeNumbers,
  signs: ThingSigns,
): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  for (const [t, token] of tokens.entries()) {
    const ship = signs.ships.has(token.form) ? endOfName(tokens, t) : null;
    if (ship !== null) spans.push({ first: t, last: ship, type: types.vehicle });
    if (token.upos !== 'NOUN' || token.deprel === 'compound') continue;
    const kind = kindOf(tokens, t, signs.things);
    if (kind === null) continue;
    const loose = signs.loose.has(token.lemma) && tokens[t - 1]?.deprel !== 'compound';
    if (!loose) spans.push({ first: startOf(tokens, t), last: t, type: types[kind] });
  }
  return spans;
}

/** What the longest entry that ends in word `last` is. */
function kindOf(tokens: readonly Token[], last: number, things: ThingSigns['things']) {
  let words = '';
  let kind: 'weapon' | 'vehicle' | null = null;
  for (let t = last; t >= 0 && last - t < LONGEST; t--) {
    const { form, lemma } = tokens[t]!;
    words = t === last ? lemma.toLowerCase() : `${form.toLowerCase()} ${words}`;
    const known = things.get(words);
    if (known) kind = known === 'none' ? null : known;
  }
  return kind;
}

/** `found` with the things in it: a thing keeps its type where a mention ends in its noun, and gives way to any other. */
export function withThings(
  tokens: readonly Token[],
  found: readonly LabelledSpan[],
  things: readonly LabelledSpan[],
): LabelledSpan[] {
  const kept = found.map((span) => {
    const same = things.find(({ first, last }) => last === span.last && first >= span.first);
    return same ? { ...span, type: same.type } : span;
  });
  const free = things.flatMap((thing) => {
    const before = kept.findLast((o) => o.first <= thing.first && o.last >= thing.first);
    let first = before ? before.last + 1 : thing.first;
    // "ISIL-held tanks"
    if (tokens[first]?.form === '-') first += 2;
    const span = { ...thing, first };
    const taken = first > thing.last || kept.some((o) => o.first <= thing.last && first <= o.last);
    return taken ? [] : [span];
  });
  return [...kept, ...free].sort((a, b) => a.first - b.first);
}

/** The first of the words that belong to a noun without a break; numbers and owners do not. */
function startOf(tokens: readonly Token[], noun: number): number {
  let first = noun;
  for (let t = noun - 1; t >= 0; t--) {
    const { head, deprel, form } = tokens[t]!;
    const inside = (BEFORE.has(deprel) && head > t && head <= noun) || (form === '-' && t > 0);
    if (!inside) break;
    first = t;
  }
  while (tokens[first]!.form === '-') first++;
  return first;
}

function endOfName(tokens: readonly Token[], prefix: number): number | null {
  let last = prefix;
  while (/^\p{Lu}/u.test(tokens[last + 1]?.form ?? '')) last++;
  return last > prefix ? last : null;
}
