/** "was quoted as saying Y", "quoted the army as saying Y", "described X as Y". */
import type { Token } from '../../language/parsed-text.ts';
import type { Tree } from '../../syntax/tree.ts';
import { frameOf } from '../cue-words.ts';
import { agentOf, agentPhrase, cueTokens, isPassive, phrase } from '../parts.ts';
import { holds } from '../quotations.ts';
import type { AttributionRule, Found, RuleContext } from '../rule.ts';
import { speakerAt, speakerOf } from '../speaker.ts';

export const quotedAs: AttributionRule = {
  name: 'quoted-as',
  examples: [
    {
      text: 'State television quoted the army as saying rockets hit the airport.',
      source: 'the army',
      cue: 'quoted … as saying',
      content: 'rockets hit the airport',
    },
    {
      text: 'The minister was quoted as saying that talks had failed.',
      source: 'The minister',
      cue: 'was quoted as saying',
      content: 'that talks had failed',
    },
  ],
  misses: ['The shares were quoted in London.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (verb.lemma !== 'quote' && verb.lemma !== 'cite') continue;
      const saying = tree
        .childrenBy(verb, 'advcl', 'obl', 'xcomp', 'ccomp')
        .find((child) => tree.childrenBy(child, 'mark', 'case').some((mark) => mark.lemma === 'as'));
      if (!saying) continue;
      const content = tree.subtree(saying).filter((token) => token.index > saying.index);
      if (content.length === 0) continue;
      const passive = isPassive(tree, verb);
      const quoted = passive ? tree.child(verb, 'nsubj:pass', 'nsubj') : tree.child(verb, 'obj');
      const quoting = passive ? agentPhrase(tree, verb) : agentOf(tree, verb);
      if (!quoted) continue;
      const as = tree.childrenBy(saying, 'mark', 'case');
      const inner: Found = {
        rule: 'quoted-as',
        source: phrase(tree, quoted),
        cue: cueTokens(context, verb, [...as, saying]),
        cueHead: saying,
        content,
        kind: 'speech',
        certainty: frameOf(words, saying.lemma, 'c', 'n', 'q')?.certainty ?? 'asserted',
      };
      if (quoting && quoting !== quoted) {
        const outer: Found = {
          ...inner,
          ...speakerAt(tree, verb, quoting),
          cue: cueTokens(context, verb),
          cueHead: verb,
          content: [...inner.source, ...as, saying, ...inner.content].sort((a, b) => a.index - b.index),
          certainty: 'asserted',
        };
        found.push(outer, { ...inner, outer });
      } else found.push(inner);
    }
    return found;
  },
};

