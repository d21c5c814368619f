/** How sure the words are: hedges, negation, modals, conditions, and what the cue makes of its content. */

import type { Certainty, Span } from '../../records/index.ts';
import type { RawAttribution } from '../attribution/attribute.ts';
import type { CueWords } from '../attribution/cue-words.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import type { Clause } from './clauses.ts';
import type { FoundTrigger } from './triggers.ts';

export interface WordedCertainty {
  certainty: Certainty;
  words: Span[];
  rule: string;
}

const HEDGING_MODALS = new Set(['may', 'might', 'could']);
const FUTURE = new Set(['will', 'shall', "'ll", 'wo', '’ll']);
const INTENT_VERBS = new Set(
  'plan intend threaten vow pledge promise prepare hope want aim expect seek'.split(' '),
);

const span = (token: Token): Span => [token.start, token.end];

/**
 * The certainty of a clause. The words nearest to the happening decide: its own negation, then its hedges and modals,
 * then what the innermost cue makes of it, then a condition.
 */
export function wordedCertainty(
  tree: Tree,
  clause: Clause,
  trigger: FoundTrigger | null,
  innermost: RawAttribution | null,
  words: CueWords,
): WordedCertainty {
  const own = new Set(clause.tokens);
  const at = trigger?.token ?? clause.head;
  const negation = negationOf(tree, clause, at, own);
  // "denied that no one died" would be for a person to read; here a denial of a denial stays denied.
  if (innermost?.certainty === 'denied')
    return { certainty: 'denied', words: [...innermost.cue], rule: 'denied-by-source' };
  if (negation) return { certainty: 'denied', words: [span(negation)], rule: 'negated' };
  if (isQuestion(tree, clause, innermost))
    return { certainty: 'unconfirmed', words: [], rule: 'open-question' };
  if (innermost?.certainty === 'unconfirmed')
    return { certainty: 'unconfirmed', words: [...innermost.cue], rule: 'unconfirmed-by-cue' };
  const unconfirmed = adjectiveHedge(tree, clause, own, words, innermost, 'unconfirmed');
  if (unconfirmed) return { certainty: 'unconfirmed', words: [span(unconfirmed)], rule: 'unconfirmed-word' };
  const future = futureOf(tree, clause, at, own, innermost);
  if (future) return { certainty: 'expected', words: [span(future)], rule: 'future' };
  const hedge =
    hedgeOf(tree, clause, at, own, words) ?? adjectiveHedge(tree, clause, own, words, innermost, 'hedged');
  if (hedge) return { certainty: 'hedged', words: [span(hedge)], rule: 'hedged-word' };
  if (innermost && innermost.certainty !== 'asserted')
    return {
      certainty: innermost.certainty,
      words: [...innermost.cue],
      rule: `${innermost.certainty}-by-cue`,
    };
  return { certainty: 'asserted', words: [], rule: 'plain' };
}

const NEGATIVE = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'nor',
  'neither',
  'no',
  'nobody',
  'none',
  'nothing',
  'without',
]);

/** A negation of the clause's verb, of the trigger, or of the phrase it stands in. */
function negationOf(tree: Tree, clause: Clause, at: Token, own: Set<Token>): Token | undefined {
  const spots = new Set<Token>([clause.head, at]);
  for (
    let token: Token | undefined = at, n = 0;
    token && token !== clause.head && n < 4;
    token = tree.head(token), n++
  ) {
    if (relation(token) === 'xcomp' || relation(token) === 'conj') spots.add(tree.head(token)!);
  }
  for (const spot of spots) {
    for (const child of tree.children(spot)) {
      if (!own.has(child)) continue;
      const word = child.form.toLowerCase();
      if (!NEGATIVE.has(word) && !NEGATIVE.has(child.lemma)) continue;
      // "no longer", "not only" do not deny what happened.
      const next = tree.tokens[child.index + 1]?.form.toLowerCase();
      if (next === 'only' || (word === 'no' && relation(child) === 'advmod' && next !== 'longer')) continue;
      if (['advmod', 'det', 'cc', 'case', 'mark'].includes(relation(child))) return child;
    }
    const subject = tree.child(spot, 'nsubj', 'obj');
    if (subject && own.has(subject)) {
      const none = tree
        .children(subject)
        .find((child) => child.form.toLowerCase() === 'no' && relation(child) === 'det');
      if (none) return none;
      if (/^(?:none|nobody|nothing|neither)$/i.test(subject.form)) return subject;
    }
  }
  return undefined;
}

