/** Who is called by a title alone: "the foreign secretary" is the last person who was named with it. */
import type { Token } from '../../3-read/language/parsed-text.ts';
import type { Tree } from '../../3-read/syntax/tree.ts';
import type { Party } from '../../records/index.ts';
import type { PartyMention } from './register.ts';
import { OFFICES } from './titled-names.ts';

export interface Titled {
  party: Party;
  at: number;
  /** Words of the title, in small letters. */
  words: ReadonlySet<string>;
}

const BEFORE_MAX = 6;
const AFTER_MAX = 9;
const OF_TITLE = new Set(['PROPN', 'NOUN', 'ADJ']);

/** The titles beside the persons of one sentence: "Defence Minister Omar Haddad", "Omar Haddad, the defence minister". */
export function titlesIn(tree: Tree, mentions: readonly PartyMention[]): Titled[] {
  const out: Titled[] = [];
  for (const { party, start, end } of mentions) {
    if (party.kind !== 'person') continue;
    const first = tree.tokens.findIndex((t) => t.start >= start);
    const last = tree.tokens.findLastIndex((t) => t.end <= end);
    if (first < 0 || last < first) continue;
    const words = new Set([...before(tree, first), ...after(tree, last)]);
    if ([...words].some((word) => OFFICES.has(word))) out.push({ party, at: start, words });
  }
  return out;
}

function before({ tokens }: Tree, first: number): string[] {
  const out: string[] = [];
  for (let i = first - 1; i >= 0 && first - i <= BEFORE_MAX; i--) {
    const token = tokens[i]!;
    if (OF_TITLE.has(token.upos)) out.push(wordOf(token));
    else if (!(token.form === ',' && i === first - 1) && token.upos !== 'ADP' && token.upos !== 'DET') break;
  }
  return out;
}

/** An apposition: ", the defence minister". */
function after({ tokens }: Tree, last: number): string[] {
  if (tokens[last + 1]?.form !== ',') return [];
  const out: string[] = [];
  for (const token of tokens.slice(last + 2, last + 2 + AFTER_MAX)) {
    if (OF_TITLE.has(token.upos)) out.push(wordOf(token));
    else if (token.upos !== 'DET' && token.upos !== 'ADP') break;
  }
  return out;
}

const wordOf = (token: Token) => (token.upos === 'NOUN' ? token.lemma : token.form).toLowerCase();

/** Null where nobody before was named with this title, or the title says more than was said of him. */
export function calledBy(titled: readonly Titled[], tree: Tree, head: Token): Party | null {
  const title = wordOf(head);
  if (!OFFICES.has(title) || ['NNS', 'NNPS'].includes(head.xpos)) return null;
  const more = tree
    .childrenBy(head, 'amod', 'compound')
    .filter((t) => t.index < head.index)
    .map(wordOf);
  for (let i = titled.length - 1; i >= 0; i--) {
    const { party, at, words } = titled[i]!;
    if (at < head.start && words.has(title) && more.every((word) => words.has(word))) return party;
  }
  return null;
}
