/**
 * A sentence cut into the clauses that can each be a claim. What stays together: complements, purposes, conditions, and
 * participles that only tell what came of it ("killing two"). What is cut off: coordinated and contrasted clauses,
 * what happened before or meanwhile, relative clauses with a happening of their own, what a source is said to say.
 */
import type { RawAttribution } from '../attribution/attribute.ts';
import type { CueWords } from '../attribution/cue-words.ts';
import { isSaidAgain } from '../attribution/said-again.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import { findAttributes } from './attributes.ts';
import { tellsEffect, tollsTogether } from './told-effects.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

export type ClauseKind =
  | 'cue'
  | 'speech-act'
  | 'main'
  | 'content'
  | 'conjunct'
  | 'adverbial'
  | 'participle'
  | 'relative'
  | 'nominal'
  | 'attribute';

export interface Clause {
  kind: ClauseKind;
  head: Token;
  /** Own words, in order; those of clauses cut off are left out. */
  tokens: Token[];
  parent: Clause | null;
  /** The cue this clause is: "condemned the attack" is a happening as well as an attribution. */
  cue: RawAttribution | null;
}

/** Marks of adverbial clauses that tell a happening of their own. */
const ASIDE_MARKS = new Set(
  'after before as when while since because until although though whereas once following amid'.split(' '),
);

export interface ClauseContext {
  tree: Tree;
  words: EventWords;
  cues: CueWords;
  /** Attributions of this sentence that make hops (speech, documents, belief). */
  attributions: readonly RawAttribution[];
}

export function findClauses(context: ClauseContext): Clause[] {
  const { tree } = context;
  const heads = new Map<Token, { kind: ClauseKind; cue: RawAttribution | null }>();
  const aside = asideTokens(context);
  const cues = new Map(context.attributions.map((a) => [a.cueHead, a]));
  for (const token of tree.tokens) {
    if (aside.has(token)) continue;
    const kind = cutKind(context, token, cues);
    if (kind) heads.set(token, { kind, cue: cues.get(token) ?? null });
  }
  // The root of a sentence that is a cue only says who says so.
  for (const [head, { cue }] of heads) {
    if (cue) heads.set(head, { kind: isOwnHappening(context, cue) ? 'speech-act' : 'cue', cue });
  }
  return [...assemble(context, heads, aside), ...findAttributes(context)].sort(
    (a, b) => a.tokens[0]!.index - b.tokens[0]!.index,
  );
}

/** "called for", "condemned", "threatened": to say it is itself what happened. */
function isOwnHappening({ words }: ClauseContext, cue: RawAttribution): boolean {
  const type = words.verbs.get(cue.cueHead.lemma)?.type;
  return (
    cue.cueHead.upos === 'VERB' &&
    SPEECH_ACTS.has(type ?? '') &&
    (cue.rule === 'called-for' || cue.rule === 'reported-thing')
  );
}

export const SPEECH_ACTS = new Set(['call-for-action', 'condemnation', 'threat-vow']);

const ASIDES = new Set('according-to citing reportedly said-aside said-between colon'.split(' '));

/** Words that say who says so, which are no part of what is said. */
function asideTokens({ tree, attributions }: ClauseContext): Set<Token> {
  const out = new Set<Token>();
  for (const a of attributions) {
    if (ASIDES.has(a.rule)) {
      for (const token of tree.tokens) {
        if ([...a.source, ...a.cue].some(([start, end]) => token.start >= start && token.end <= end))
          out.add(token);
      }
      if (a.rule === 'said-aside' || a.rule === 'citing')
        for (const token of tree.subtree(a.cueHead)) out.add(token);
    }
  }
  return out;
}

function isClausal(tree: Tree, token: Token): boolean {
  if (token.upos === 'VERB') return true;
  return tree
    .children(token)
    .some((child) => child.deprel === 'cop' || relation(child) === 'nsubj' || child.deprel === 'aux:pass');
}

function cutKind(context: ClauseContext, token: Token, cues: Map<Token, RawAttribution>): ClauseKind | null {
  const { tree } = context;
  if (token.head < 0) return 'main';
  const head = tree.head(token)!;
  const rel = relation(token);
  const cue = cues.get(head);
  if (cue && contains(cue, token) && isContentHead(cue, token, tree) && !isOwnHappening(context, cue)) {
    if (cue.rule === DESCRIBED) return token === describedHead(tree, cue) ? 'content' : null;
    return isClausal(tree, token) ? 'content' : 'nominal';
  }
  if (!isClausal(tree, token)) return nominalKind(context, token);
  if (rel === 'parataxis') return 'main';
  if (rel === 'conj') return conjunctKind(context, token, head);
  if (rel === 'advcl') return adverbialKind(context, token, head);
  if (token.deprel === 'acl:relcl') return relativeKind(context, token);
  if (rel === 'acl') return attributeKind(context, token);
  return null;
}

const DESCRIBED = 'described-as';

/** "called the raid a crime": the crime carries what is said, the raid is part of it. */
function describedHead(tree: Tree, cue: RawAttribution): Token | undefined {
  return tree
    .children(cue.cueHead)
    .findLast((child) => contains(cue, child) && isContentHead(cue, child, tree));
}

function contains(a: RawAttribution, token: Token): boolean {
  return a.content.some(([start, end]) => token.start >= start && token.end <= end);
}

