/** "denied reports that Y", "confirmed the claim that Y": a stand on what others say is itself a claim about Y. */
import type { Token } from '../../language/parsed-text.ts';
import { frameOf } from '../cue-words.ts';
import { cueTokens, isPassive, phrase, without } from '../parts.ts';
import type { AttributionRule, Found } from '../rule.ts';
import { speakerOf } from '../speaker.ts';
import { contentOfNoun } from './noun.ts';

export const tookStand: AttributionRule = {
  name: 'took-stand',
  examples: [
    {
      text: 'The ministry denied reports that its jets had hit a hospital.',
      source: 'The ministry',
      cue: 'denied reports',
      content: 'that its jets had hit a hospital',
    },
    {
      text: 'The general dismissed the allegation that his men looted the town.',
      source: 'The general',
      cue: 'dismissed the allegation',
      content: 'that his men looted the town',
    },
  ],
  misses: ['The ministry denied the visa.', 'He read reports that the road was closed.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      const cue = verb.upos === 'VERB' ? frameOf(words, verb.lemma, 'n') : undefined;
      if (
        !cue ||
        (cue.certainty !== 'denied' && !words.parts['bears-out'].has(verb.lemma)) ||
        isPassive(tree, verb)
      )
        continue;
      const noun = tree.child(verb, 'obj');
      const report = noun && words.nouns.get(noun.lemma);
      const hit = report && contentOfNoun(tree, noun, report);
      if (!hit) continue;
      const content = tree.subtree(hit.content, (child) => child === hit.mark);
      const named = without(phrase(tree, noun), content);
      found.push({
        rule: 'took-stand',
        ...speakerOf(tree, verb),
        cue: cueTokens(context, verb, named as Token[]),
        cueHead: verb,
        content,
        kind: 'speech',
        certainty: cue.certainty,
      });
    }
    return found;
  },
};
