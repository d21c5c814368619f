/** Claims told in an attribute: who holds a place ("the rebel-held town") and where it lies (", 7 km from the border"). */
import type { Token } from '../language/parsed-text.ts';
import { relation } from '../syntax/tree.ts';
import type { Clause, ClauseContext } from './clauses.ts';
import { phraseEndingAt } from './words.ts';

const HOLDING = new Set(['hold', 'control', 'occupy', 'run', 'rule', 'besiege']);
const UNIT = /^(?:km|kms|kilomet(?:er|re)s?|miles?)$/i;
const DIRECTION = /^(?:north|south|east|west)(?:east|west|ern)?$/i;

export function findAttributes(context: ClauseContext): Clause[] {
  return [...heldPlaces(context), ...distances(context)];
}

/** "the rebel-held Syrian town of Azaz", "a Kurdish-controlled town". */
function heldPlaces({ tree, words }: ClauseContext): Clause[] {
  const out: Clause[] = [];
  for (const token of tree.tokens) {
    const joined = tree.tokens[token.index - 1]?.form === '-' && tree.tokens[token.index - 2];
    const lemma = token.lemma === 'held' ? 'hold' : token.lemma;
    if (!joined || !HOLDING.has(lemma.replace(/led$/, 'l').replace(/ied$/, 'y')) || token.xpos === 'NN')
      continue;
    const noun = tree.head(token);
    if (
      !noun ||
      relation(token) !== 'amod' ||
      !phraseEndingAt(tree.tokens, noun.index, words.things)?.value.has('territory')
    )
      continue;
    const tokens = tree.subtree(
      noun,
      (child) =>
        child.index > noun.index &&
        !(relation(child) === 'nmod' && tree.child(child, 'case')?.lemma === 'of'),
    );
    out.push({
      kind: 'attribute',
      head: token,
      tokens: tokens.filter((t) => relation(t) !== 'case' || t.index > tokens[0]!.index),
      parent: null,
      cue: null,
    });
  }
  return out;
}

/** ", a town about 30 km south of Kirkuk": a distance in apposition, not the place of a happening. */
function distances({ tree }: ClauseContext): Clause[] {
  const out: Clause[] = [];
  for (const unit of tree.tokens) {
    if (!UNIT.test(unit.form) || tree.tokens[unit.index - 1]?.upos !== 'NUM') continue;
    if (tree.tokens.some((t) => t.deprel === 'cop' && t.head === unit.index)) continue;
    const anchor = anchorAfter(tree.tokens, unit.index);
    if (!anchor || !inApposition(tree.tokens, unit.index)) continue;
    let first = unit.index - 1;
    while (
      first > 0 &&
      /^(?:about|some|just|only|around|roughly|nearly|almost|approximately|less|more|than|over)$/i.test(
        tree.tokens[first - 1]!.form,
      )
    )
      first--;
    out.push({
      kind: 'attribute',
      head: unit,
      tokens: tree.tokens.slice(first, anchor + 1),
      parent: null,
      cue: null,
    });
  }
  return out;
}

/** Index of the last word of "south of X", "from the X border", or undefined; a figure in brackets may stand between. */
function anchorAfter(tokens: readonly Token[], unit: number): number | undefined {
  let at = unit + 1;
  if (tokens[at]?.form === '(') {
    while (at < tokens.length && tokens[at]!.form !== ')') at++;
    at++;
  }
  if (DIRECTION.test(tokens[at]?.form ?? '')) at++;
  if (!/^(?:of|from)$/.test(tokens[at]?.form ?? '')) return undefined;
  let last = at;
  while (last + 1 < tokens.length && ['PROPN', 'DET', 'ADJ', 'NOUN'].includes(tokens[last + 1]!.upos)) last++;
  return last > at && tokens.slice(at + 1, last + 1).some((t) => t.upos === 'PROPN' || t.upos === 'NOUN')
    ? last
    : undefined;
}

/** A comma stands before the distance with no verb between. */
function inApposition(tokens: readonly Token[], unit: number): boolean {
  for (let i = unit - 1; i >= 0 && i > unit - 9; i--) {
    if (tokens[i]!.form === ',') return true;
    if (tokens[i]!.upos === 'VERB' || tokens[i]!.upos === 'AUX' || tokens[i]!.upos === 'ADP') return false;
  }
  return false;
}