/** The word of the content that hangs on the cue. */
function isContentHead(cue: RawAttribution, token: Token, tree: Tree): boolean {
  const head = tree.head(token);
  return !!head && !contains(cue, head) && relation(token) !== 'nsubj' && relation(token) !== 'advmod';
}

function conjunctKind(context: ClauseContext, token: Token, head: Token): ClauseKind | null {
  const { tree } = context;
  if (!isClausal(tree, head)) return null;
  // "killed two and wounded three", "struck and killed": what came of one happening.
  if (
    tellsEffect(context, token) &&
    !tree.child(token, 'nsubj') &&
    (isParticipleList(context, head) || hasTrigger(context, head))
  )
    return null;
  if (tollsTogether(context, token, head)) return null;
  if (relation(head) === 'xcomp' || (relation(head) === 'advcl' && markOf(tree, head) === 'to')) return null;
  return 'conjunct';
}

function isParticipleList(context: ClauseContext, head: Token): boolean {
  return head.xpos === 'VBG' && !context.tree.child(head, 'aux') && tellsEffect(context, head);
}

export function markOf(tree: Tree, token: Token): string | undefined {
  return (
    tree.childrenBy(token, 'mark', 'case').at(-1)?.lemma ??
    tree.childrenBy(token, 'advmod').find((a) => a.lemma === 'when' || a.lemma === 'where')?.lemma ??
    markOnSubject(tree, token)
  );
}

/** "after Rome moved its ships": the mark read as a preposition of the subject. */
function markOnSubject(tree: Tree, verb: Token): string | undefined {
  const subject = tree.child(verb, 'nsubj');
  const mark = subject && tree.child(subject, 'case');
  return mark && ASIDE_MARKS.has(mark.lemma) ? mark.lemma : undefined;
}

function adverbialKind(context: ClauseContext, token: Token, head: Token): ClauseKind | null {
  const { tree } = context;
  const mark = markOf(tree, token);
  if (mark && ASIDE_MARKS.has(mark))
    return hasTrigger(context, token) || tree.child(token, 'nsubj') ? 'adverbial' : null;
  if (mark) return null;
  if (token.xpos !== 'VBG' && token.xpos !== 'VBN') return null;
  if (tellsEffect(context, token) && hasTrigger(context, head)) return null;
  return hasTrigger(context, token) && token.index > head.index ? 'participle' : null;
}

/** A relative clause tells a happening of its own, save where it only says what a happening did ("that killed two"). */
function relativeKind(context: ClauseContext, token: Token): ClauseKind | null {
  const { tree, words } = context;
  const noun = tree.head(token)!;
  const happening = phraseEndingAt(tree.tokens, noun.index, words.nouns);
  if (happening && tellsEffect(context, token)) return null;
  return hasTrigger(context, token) || isControl(tree, token) ? 'relative' : null;
}

/** "the town, controlled by the group": who holds a place is told beside it. */
function attributeKind(context: ClauseContext, token: Token): ClauseKind | null {
  const { tree } = context;
  return isControl(tree, token) && token.xpos === 'VBN' ? 'attribute' : null;
}

const CONTROL = new Set('control hold occupy besiege surround'.split(' '));

function isControl(tree: Tree, token: Token): boolean {
  if (CONTROL.has(token.lemma)) return true;
  return token.lemma === 'control' || tree.children(token).some((child) => child.lemma === 'under');
}

/** A happening in a noun that has a clause's worth said of it: "an attack on a mosque that killed 13". */
function nominalKind(context: ClauseContext, token: Token): ClauseKind | null {
  const { tree, words } = context;
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return null;
  const hit = phraseEndingAt(tree.tokens, token.index, words.nouns);
  if (!hit) return null;
  const effects = tree
    .childrenBy(token, 'acl')
    .some((child) => child.deprel === 'acl:relcl' && tellsEffect(context, child));
  const rel = relation(token);
  if (effects && (rel === 'nmod' || rel === 'obl' || rel === 'obj' || rel === 'conj')) return 'nominal';
  const mark = tree.child(token, 'case')?.lemma;
  const details = tree
    .children(token)
    .filter((child) => relation(child) === 'nmod' || relation(child) === 'acl').length;
  if (rel === 'obl' && mark && ['after', 'following'].includes(mark) && details > 0) return 'nominal';
  return null;
}

/** Whether a clause has a word of war in it, its complements included. */
export function hasTrigger(
  { tree, words }: Pick<ClauseContext, 'tree' | 'words'>,
  head: Token,
  depth = 0,
): boolean {
  if (words.verbs.has(head.lemma) && head.upos === 'VERB') return true;
  if ((head.upos === 'NOUN' || head.upos === 'PROPN') && phraseEndingAt(tree.tokens, head.index, words.nouns))
    return true;
  if (depth > 2) return false;
  return tree
    .children(head)
    .some(
      (child) =>
        ['obj', 'xcomp', 'nsubj', 'obl', 'ccomp'].includes(relation(child)) &&
        hasTrigger({ tree, words }, child, depth + 1),
    );
}

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
  const verb = clause.tokens.some(
    (token) =>
      (token.upos === 'VERB' || token.upos === 'AUX') &&
      (token === clause.head || tree.head(token) === clause.head || relation(token) !== 'acl'),
  );
  if (verb) return clause.tokens.length > 2 || clause.kind !== 'main';
  return (
    clause.kind === 'main' &&
    (phraseEndingAt(tree.tokens, clause.head.index, words.nouns) !== null ||
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

function assemble(
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
