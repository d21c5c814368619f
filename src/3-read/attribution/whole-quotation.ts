/**
 * What stands in quotation marks beside its cue is content as a whole, however the parser hung its parts: the quotation
 * that the content touches, and the second part of one that the saying interrupts.
 */
import type { Token } from '../language/parsed-text.ts';
import type { Tree } from '../syntax/tree.ts';
import { holds, type Quotation } from './quotations.ts';
import type { Found } from './rule.ts';

const QUOTES_ALL = new Set(['said-clause', 'said-aside', 'said-quote', 'said-between']);
/** How far from its cue, in characters, a quotation may stand. */
const REACH = 120;

/** The attribution with all quoted words of its sentence that are its content. */
export function wholeQuotation(tree: Tree, found: Found, quotations: readonly Quotation[]): Found {
  if (!QUOTES_ALL.has(found.rule)) return found;
  const touched = quotations.filter(
    (q) =>
      !holds(q, found.cueHead) && found.content.some((token) => holds(q, token) && token.upos !== 'PUNCT'),
  );
  const beside = touched.some(
    (q) => Math.min(Math.abs(found.cueHead.start - q.end), Math.abs(q.start - found.cueHead.end)) < REACH,
  );
  if (!beside) return found;
  const parts = quotations.filter(
    (q) => touched.includes(q) || touched.some((part) => goesOn(tree, found, part, q)),
  );
  const content = new Set(found.content);
  for (const token of tree.tokens) if (parts.some((q) => holds(q, token))) content.add(token);
  for (const token of [...found.cue, ...found.source])
    if (!parts.some((q) => holds(q, token))) content.delete(token);
  return { ...found, content: tree.tokens.filter((token) => content.has(token)) };
}

/** `"…," he said on Monday, "…"`: nothing but the saying stands between the two, and a mark before the second. */
function goesOn(tree: Tree, found: Found, part: Quotation, other: Quotation): boolean {
  if (part.paragraph !== other.paragraph || holds(other, found.cueHead)) return false;
  // `…, adding, "…"` begins anew.
  if (found.cueHead.xpos === 'VBG') return false;
  if (found.source.some((token) => holds(other, token))) return false;
  const [first, second] = part.start < other.start ? [part, other] : [other, part];
  const between = tree.tokens.filter((token) => token.start >= first.end && token.end <= second.start);
  if (!between.includes(found.cueHead)) return false;
  const own = (token: Token) => found.cue.includes(token) || found.source.includes(token);
  if (between.some((token) => !own(token) && ['VERB', 'AUX'].includes(token.upos))) return false;
  const last = between.findLast((token) => !/^["“”„«»'‘’`]+$/.test(token.form));
  return last !== undefined && /^[,.;:—–-]+$|\.$/.test(last.form);
}
