/** "put the death toll at 14": whoever counts says so. */
import { cueTokens } from '../parts.ts';
import type { AttributionRule, Found } from '../rule.ts';
import { speakerOf } from '../speaker.ts';

export const putTollAt: AttributionRule = {
  name: 'put-toll-at',
  examples: [
    {
      text: 'The mayor put the death toll at 14.',
      source: 'The mayor',
      cue: 'put',
      content: 'the death toll at 14',
    },
  ],
  misses: ['The guard put the box at the gate.', 'The raid put lives at risk.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (verb.upos !== 'VERB' || !words.parts['puts-at'].has(verb.lemma)) continue;
      const tally = tree.child(verb, 'obj');
      if (!tally || !(words.parts.tally.has(tally.lemma) || tally.lemma === 'it')) continue;
      const at = tree.childrenBy(tally, 'nmod').find((child) => tree.child(child, 'case')?.lemma === 'at');
      const speaker = speakerOf(tree, verb);
      if (!at || speaker.source.length === 0) continue;
      found.push({
        rule: 'put-toll-at',
        ...speaker,
        cue: cueTokens(context, verb),
        cueHead: verb,
        content: tree.subtree(tally),
        kind: 'speech',
        certainty: 'asserted',
      });
    }
    return found;
  },
};