export const describedAs: AttributionRule = {
  name: 'described-as',
  examples: [
    {
      text: 'The mayor described the raid as a crime.',
      source: 'The mayor',
      cue: 'described',
      content: 'the raid as a crime',
    },
    {
      text: 'Officials called the strike a mistake.',
      source: 'Officials',
      cue: 'called',
      content: 'the strike a mistake',
    },
    {
      text: 'The mayor has called the general "the next Napoleon".',
      source: 'The mayor',
      cue: 'has called',
      content: 'the general "the next Napoleon',
    },
    {
      text: 'Shells fell on what the army calls "a safe zone".',
      source: 'the army',
      cue: 'calls',
      content: 'a safe zone',
    },
  ],
  misses: ['The mayor called the office.', 'He lives in a house called "Unity".'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const verb of tree.tokens) {
      if (verb.upos !== 'VERB' || verb.lemma === 'quote') continue;
      const passive = isPassive(tree, verb);
      // "called it a mistake": "it" may be read as whom something is given.
      const object = passive
        ? tree.child(verb, 'nsubj:pass')
        : (tree.child(verb, 'iobj') ?? tree.child(verb, 'obj'));
      const named = frameOf(words, verb.lemma, 'xc') ? quotedName(context, verb, object) : undefined;
      if (named) {
        found.push({
          rule: 'described-as',
          ...speakerOf(tree, verb),
          cue: cueTokens(context, verb),
          cueHead: verb,
          content: named,
          kind: 'speech',
          certainty: 'asserted',
        });
        continue;
      }
      if (!object) continue;
      const asFrame = frameOf(words, verb.lemma, 'as');
      const calledFrame = frameOf(words, verb.lemma, 'xc');
      const as = asFrame
        ? tree
            .childrenBy(verb, 'obl', 'advcl', 'xcomp')
            .find((child) => tree.childrenBy(child, 'mark', 'case').some((m) => m.lemma === 'as'))
        : undefined;
      const called = calledFrame
        ? (tree.childrenBy(verb, 'xcomp').find((child) => !tree.child(child, 'mark')) ??
          tree.childrenBy(verb, 'obj').find((child) => child !== object && child.index > object.index) ??
          quotedBehind(tree, verb, object))
        : undefined;
      const what = as ?? called;
      const cue = as ? asFrame : calledFrame;
      if (!what || !cue) continue;
      found.push({
        rule: 'described-as',
        ...speakerOf(tree, verb),
        cue: cueTokens(context, verb),
        cueHead: verb,
        content: oneStretch(tree, verb, [...phrase(tree, object), ...tree.subtree(what)]),
        kind: cue.kind,
        certainty: cue.certainty,
      });
    }
    return found;
  },
};

/**
 * `called the general "the next Napoleon"`, `what it calls "a safe zone"`: the name in marks right behind the verb or its
 * object, however the parser hung the two. A house that is called "Unity" is called so by nobody.
 */
function quotedName(
  { tree, quotations }: RuleContext,
  verb: Token,
  object: Token | undefined,
): Token[] | undefined {
  const quote = quotations.find((q) => q.start >= verb.end);
  if (!quote || (verb.xpos === 'VBN' && !tree.child(verb, 'aux'))) return undefined;
  const lead = tree.tokens.filter((t) => t.index > verb.index && t.start < quote.start && !MARK.test(t.form));
  const inside = tree.tokens.filter((t) => holds(quote, t));
  if (inside.length === 0 || lead.length > NAMED_MAX || lead.some((t) => !OF_NAME.has(t.upos)))
    return undefined;
  if (lead[0]?.upos === 'ADP') return undefined;
  const before = tree.tokens.slice(Math.max(0, verb.index - 8), verb.index);
  if (lead.length === 0 && !before.some((t) => t.lemma === 'what')) return undefined;
  if (lead.length > 0 && !object) return undefined;
  return tree.tokens.slice(verb.index + 1, inside.at(-1)!.index + 1);
}

const MARK = /^["“”„«'‘’`]+$/;
const OF_NAME = new Set(['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'PART', 'ADP']);
/** Words between the verb and the name in marks. */
const NAMED_MAX = 10;

/** `called the plan "toxic"`: quoted words right behind, which the parser may read as a clause of their own. */
function quotedBehind(tree: Tree, verb: Token, object: Token): Token | undefined {
  const last = tree.subtree(object).at(-1)!;
  return tree
    .childrenBy(verb, 'parataxis', 'conj', 'ccomp')
    .find(
      (child) =>
        /^["“‘'`]+$/.test(tree.tokens[last.index + 1]?.form ?? '') &&
        tree.subtree(child)[0]!.index <= last.index + 2 &&
        child.index > last.index,
    );
}

/** "called the siege | of the town | a crime": with both parts behind the verb, all between them belongs to it. */
function oneStretch(tree: Tree, verb: Token, content: Token[]): Token[] {
  const indices = content.map((token) => token.index);
  const [first, last] = [Math.min(...indices), Math.max(...indices)];
  const words = first > verb.index && last - first < 40 ? tree.tokens.slice(first, last + 1) : content;
  return [...words].sort((a, b) => a.index - b.index);
}
