/**
 * A sentence cut into the clauses that can each be a claim. What stays together: complements, purposes, conditions, and
 * participles that only tell what came of it ("killing two"). What is cut off: coordinated and contrasted clauses,
 * what happened before or meanwhile, relative clauses with a happening of their own, what a source is said to say.
 */
import type { RawAttribution } from '../attribution/attribute.ts';
import type { Token } from '../language/parsed-text.ts';
import { relation, type Tree } from '../syntax/tree.ts';
import { assemble } from './assemble-clauses.ts';
import { findAttributes } from './attributes.ts';
import {
  type Clause,
  type ClauseContext,
  type ClauseKind,
  contains,
  DESCRIBED,
  hasTrigger,
} from './clause.ts';
import { tellsEffect, tellsHowTheyAre, tollsTogether } from './told-effects.ts';
import { type EventWords, phraseEndingAt } from './words.ts';

export { type Clause, type ClauseContext, type ClauseKind, hasTrigger } from './clause.ts';

/** Marks of adverbial clauses that tell a happening of their own. */
const ASIDE_MARKS = new Set(
  'after before as when while since because until although though whereas once following amid'.split(' '),
);

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
  // "Sunnis, those they claim to defend": who they are, said in passing, is no claim, nor what they claim.
  for (const [head, { kind }] of heads) {
    const over = tree.head(head);
    if (kind === 'content' && over?.deprel === 'acl:relcl' && !heads.has(over) && !hasTrigger(context, head))
      heads.delete(head);
  }
  // The root of a sentence that is a cue only says who says so.
  for (const [head, { cue }] of heads) {
    if (cue) heads.set(head, { kind: isOwnHappening(context.words, cue) ? 'speech-act' : 'cue', cue });
  }
  return [...assemble(context, heads, aside), ...findAttributes(context)].sort(
    (a, b) => a.tokens[0]!.index - b.tokens[0]!.index,
  );
}

/** "called for", "condemned", "threatened": to say it is itself what happened. */
export function isOwnHappening(words: EventWords, cue: RawAttribution): boolean {
  const type = words.verbs.get(cue.cueHead.lemma)?.type;
  return (
    cue.cueHead.upos === 'VERB' &&
    SPEECH_ACTS.has(type ?? '') &&
    (cue.rule === 'called-for' || cue.rule === 'reported-thing')
  );
}

export const SPEECH_ACTS = new Set([
  'call-for-action',
  '?call',
  'condemnation',
  'threat-vow',
  '?threat',
  '?threaten',
]);

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
  if (cue && contains(cue, token) && isContentHead(cue, token, tree) && !isOwnHappening(context.words, cue)) {
    if (cue.rule === DESCRIBED) return token === describedHead(tree, cue) ? 'content' : null;
    return isClausal(tree, token) ? 'content' : 'nominal';
  }
  if (!isClausal(tree, token)) return nominalKind(context, token, cue);
  if (rel === 'parataxis') return 'main';
  if (rel === 'conj') return conjunctKind(context, token, head);
  if (rel === 'advcl') return adverbialKind(context, token, head);
  if (token.deprel === 'acl:relcl') return relativeKind(context, token);
  if (rel === 'acl') return attributeKind(context, token);
  return null;
}

/** "called the raid a crime": the crime carries what is said, the raid is part of it. */
function describedHead(tree: Tree, cue: RawAttribution): Token | undefined {
  return tree
    .children(cue.cueHead)
    .findLast((child) => contains(cue, child) && isContentHead(cue, child, tree));
}

/** The word of the content that hangs on the cue. */
function isContentHead(cue: RawAttribution, token: Token, tree: Tree): boolean {
  const head = tree.head(token);
  return !!head && !contains(cue, head) && relation(token) !== 'nsubj' && relation(token) !== 'advmod';
}

function conjunctKind(context: ClauseContext, token: Token, head: Token): ClauseKind | null {
  const { tree } = context;
  if (!isClausal(tree, head) || isNotFinite(tree, token, head)) return null;
  // "killed two and wounded three", "struck and killed": what came of one happening.
  if (
    tellsEffect(context, token) &&
    !tree.child(token, 'nsubj') &&
    (isParticipleList(context, head) || hasTrigger(context, head))
  )
    return null;
  if (tollsTogether(context, token, head) || tellsHowTheyAre(context, token, head)) return null;
  if (relation(head) === 'xcomp' || (relation(head) === 'advcl' && markOf(tree, head) === 'to')) return null;
  return 'conjunct';
}

/**
 * "…, but cutting off their funds", "training, advise and assist operations", "as well as civilians had fled": what is
 * joined to a finite verb without being finite itself, or by words that join no clauses, is no clause of its own.
 */
function isNotFinite(tree: Tree, token: Token, head: Token): boolean {
  const joint = tree.child(token, 'cc');
  if (joint && /^as$/i.test(joint.form) && /^well$/i.test(tree.tokens[joint.index + 1]?.form ?? ''))
    return true;
  if (tree.child(token, 'aux', 'cop', 'nsubj', 'mark')) return false;
  return (
    (token.xpos === 'VBG' && /^VB[DZP]$/.test(head.xpos)) ||
    (token.xpos === 'VB' && /^VB[DZ]$/.test(head.xpos))
  );
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
  // "resulted in the army taking the town": what it resulted in is one thing.
  if (
    /^(?:result|see|lead|end|culminate)$/.test(head.lemma) &&
    tree.tokens[token.index - 1]?.upos !== 'PUNCT'
  )
    return null;
  if (tellsEffect(context, token) && hasTrigger(context, head)) return null;
  return hasTrigger(context, token) && token.index > head.index ? 'participle' : null;
}

/** A relative clause tells a happening of its own, save where it only says what a happening did ("that killed two"). */
function relativeKind(context: ClauseContext, token: Token): ClauseKind | null {
  const { tree, words } = context;
  const noun = tree.head(token)!;
  // "all that we can do": without it, "all" says nothing.
  if (/^(?:all|everything|anything|something|nothing|what|much)$/i.test(noun.form)) return null;
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
function nominalKind(
  context: ClauseContext,
  token: Token,
  cue: RawAttribution | undefined,
): ClauseKind | null {
  const { tree, words } = context;
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return null;
  const hit = phraseEndingAt(tree.tokens, token.index, words.nouns);
  if (!hit) return null;
  const effects = tree
    .childrenBy(token, 'acl')
    .some((child) => child.deprel === 'acl:relcl' && tellsEffect(context, child));
  const rel = relation(token);
  // "condemned the killing of ten people": that they were killed is told as known.
  if (cue && isOwnHappening(words, cue) && rel === 'obj' && tollOf(context, token)) return 'nominal';
  if (effects && (rel === 'nmod' || rel === 'obl' || rel === 'obj' || rel === 'conj')) return 'nominal';
  const mark = tree.child(token, 'case')?.lemma;
  const details = tree
    .children(token)
    .filter((child) => relation(child) === 'nmod' || relation(child) === 'acl').length;
  if (rel === 'obl' && mark && ['after', 'following'].includes(mark) && details > 0) return 'nominal';
  return null;
}

/** "the killing of ten people": a happening in a noun with those it befell behind it. */
const tollOf = ({ tree, words }: ClauseContext, noun: Token): boolean =>
  words.effects.N.has(noun.lemma) &&
  tree
    .childrenBy(noun, 'nmod')
    .some(
      (child) =>
        tree.child(child, 'case')?.lemma === 'of' && phraseEndingAt(tree.tokens, child.index, words.persons),
    );
