/** "The convoy, the mayor said, was hit": who says so stands between commas, and all around is what was said. */
import type { Token } from '../../language/parsed-text.ts';
import { trimMarks } from '../../syntax/tree.ts';
import { frameOf } from '../cue-words.ts';
import { cueTokens, isPassive } from '../parts.ts';
import type { AttributionRule, Found } from '../rule.ts';

const OF_NAME = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'PART', 'ADP']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);
const NAME_MAX = 10;
const OCCASION_MAX = 5;

export const saidBetween: AttributionRule = {
  name: 'said-between',
  examples: [
    {
      text: 'The convoy, the mayor said, was hit twice.',
      source: 'the mayor',
      cue: 'said',
      content: 'The convoy … was hit twice',
    },
  ],
  misses: ['The convoy, said to be empty, was hit twice.', 'Shells hit the road, the mayor said.'],
  find(context) {
    const { tree, words, quotations } = context;
    const { tokens } = tree;
    const found: Found[] = [];
    for (const verb of tokens) {
      const cue = verb.upos === 'VERB' ? frameOf(words, verb.lemma, 'q') : undefined;
      if (!cue?.frames.has('c') || isPassive(tree, verb) || verb.xpos === 'VBG' || verb.xpos === 'VBN')
        continue;
      let from = verb.index - 1;
      while (from >= 0 && verb.index - from <= NAME_MAX && OF_NAME.has(tokens[from]!.upos)) from--;
      let to = verb.index + 1;
      while (tokens[to] && to - verb.index <= OCCASION_MAX && OF_NAME.has(tokens[to]!.upos)) to++;
      const source = tokens.slice(from + 1, verb.index);
      if (tokens[from]?.form !== ',' || tokens[to]?.form !== ',' || !source.some((t) => NOMINAL.has(t.upos)))
        continue;
      if (source[0]!.upos === 'ADP' || quotations.some((q) => verb.start >= q.start && verb.end <= q.end))
        continue;
      const before = tokens.slice(0, from);
      const after = tokens.slice(to + 1);
      if (before.length === 0 || after.length < 2 || goesOn(after)) continue;
      found.push({
        rule: 'said-between',
        source: trimMarks(source),
        cue: cueTokens(context, verb).filter((t) => t.index > from && t.index < to),
        cueHead: verb,
        content: [...before, ...trimMarks(after)],
        kind: cue.kind,
        certainty: cue.certainty,
      });
    }
    return found;
  },
};

/** "…, he said, adding that", "…, he said, but the army": the second part is another's, or another saying. */
function goesOn(after: readonly Token[]): boolean {
  const first = after.find((t) => t.upos !== 'PUNCT');
  return (
    !first ||
    first.xpos === 'VBG' ||
    ['but', 'while', 'who', 'which', 'though', 'although'].includes(first.lemma)
  );
}
