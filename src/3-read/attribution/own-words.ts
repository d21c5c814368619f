/**
 * Where what is said ends because somebody goes on to say something else: "A said the road was open, and B said it was
 * shut", "said he did not know, but added that …", "said it was over, suggesting that …".
 */
import type { Token } from '../language/parsed-text.ts';
import { finiteOf, type Tree } from '../syntax/tree.ts';
import { type CueWords, frameOf } from './cue-words.ts';
import { holds } from './quotations.ts';
import type { Found, RuleContext } from './rule.ts';

const INDIRECT = new Set([
  'said-clause',
  'said-rest',
  'reported-thing',
  'to-do',
  'believed-to',
  'called-for',
  'tell-to',
]);

/**
 * The attribution without what is said anew behind it, and with the speaker of the one before it where it goes on
 * without a subject of its own.
 */
export function ownWords(context: RuleContext, one: Found, all: readonly Found[]): Found {
  const host = speaksJustBefore(context.tree, one, all)
    ? undefined
    : all.find((other) => other !== one && INDIRECT.has(other.rule) && joint(context, other, one) === 'same');
  const speaker =
    host && host.source.length > 0
      ? { source: host.source, ...(host.standsFor ? { standsFor: host.standsFor } : {}) }
      : {};
  if (!INDIRECT.has(one.rule)) return { ...one, ...speaker };
  let { content } = one;
  for (const other of all) {
    if (other === one || !joint(context, one, other)) continue;
    const from = beginning(context.tree, other);
    if (from > one.cueHead.index) content = content.filter((token) => token.index < from);
  }
  return { ...one, ...speaker, content: content.length > 0 ? content : one.content };
}

/** "…, Haddad said, adding that …": whoever goes on is named right before. */
function speaksJustBefore(tree: Tree, { cue }: Found, all: readonly Found[]): boolean {
  const before = tree.tokens[cue[0]!.index - 2];
  return before !== undefined && all.some((other) => other.cue.at(-1) === before && other.source.length > 0);
}

/**
 * How `next` follows on `one`: said by another, by the same, or not at all. Only words outside quotation marks are told
 * apart; "that" before the second keeps it inside.
 */
function joint(
  { tree, words, quotations }: RuleContext,
  one: Found,
  next: Found,
): 'other' | 'same' | undefined {
  const verb = next.cueHead;
  if (isReportBeside(tree, one, next)) return 'other';
  if (next.kind !== 'speech' || verb.upos !== 'VERB' || verb.index < one.cueHead.index) return undefined;
  if (!one.content.includes(verb) || quotations.some((q) => holds(q, verb))) return undefined;
  const from = beginning(tree, next);
  const opens = tree.tokens[from];
  if (!opens || from <= one.content[0]!.index) return undefined;
  const comma = opens.form === ',';
  const lead = comma ? tree.tokens[from + 1] : opens;
  if (!lead) return undefined;
  if (lead === next.cue[0] || lead === verb)
    return comma && verb.xpos === 'VBG' && words.parts['goes-on'].has(verb.lemma) ? 'same' : undefined;
  if (!JOINTS.test(lead.form)) return undefined;
  const first = tree.tokens[lead.index + 1];
  if (first && next.source[0] === first && first.xpos !== 'PRP' && first.xpos !== 'WP')
    return (comma || lead.form === 'while') && isSaying(words, verb) ? 'other' : undefined;
  const goesOn =
    first === next.cue[0] &&
    !tree.child(verb, 'nsubj') &&
    (words.parts['goes-on'].has(verb.lemma) || (isSaying(words, verb) && isThing(words, next.source)));
  return goesOn && finiteOf(tree, verb)?.xpos === finiteOf(tree, one.cueHead)?.xpos ? 'same' : undefined;
}

/** "accused the rebels of shelling it, with reports of ten dead": reports that others make. */
function isReportBeside(tree: Tree, one: Found, { rule, cue, cueHead }: Found): boolean {
  const last = one.content.at(-1);
  if (rule !== 'noun-content' || !last || last.index < cueHead.index) return false;
  const [comma, mark] = [tree.tokens[cue[0]!.index - 2], tree.tokens[cue[0]!.index - 1]];
  return comma?.form === ',' && /^(?:with|amid|despite)$/.test(mark?.form ?? '');
}

const JOINTS = /^(?:and|but|while|yet)$/i;
const SETS_IN = /^(?:and|but|while|yet|with|amid|despite)$/i;

const isSaying = (words: CueWords, verb: Token) => frameOf(words, verb.lemma, 'c', 'q')?.kind === 'speech';

/** "a bottle was sent and speculated that …": a thing says nothing, so that whoever spoke before goes on. */
function isThing(words: CueWords, source: readonly Token[]): boolean {
  const head = source.find((token) => !source.some((other) => other.index === token.head));
  return (
    head?.upos === 'NOUN' &&
    !words.speakers.has(head.lemma.toLowerCase()) &&
    !words.documents.has(head.lemma) &&
    !source.some((token) => token.upos === 'PROPN')
  );
}

/** Where an attribution sets in: its speaker or cue, with the conjunction and comma before it. */
function beginning(tree: Tree, { source, cue }: Found): number {
  let at = Math.min(
    cue[0]!.index,
    ...(source.length > 0 && source[0]!.index < cue[0]!.index ? [source[0]!.index] : []),
  );
  // A speaker far before its cue speaks in the clause before.
  if (
    source[0] &&
    at === source[0].index &&
    tree.tokens.slice(source.at(-1)!.index + 1, cue[0]!.index).length > 6
  )
    at = cue[0]!.index;
  if (SETS_IN.test(tree.tokens[at - 1]?.form ?? '')) at--;
  else if (source[0]?.index === at && tree.tokens[at - 1]?.form !== ',') {
    // "said he did not know but added": the speaker of both stands before the first.
    at = cue[0]!.index;
    if (JOINTS.test(tree.tokens[at - 1]?.form ?? '')) at--;
  }
  if (tree.tokens[at - 1]?.form === ',') at--;
  return at;
}
