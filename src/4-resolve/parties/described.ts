/** Names that only describe a source: where it is, whose side it takes, what it is called after. */
import type { Token } from '../../3-read/language/parsed-text.ts';
import type { Tree } from '../../3-read/syntax/tree.ts';
import type { ReferenceWords } from './anaphors.ts';
import type { PartyMention } from './register.ts';
import { CALLINGS, OFFICES } from './titled-names.ts';

const LOCATIVE = new Set(['in', 'at', 'on', 'near', 'outside', 'with']);
const STANCE = /^(?:pro|anti|non|ex)$/i;
const TIED =
  /^(?:backed|led|run|held|based|aligned|affiliated|funded|owned|controlled|allied|supported|linked|born|trained)$/i;
/** What speaks for a state where a state's name stands beside it. */
const OF_STATE = new Set(['state', 'state-force']);

/**
 * "German tabloids" are not Germany, "a hospital in London" not the United Kingdom, "US-backed fighters" not the
 * United States, "Radio Pyongyang" no state. Officials, ministries and armies are.
 */
export function isOnlyDescribed(
  { sources, anaphors }: ReferenceWords,
  tree: Tree,
  head: Token,
  mention: PartyMention,
): boolean {
  if (isHyphenated(tree, mention)) return true;
  const lemma = head.lemma.toLowerCase();
  const source = sources.get(lemma);
  const anaphor = anaphors.get(lemma);
  const official =
    OFFICES.has(lemma) ||
    source?.plural === 'state' ||
    (anaphor !== undefined && [...anaphor.kinds].some((kind) => OF_STATE.has(kind)));
  const { kind } = mention.party;
  if (isPlaced(tree, mention)) return !official;
  // "Haddad's attorney", "the victim's mother": somebody else, named after whose they are.
  if (kind === 'person' && isOwner(tree, mention)) return true;
  if (kind !== 'state' && kind !== 'population') return false;
  // "a German scientist" does not speak for Germany.
  if (!official && (anaphor || CALLINGS.has(lemma) || source?.singular === 'person')) return true;
  if (source && [source.singular, source.plural].some((k) => k === 'outlet' || k === 'organisation'))
    return true;
  // "the Bucharest Daily News": a name of its own.
  return head.upos === 'PROPN' && !official && mention.end < head.start;
}

function isHyphenated(tree: Tree, { start, end }: PartyMention): boolean {
  const first = tree.tokens.findIndex((t) => t.start >= start);
  const last = tree.tokens.findLastIndex((t) => t.end <= end);
  const hyphen = (token: Token | undefined) => token?.form === '-' || token?.form === '–';
  if (hyphen(tree.tokens[first - 1]) && STANCE.test(tree.tokens[first - 2]?.form ?? '')) return true;
  return hyphen(tree.tokens[last + 1]) && TIED.test(tree.tokens[last + 2]?.form ?? '');
}

function isPlaced(tree: Tree, { start }: PartyMention): boolean {
  const first = tree.tokens.findIndex((t) => t.start >= start);
  const before = tree.tokens[first - 1];
  return LOCATIVE.has((before?.upos === 'DET' ? tree.tokens[first - 2] : before)?.lemma ?? '');
}

const isOwner = (tree: Tree, { start, end }: PartyMention): boolean =>
  tree.tokens.some((t) => t.start >= start && t.end <= end && t.deprel === 'nmod:poss');
