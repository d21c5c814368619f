/** "reportedly", "allegedly"; "X: Y" of headlines; "is confident that Y". */
import type { Token } from '../../language/parsed-text.ts';
import { relation, type Tree, trimMarks } from '../../syntax/tree.ts';
import type { CueNoun } from '../cue-words.ts';
import { agentOf, antecedent, cueTokens, without } from '../parts.ts';
import type { AttributionRule, Found } from '../rule.ts';
import { speakerAt } from '../speaker.ts';

export const reportedly: AttributionRule = {
  name: 'reportedly',
  examples: [
    {
      text: 'The leader reportedly left the city.',
      source: '',
      cue: 'reportedly',
      content: 'The leader … left the city',
    },
  ],
  misses: ['The leader quickly left the city.'],
  find({ tree, words }) {
    const found: Found[] = [];
    for (const word of tree.tokens) {
      const hedge = words.hedges.get(word.form.toLowerCase());
      if (!hedge?.attributes || word.upos !== 'ADV') continue;
      // At the head of a sentence it speaks of all of it.
      const first = tree.tokens.every((token) => token.index >= word.index || token.upos === 'PUNCT');
      const clause = first ? tree.root : (tree.head(word) ?? word);
      // What joins it to the clause before, and a clause set beside it, are not what is reported.
      const content = without(
        tree.subtree(
          clause,
          (child) =>
            child.head === clause.index &&
            (relation(child) === 'parataxis' ||
              (relation(child) === 'cc' && child.index < word.index) ||
              (!first && isSetBefore(tree, child, word))),
        ),
        [word],
      );
      if (content.length === 0) continue;
      found.push({
        rule: 'reportedly',
        source: [],
        cue: [word],
        cueHead: word,
        content,
        kind: 'speech',
        certainty: hedge.certainty,
      });
    }
    return found;
  },
};

/** "As the rebels left, the fighting had reportedly killed ten": a clause with a subject of its own before the reported one. */
const isSetBefore = (tree: Tree, child: Token, word: Token): boolean =>
  relation(child) === 'advcl' &&
  child.index < word.index &&
  tree.child(child, 'nsubj', 'nsubj:pass') !== undefined;

export const colon: AttributionRule = {
  name: 'colon',
  examples: [
    { text: 'Monitor: 40 killed in raid', source: 'Monitor', cue: ':', content: '40 killed in raid' },
  ],
  misses: [
    'He named three towns: Homs, Hama and Idlib.',
    'Note: the road is closed.',
    'Nur News (Turkish: Nur Haber) is a channel that broadcasts from Izmir.',
  ],
  find({ tree, words }) {
    const mark = tree.tokens.findIndex((token, i) => i > 0 && i <= 8 && token.form === ':');
    if (mark < 0 || mark + 2 >= tree.tokens.length) return [];
    const before = tree.tokens.slice(0, mark);
    // "Nur News (Arabic: …)": a gloss in brackets.
    if (before.filter((t) => t.form === '(').length > before.filter((t) => t.form === ')').length) return [];
    // A name or a plural of people, and nothing that is a clause of its own.
    if (
      before.some(
        (t) =>
          (t.upos === 'VERB' && !words.parts.speaker.has(t.form.toLowerCase())) ||
          t.upos === 'AUX' ||
          t.upos === 'NUM' ||
          t.form === ',',
      )
    )
      return [];
    const head = before.find((t) => !before.includes(tree.head(t) as Token)) ?? before.at(-1)!;
    if (
      head.upos !== 'PROPN' &&
      !before.some(
        (t) =>
          words.parts.speaker.has(t.form.toLowerCase()) || words.parts.speaker.has(t.lemma.toLowerCase()),
      )
    )
      return [];
    const content = trimMarks(tree.tokens.slice(mark + 1));
    if (content.length < 3 || !content.some((t) => t.upos === 'VERB' || t.upos === 'AUX')) return [];
    return [
      {
        rule: 'colon',
        source: trimMarks(before),
        cue: [tree.tokens[mark]!],
        cueHead: tree.tokens[mark]!,
        content,
        kind: 'speech',
        certainty: 'asserted',
      },
    ];
  },
};

export const isSure: AttributionRule = {
  name: 'is-sure',
  examples: [
    {
      text: 'Commanders are confident that the siege will end soon.',
      source: 'Commanders',
      cue: 'are confident',
      content: 'that the siege will end soon',
    },
  ],
  misses: ['The road is clear of mines.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const word of tree.tokens) {
      if (word.upos !== 'ADJ' && !(word.upos === 'VERB' && word.xpos === 'VBN')) continue;
      const cue = words.adjectives.get(word.lemma) ?? words.adjectives.get(word.form.toLowerCase());
      const content = cue && contentOf(tree, word, cue);
      const subject = tree.child(word, 'nsubj') ?? agentOf(tree, word);
      if (!cue || !content || !subject || subject.lemma === 'it') continue;
      found.push({
        rule: 'is-sure',
        ...speakerAt(tree, word, antecedent(tree, subject, word)),
        cue: cueTokens(context, word),
        cueHead: word,
        content: tree.subtree(content),
        kind: cue.kind,
        certainty: cue.certainty,
      });
    }
    return found;
  },
};

/** A clause ("that …", "to …") or a phrase with one of the adjective's prepositions. */
function contentOf(tree: Tree, word: Token, { frames }: CueNoun): Token | undefined {
  const clause = tree
    .childrenBy(word, 'ccomp', 'xcomp', 'advcl')
    .find(
      (c) =>
        c.index > word.index &&
        (relation(c) !== 'advcl' || tree.child(c, 'mark')?.lemma === 'that') &&
        frames.has(tree.childrenBy(c, 'mark').some((m) => m.lemma === 'to') ? 'to' : 'that'),
    );
  return (
    clause ??
    tree
      .childrenBy(word, 'obl', 'advcl')
      .find(
        (child) =>
          child.index > word.index &&
          frames.has(tree.child(child, 'case', 'mark')?.lemma ?? '-') &&
          tree.child(child, 'case', 'mark')?.lemma !== 'that',
      )
  );
}