function isQuestion(tree: Tree, clause: Clause, innermost: RawAttribution | null): boolean {
  const last = tree.tokens.at(-1)!;
  if (last.form === '?' && clause.kind !== 'content') return !innermost || clause.kind === 'main';
  const opens = clause.tokens.find(
    (token) => relation(token) === 'mark' && (token.lemma === 'whether' || token.lemma === 'if'),
  );
  const unclear = tree.tokens.some((t) => ['unclear', 'unknown', 'uncertain'].includes(t.lemma));
  return !!opens && (opens.lemma === 'whether' || unclear);
}

/** "will", "would" after a past cue, "is to", "plans to", "if": what has not happened. */
function futureOf(
  tree: Tree,
  clause: Clause,
  at: Token,
  own: Set<Token>,
  innermost: RawAttribution | null,
): Token | undefined {
  const spots = new Set<Token>([clause.head, at]);
  for (
    let token: Token | undefined = at, n = 0;
    token && token !== clause.head && n < 4;
    token = tree.head(token), n++
  )
    spots.add(token);
  for (const spot of spots) {
    for (const child of tree.children(spot)) {
      if (!own.has(child) || relation(child) !== 'aux') continue;
      const word = child.form.toLowerCase();
      if (FUTURE.has(word)) return child;
      if ((word === 'would' || word === "'d" || word === '’d') && !past(tree, spot)) return child;
    }
    if (spot.lemma === 'go' && spot.xpos === 'VBG' && tree.child(spot, 'xcomp')) return spot;
    if (INTENT_VERBS.has(spot.lemma) && spot.upos === 'VERB' && tree.child(spot, 'xcomp') && at !== spot)
      return spot;
    if (spot.lemma === 'expect' && tree.child(spot, 'aux')) return spot;
  }
  const condition = clause.tokens.find(
    (token) =>
      relation(token) === 'mark' &&
      (token.lemma === 'if' || token.lemma === 'unless') &&
      tree.head(tree.head(token)!) !== undefined,
  );
  if (condition) return condition;
  const infinitive =
    clause.head.xpos === 'VB' && clause.kind === 'content' && innermost?.certainty === 'expected';
  return infinitive ? clause.head : undefined;
}

/** "would have left": told as past, if unreal. */
function past(tree: Tree, verb: Token): boolean {
  return tree.childrenBy(verb, 'aux').some((aux) => aux.lemma === 'have');
}

function hedgeOf(tree: Tree, clause: Clause, at: Token, own: Set<Token>, words: CueWords): Token | undefined {
  const spots = new Set<Token>([clause.head, at]);
  for (const spot of spots) {
    for (const child of tree.children(spot)) {
      if (!own.has(child)) continue;
      if (relation(child) === 'aux' && HEDGING_MODALS.has(child.lemma)) return child;
      const hedge = words.hedges.get(child.form.toLowerCase());
      if (hedge && !hedge.adjective && child.upos === 'ADV') return child;
    }
    if ((spot.lemma === 'appear' || spot.lemma === 'seem') && tree.child(spot, 'xcomp', 'ccomp', 'advcl'))
      return spot;
    if (
      spot.lemma === 'look' &&
      tree
        .childrenBy(spot, 'advcl', 'obl')
        .some((child) => ['like', 'as'].includes(tree.child(child, 'mark', 'case')?.lemma ?? ''))
    )
      return spot;
  }
  return clause.tokens.find((token) => {
    const hedge = words.hedges.get(token.form.toLowerCase());
    return (
      hedge &&
      !hedge.adjective &&
      token.upos === 'ADV' &&
      (tree.head(token) === clause.head || tree.head(token) === at)
    );
  });
}

/** "alleged", "suspected" before the trigger or the subject; "unconfirmed" before the source. */
function adjectiveHedge(
  tree: Tree,
  clause: Clause,
  own: Set<Token>,
  words: CueWords,
  innermost: RawAttribution | null,
  certainty: Certainty,
): Token | undefined {
  const near = tree.tokens.filter(
    (token) =>
      (own.has(token) ||
        innermost?.source.some(([start, end]) => token.start >= start && token.end <= end) ||
        innermost?.cueHead.head === token.index) &&
      words.hedges.get(token.form.toLowerCase())?.certainty === certainty &&
      (token.upos === 'ADJ' || token.xpos === 'VBN' || token.xpos === 'VBD'),
  );
  return near.find((token) => {
    const head = tree.head(token);
    if (!head || relation(token) !== 'amod') return token === clause.head && relation(token) !== 'acl';
    if (innermost?.source.some(([start, end]) => head.start >= start && head.end <= end)) return true;
    return (
      head === clause.head ||
      relation(head) === 'nsubj' ||
      (relation(head) === 'obj' && tree.head(head) === clause.head && certainty === 'hedged')
    );
  });
}
