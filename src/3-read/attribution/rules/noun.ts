/** "reports of Y", "the claim that Y", "a warning of Y", "X's denial that Y", "issued a statement saying Y". */
import type { Token } from '../../language/parsed-text.ts';
import { relation, type Tree } from '../../syntax/tree.ts';
import type { CueNoun } from '../cue-words.ts';
import { agentOf, cueTokens, isNegated, phrase, without } from '../parts.ts';
import type { AttributionRule, Found, RuleContext } from '../rule.ts';
import { speakerAt } from '../speaker.ts';

export const nounContent: AttributionRule = {
  name: 'noun-content',
  examples: [
    {
      text: 'There were reports of heavy fighting near the airport.',
      source: 'reports',
      cue: 'reports of',
      content: 'heavy fighting near the airport',
    },
    {
      text: "The army's claim that rebels had fled was wrong.",
      source: 'The army',
      cue: 'claim',
      content: 'that rebels had fled',
    },
  ],
  misses: ['The report was long.', 'He read the statement.'],
  find(context) {
    const { tree, words } = context;
    const found: Found[] = [];
    for (const noun of tree.tokens) {
      if (noun.upos !== 'NOUN') continue;
      const cue = words.nouns.get(noun.lemma);
      if (!cue) continue;
      const hit = contentOfNoun(tree, noun, cue);
      if (!hit) continue;
      const source = sourceOf(context, noun);
      const unnamed = source.length === 0 && noun.xpos === 'NNS' && cue.kind === 'speech';
      // "the threat of rain", "a sign of life": with nobody named and no clause, a thing rather than a saying.
      if (source.length === 0 && !unnamed && hit.mark && !words.parts['said-of'].has(noun.lemma)) continue;
      found.push({
        rule: 'noun-content',
        source: unnamed ? phrase(tree, noun).filter((token) => token.index <= noun.index) : source,
        cue: cueOf(context, noun, hit.mark),
        cueHead: noun,
        content: withClause(
          tree,
          noun,
          tree.subtree(hit.content, (child) => child === hit.mark),
        ),
        kind: cue.kind,
        certainty: isNone(tree, noun)
          ? 'denied'
          : isLeftUnproven(context, noun)
            ? 'unconfirmed'
            : unnamed && cue.certainty === 'asserted'
              ? 'hedged'
              : cue.certainty,
      });
    }
    return found;
  },
};

/** "the claim that the town had fallen", read as a relative clause: it has a subject of its own and lacks nothing. */
function isComplete(tree: Tree, noun: Token, clause: Token): boolean {
  const subject = tree.child(clause, 'nsubj');
  return (
    tree.tokens[noun.index + 1]?.form === 'that' && subject !== undefined && subject.index > noun.index + 1
  );
}

export function contentOfNoun(
  tree: Tree,
  noun: Token,
  { frames }: CueNoun,
): { content: Token; mark?: Token } | undefined {
  const clause = tree.childrenBy(noun, 'acl', 'ccomp').find((child) => {
    if (child.index < noun.index) return false;
    if (child.deprel === 'acl:relcl') return frames.has('that') && isComplete(tree, noun, child);
    const marks = tree.childrenBy(child, 'mark').map((mark) => mark.lemma);
    if (marks.includes('to')) return frames.has('to');
    return frames.has('that') && (marks.includes('that') || marks.includes('whether'));
  });
  if (clause) return { content: clause };
  const led = tree
    .childrenBy(noun, 'nmod', 'acl')
    .map((child) => ({ content: child, mark: tree.childrenBy(child, 'case', 'mark')[0] }))
    .find(
      ({ content, mark }) =>
        content.index > noun.index && mark && frames.has(mark.lemma === 'to' ? 'to-np' : mark.lemma),
    );
  return led?.mark ? { content: led.content, mark: led.mark } : undefined;
}

/** "reports of a hospital being hit": the participle behind may hang on the verb. */
function withClause(tree: Tree, noun: Token, content: Token[]): Token[] {
  const next = tree.tokens[(content.at(-1)?.index ?? -2) + 1];
  const verb = tree.head(noun);
  if (!next || !verb) return content;
  let participle: Token | undefined;
  for (let at: Token | undefined = next, n = 0; at && at !== noun && n < 8; at = tree.head(at), n++) {
    if (tree.subtree(at)[0] !== next) break;
    if (['advcl', 'acl'].includes(at.deprel) && !tree.child(at, 'mark')) participle = at;
  }
  return participle && /^VB[GN]$/.test(participle.xpos) ? [...content, ...tree.subtree(participle)] : content;
}

function sourceOf({ tree, words }: RuleContext, noun: Token): Token[] {
  const owner = tree.child(noun, 'nmod:poss');
  if (owner) return phrase(tree, owner);
  const by = tree
    .childrenBy(noun, 'nmod')
    .find((child) => ['by', 'from'].includes(tree.child(child, 'case')?.lemma ?? ''));
  if (by) return without(phrase(tree, by), tree.childrenBy(by, 'case'));
  const verb = tree.head(noun);
  if (verb && relation(noun) === 'obj' && words.parts.light.has(verb.lemma)) {
    const agent = agentOf(tree, verb);
    if (agent) return speakerAt(tree, verb, agent).source;
  }
  return [];
}

/** "made an impassioned call for": the noun with the words that describe it, the preposition, and a verb that lends it a tense. */
function cueOf(context: RuleContext, noun: Token, mark: Token | undefined): Token[] {
  const { tree, words } = context;
  const own = new Set([noun, ...(mark ? [mark] : [])]);
  const verb = relation(noun) === 'obj' ? tree.head(noun) : undefined;
  if (verb && words.parts.light.has(verb.lemma) && verb.index < noun.index)
    for (const token of cueTokens(context, verb)) own.add(token);
  for (const child of tree.childrenBy(noun, 'det', 'amod', 'compound'))
    if (child.index < noun.index) own.add(child);
  return tree.tokens.filter((token) => own.has(token));
}

/** "Reports of a raid could not be confirmed", "have not been verified". */
function isLeftUnproven({ tree, words }: RuleContext, noun: Token): boolean {
  const verb = tree.head(noun);
  return (
    verb !== undefined &&
    (relation(noun) === 'nsubj' || relation(noun) === 'obj') &&
    words.parts['bears-out'].has(verb.lemma) &&
    isNegated(tree, verb)
  );
}

/** "no evidence of", "no sign that". */
function isNone(tree: Tree, noun: Token): boolean {
  return tree.childrenBy(noun, 'det').some((det) => det.lemma === 'no');
}
