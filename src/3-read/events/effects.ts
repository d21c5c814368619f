/** What came of it, with figures: killed, wounded, missing, captured, displaced, destroyed, damaged, seized. */
import type { Token } from '../language/parsed-text.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import { effectOf, type FoundEffect } from './effects/effect.ts';
import { partsOf } from './effects/parts.ts';
import { patientsOf } from './effects/patients.ts';
import { countable } from './effects/phrases.ts';
import { tollsOf } from './effects/tolls.ts';
import type { EventWords } from './words.ts';

export type { FoundEffect } from './effects/effect.ts';

/** `people`: the words of persons' names. */
export function findEffects(
  tree: Tree,
  clause: Clause,
  words: EventWords,
  people: ReadonlySet<Token>,
): FoundEffect[] {
  const wholes: FoundEffect[] = [];
  const seen = new Set<Token>();
  const add = (effect: FoundEffect | null) => {
    if (
      effect &&
      !wholes.some((w) => w.first <= effect.last && effect.first <= w.last && w.what === effect.what)
    )
      wholes.push(effect);
  };
  for (const { head, kinds } of patientsOf(tree, clause, words)) {
    for (const one of countable(tree, head, words)) {
      if (seen.has(one)) continue;
      const effect = effectOf(tree, one, kinds, words, people);
      // What one verb cannot have befallen, another may: "killed two guards and destroyed three trucks".
      if (effect) seen.add(one);
      add(effect);
    }
  }
  for (const { head, kinds } of tollsOf(tree, new Set(clause.tokens), words)) {
    if (!seen.has(head)) add(effectOf(tree, head, kinds, words, people));
  }
  const out = withParts(tree, wholes, words, people);
  const since =
    clause.tokens.some((t, i) => t.lemma === 'since' && clause.tokens[i + 1]?.upos !== 'PRON') ||
    /\b(?:so far|to date)\b/i.test(clause.tokens.map((t) => t.form).join(' '));
  if (since) for (const effect of out) effect.scope = 'since';
  return out;
}

/** Effects in order, each followed by its parts; what was read as a part is no whole beside it. */
function withParts(
  tree: Tree,
  wholes: readonly FoundEffect[],
  words: EventWords,
  people: ReadonlySet<Token>,
): FoundEffect[] {
  const out: FoundEffect[] = [];
  const sorted = [...wholes].sort((a, b) => a.first - b.first);
  for (const [i, whole] of sorted.entries()) {
    if (out.some((part) => part.partOf !== null && part.first <= whole.last && whole.first <= part.last))
      continue;
    const index = out.push(whole) - 1;
    const next = sorted.slice(i + 1).find((other) => other.first > whole.last);
    for (const part of partsOf(tree, whole, next?.first ?? tree.tokens.length, words, people))
      out.push({ ...part, partOf: index });
  }
  return out;
}
