/** Clause heads to clauses: which words are a clause's own, and whether they say something. */
import type { RawAttribution } from '../attribution/attribute.ts';
import { isSaidAgain } from '../attribution/said-again.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import {
  type Clause,
  type ClauseContext,
  type ClauseKind,
  contains,
  DESCRIBED,
  hasTrigger,
} from './clause.ts';
import { phraseEndingAt } from './words.ts';

/** "Battle of Aleppo (2012)", "The offensive": so short and without a verb, a heading or a link. */
const HEADING_MAX = 9;

/** A clause has a verb, or is a happening in a noun; headings, names and datelines are none. */
function saysSomething(context: ClauseContext, clause: Clause): boolean {
  const { tree, words } = context;
  if (
    clause.kind === 'content' &&
    context.attributions.some((a) => a.cueHead === tree.head(clause.head) && a.rule === DESCRIBED)
  )
    return clause.tokens.length > 2;
  if (clause.kind === 'nominal') {
    return (
      isSaidAgain(tree, clause.tokens, context.cues) ||
      phraseEndingAt(tree.tokens, clause.head.index, words.nouns) !== null ||
      isTally(context, clause.head) ||
      (clause.tokens.length > 4 && hasTrigger(context, clause.head))
    );
  }
  // "condemned the raid": to condemn is the happening, whatever words name what is condemned.
  if (clause.kind === 'speech-act') return clause.tokens.length > 1;
  const verb = clause.tokens.some(
    (token) =>
      (token.upos === 'VERB' || token.upos === 'AUX') &&
      (token === clause.head || tree.head(token) === clause.head || relation(token) !== 'acl'),
  );
  if (verb) return clause.tokens.length > 2 || clause.kind !== 'main';
  return (
    clause.kind === 'main' &&
    ((tree.tokens.length > HEADING_MAX &&
      phraseEndingAt(tree.tokens, clause.head.index, words.nouns) !== null) ||
      clause.tokens.some((t) => words.effects.A.has(t.form.toLowerCase())))
  );
}

/** "The army is believed to have left": the subject stands with the cue and belongs to what is believed. */
function raisedSubject(
  tree: Tree,
  head: Token,
  heads: ReadonlyMap<Token, { cue: RawAttribution | null }>,
): Token[] {
  const over = tree.head(head);
  const cue = over && heads.get(over)?.cue;
  if (!over || cue?.rule !== 'believed-to' || tree.child(head, 'nsubj', 'nsubj:pass')) return [];
  const subject = tree.child(over, 'nsubj:pass', 'nsubj');
  return subject && contains(cue, subject) ? tree.subtree(subject, (child) => heads.has(child)) : [];
}

/** "the death toll at 14". */
const isTally = ({ tree, cues }: ClauseContext, head: Token) =>
  (cues.parts.tally.has(head.lemma) || head.lemma === 'it') &&
  tree.childrenBy(head, 'nmod').some((child) => tree.child(child, 'case')?.lemma === 'at');

export function assemble(
  context: ClauseContext,
  heads: Map<Token, { kind: ClauseKind; cue: RawAttribution | null }>,
  aside: Set<Token>,
): Clause[] {
  const { tree } = context;
  const clauses = new Map<Token, Clause>();
  const cues = new Map(context.attributions.map((a) => [a.cueHead, a]));
  for (const [head, { kind, cue }] of heads) {
    const over = context.attributions.filter((a) => contains(a, head));
    const spoken = (token: Token) =>
      over.some(
        (a) =>
          !contains(a, token) &&
          [...a.source, ...a.cue].some(([start, end]) => token.start >= start && token.end <= end),
      );
    const raised = raisedSubject(tree, head, heads);
    const tokens = tree
      .subtree(head, (child) => heads.has(child))
      .concat(raised)
      .filter((token) => !aside.has(token) && !spoken(token))
      .sort((a, b) => a.index - b.index);
    clauses.set(head, { kind, head, tokens, parent: null, cue });
    // To call for something is to say it: the words of the claim are what is called for.
    const described = cues.get(tree.head(head)!);
    if (kind === 'content' && described?.rule === DESCRIBED)
      clauses.get(head)!.tokens = tree.tokens.filter((token) => contains(described, token));
    if (kind === 'speech-act' && cue)
      clauses.get(head)!.tokens = tree.tokens.filter((token) => contains(cue, token));
  }
  for (const clause of clauses.values()) {
    let at = tree.head(clause.head);
    while (at && !clauses.has(at)) at = tree.head(at);
    clause.parent = at ? clauses.get(at)! : null;
  }
  return [...clauses.values()]
    .filter((clause) => clause.kind !== 'cue' && saysSomething(context, clause))
    .sort((a, b) => a.head.index - b.head.index);
}
