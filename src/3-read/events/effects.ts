/** What came of it, with figures: killed, wounded, missing, captured, displaced, destroyed, damaged, seized. */
import type { Token } from '../language/parsed-text.ts';
import type { Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import { effectOf, type FoundEffect } from './effects/effect.ts';
import { addParts } from './effects/parts.ts';
import { patientsOf } from './effects/patients.ts';
import { countable } from './effects/phrases.ts';
import type { EventWords } from './words.ts';

export type { FoundEffect } from './effects/effect.ts';

export function findEffects(tree: Tree, clause: Clause, words: EventWords): FoundEffect[] {
  const out: FoundEffect[] = [];
  const seen = new Set<Token>();
  for (const { head, kinds } of patientsOf(tree, clause, words)) {
    for (const one of countable(tree, head)) {
      if (seen.has(one)) continue;
      const effect = effectOf(tree, one, kinds, words);
      if (!effect) continue;
      seen.add(one);
      out.push(effect);
      addParts(tree, effect, out, words);
    }
  }
  const since =
    clause.tokens.some((t, i) => t.lemma === 'since' && clause.tokens[i + 1]?.upos !== 'PRON') ||
    /\b(?:so far|to date)\b/i.test(clause.tokens.map((t) => t.form).join(' '));
  if (since) for (const effect of out) effect.scope = 'since';
  return out.sort((a, b) => a.first - b.first).map((effect) => effect);
}
