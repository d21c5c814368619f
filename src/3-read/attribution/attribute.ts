/** The route from sentences to attributions: rules, chains, nesting, quotations that run on. */
import type { AttributionKind, AttributionMode, Certainty, Span } from '../../records/index.ts';
import type { ParsedText, Token } from '../language/parsed-text.ts';
import { mendLists } from '../syntax/mend-lists.ts';
import { mendSyntax } from '../syntax/mend-syntax.ts';
import { isCalendarWord, isTimeNoun } from '../syntax/time-nouns.ts';
import { isTree, spansOf, Tree, trimMarks } from '../syntax/tree.ts';
import { extendChains } from './chains.ts';
import { withReach } from './content-reach.ts';
import type { CueWords } from './cue-words.ts';
import { mendSpeech } from './mend.ts';
import { ownWords } from './own-words.ts';
import { isNegated } from './parts.ts';
import { findQuotations, type Quotation, within } from './quotations.ts';
import type { Found, RuleContext } from './rule.ts';
import { RULES } from './rules/index.ts';
import { runOn } from './run-on.ts';
import { wholeQuotation } from './whole-quotation.ts';

/** An attribution of the whole text, before parties are known. */
export interface RawAttribution {
  /** Place in the list; `outer` refers to it. */
  index: number;
  sentence: number;
  rule: string;
  source: Span[];
  /** Of `standsFor` where the source is a relative pronoun. */
  sourceHead: Token | null;
  standsFor: Span[];
  cue: Span[];
  cueHead: Token;
  cueText: string;
  lemma: string;
  content: Span[];
  kind: AttributionKind;
  certainty: Certainty;
  mode: AttributionMode;
  addressee: Span[];
  outer: number | null;
  /** The quotation that is its content, where it may reach beyond the sentence. */
  quote: Quotation | null;
  /** Sentences further on that the quotation runs into. */
  runsInto: number[];
}

export interface Attributed {
  trees: Tree[];
  quotations: Quotation[];
  attributions: RawAttribution[];
}

export function attribute(parsed: ParsedText, words: CueWords): Attributed {
  const trees = parsed.sentences.map((sentence) => {
    const mended = mendLists(mendSpeech(mendSyntax(sentence), words));
    return new Tree(isTree(mended) ? mended : sentence);
  });
  const quotations = findQuotations(parsed.text, paragraphsOf(parsed));
  const attributions: RawAttribution[] = [];
  for (const tree of trees) {
    const near = within(quotations, tree.sentence.start - 3, tree.sentence.end + 3);
    const context = { tree, words, quotations: near, text: parsed.text };
    const read = oncePerCue(context);
    const reaching = each(withoutAsides(tree, read), (one) => withReach(context, one));
    const own = each(reaching, (one) => ownWords(context, one, reaching));
    const whole = each(own, (one) => wholeQuotation(tree, withoutDateline(tree, one), near));
    const found = nest(extendChains(context, whole));
    const first = attributions.length;
    for (const one of found) attributions.push(rawOf(one, context, found, first, attributions.length, near));
  }
  runOn(parsed, trees, quotations, attributions);
  for (const one of attributions)
    one.mode = modeOf(
      one.content,
      within(quotations, one.content[0]?.[0] ?? 0, one.content.at(-1)?.[1] ?? 0),
    );
  return { trees, quotations, attributions };
}

function paragraphsOf(parsed: ParsedText): [number, number][] {
  const out: [number, number][] = [];
  let last = -1;
  for (const sentence of parsed.sentences) {
    if (sentence.paragraph === last) out.at(-1)![1] = sentence.end;
    else out.push([sentence.start, sentence.end]);
    last = sentence.paragraph;
  }
  return out;
}

/** The first rule in order wins a cue word. */
function oncePerCue(context: RuleContext): Found[] {
  const taken = new Set<Token>();
  const out: Found[] = [];
  for (const rule of RULES) {
    for (const found of rule.find(context)) {
      if (taken.has(found.cueHead) || isDate(found.source)) continue;
      out.push(found);
      for (const token of found.cue) if (token.upos !== 'PUNCT') taken.add(token);
    }
  }
  return out;
}

/** "…, 2006 complaining": a date says nothing. */
const isDate = (source: readonly Token[]) =>
  source.length > 0 && source.every((t) => /^\d{4}$/.test(t.form) || isCalendarWord(t.form));

/** Each attribution changed, with those around it changed along. */
function each(found: readonly Found[], change: (one: Found) => Found): Found[] {
  const changed = new Map(found.map((one) => [one, change(one)]));
  return [...changed.values()].map((one) =>
    one.outer && changed.has(one.outer) ? Object.assign(one, { outer: changed.get(one.outer) }) : one,
  );
}

/** "was dismissed by the council, who said …": what somebody said besides is no part of the name. */
function withoutAsides(tree: Tree, found: readonly Found[]): Found[] {
  return each(found, (one) => {
    const said = found.filter(
      (other) => other !== one && other.cueHead.deprel === 'acl:relcl' && one.source.includes(other.cueHead),
    );
    if (said.length === 0) return one;
    const aside = new Set(said.flatMap((other) => tree.subtree(other.cueHead)));
    const source = trimMarks(one.source.filter((token) => !aside.has(token)));
    return source.length > 0 ? { ...one, source } : one;
  });
}

/** Ties each attribution to the smallest one whose content holds its cue. */
function nest(found: Found[]): Found[] {
  for (const one of found) {
    if (one.outer) continue;
    let best: Found | undefined;
    for (const other of found) {
      if (other === one || chainHas(other, one) || !other.content.includes(one.cueHead)) continue;
      if (!best || other.content.length < best.content.length) best = other;
    }
    if (best) one.outer = best;
  }
  return found.sort((a, b) => a.cueHead.index - b.cueHead.index);
}

/** "BEIRUT (AP) — A spokesman said …": place, agency and date open a report and are no part of who says what. */
function withoutDateline(tree: Tree, found: Found): Found {
  // "(D-Ohio)": a hyphen within a word is no dash.
  const dash = tree.tokens.findIndex(
    (token, i) =>
      i > 0 &&
      i < DATELINE_MAX &&
      DASH.test(token.form) &&
      (token.form !== '-' || token.start > tree.tokens[i - 1]!.end),
  );
  if (dash < 0) return found;
  const opening = tree.tokens.slice(0, dash);
  const capital = /^\p{Lu}{3,}/u.test(opening[0]!.form) || opening.some((t) => t.form === '(');
  if (!capital || opening.some((t) => !['PROPN', 'NUM', 'PUNCT', 'SYM', 'ADJ', 'X'].includes(t.upos)))
    return found;
  const keep = (token: Token) => token.index > dash;
  return { ...found, source: found.source.filter(keep), content: found.content.filter(keep) };
}

const DATELINE_MAX = 16;
const DASH = /^(?:[—–_\ufffd]|-{1,2})$/;

function chainHas(from: Found, sought: Found): boolean {
  for (let at: Found | undefined = from, steps = 0; at && steps < 20; at = at.outer, steps++)
    if (at === sought) return true;
  return false;
}

function rawOf(
  found: Found,
  { tree, words }: RuleContext,
  all: Found[],
  first: number,
  index: number,
  quotations: readonly Quotation[],
): RawAttribution {
  const content = spansOf(trimMarks(found.content));
  return {
    index,
    sentence: tree.sentence.index,
    rule: found.rule,
    source: spansOf(wholeName(tree, withoutOccasion(words, withoutTime(found.source)))),
    sourceHead: headOf(tree, found.standsFor ?? found.source),
    standsFor: spansOf(found.standsFor ?? []),
    cue: spansOf(found.cue),
    cueHead: found.cueHead,
    cueText: found.cue.map((token) => token.form).join(' '),
    lemma: found.cueHead.lemma,
    content,
    kind: found.kind,
    // Who did not deny has left it open.
    certainty:
      found.certainty === 'denied' && isNegated(tree, found.cueHead) ? 'unconfirmed' : found.certainty,
    mode: modeOf(content, quotations),
    addressee: spansOf(found.addressee ?? []),
    outer: found.outer ? first + all.indexOf(found.outer) : null,
    quote: found.quote ?? null,
    runsInto: [],
  };
}

/** A name that the parser tore apart. */
function wholeName(tree: Tree, source: readonly Token[]): Token[] {
  return source.flatMap((token, i) => {
    const between = tree.tokens.slice(token.index + 1, source[i + 1]?.index ?? 0);
    const torn = between.length > 0 && between.length <= 2 && between.every((t) => t.upos === 'PROPN');
    return torn ? [token, ...between] : [token];
  });
}

/** "On 10 July, the army", "the army on Monday": when it was said is no part of who said it. */
function withoutTime(source: readonly Token[]): Token[] {
  let from = 0;
  const comma = source.findIndex((t) => t.form === ',' || /^[*–—-]+$/.test(t.form));
  const lead = source.slice(0, Math.max(comma, 0));
  if (
    lead.some((t) => isTimeNoun(t.form)) &&
    lead.every((t) => isTimeNoun(t.form) || !['NOUN', 'VERB'].includes(t.upos))
  )
    from = comma + 1;
  let to = source.length;
  const last = source[to - 1];
  if (last && to - from > 1 && isTimeNoun(last.form)) {
    const on = source.findLastIndex(
      (t, i) => i > from && i >= to - 4 && t.lemma === 'on' && t.upos === 'ADP',
    );
    if (on > 0) to = on;
    else if (/day$|^tonight$/i.test(last.form)) to--;
  }
  const rest = trimMarks(source.slice(from + leadOfTime(source.slice(from, to)), to));
  return rest.length > 0 ? rest : [...source];
}

/** "the president, in remarks to the council": on what occasion is no part of who said it. */
function withoutOccasion(words: CueWords, source: readonly Token[]): Token[] {
  const comma = source.findLastIndex((t) => t.form === ',');
  const aside = comma > 0 ? source.slice(comma + 1) : [];
  const occasion =
    aside[0]?.upos === 'ADP' && aside.slice(0, 5).some((t) => words.parts.occasion.has(t.lemma));
  return occasion ? source.slice(0, comma) : [...source];
}

/** Words of "In late October" before "laboratory tests", of "after" before "reports". */
function leadOfTime(source: readonly Token[]): number {
  if (source[0]?.upos !== 'ADP' || !OF_TIME.test(source[0].form)) return 0;
  const time = source.findIndex((t) => isTimeNoun(t.form));
  if (time < 0 || time > 3) return source[1]?.upos === 'NOUN' || source[1]?.upos === 'PROPN' ? 1 : 0;
  let end = time + 1;
  while (source[end] && (source[end]!.upos === 'NUM' || isTimeNoun(source[end]!.form))) end++;
  return source.slice(end).some((t) => t.upos === 'NOUN' || t.upos === 'PROPN') ? end : 0;
}

const OF_TIME = /^(?:in|on|after|before|since|during|by|following|amid)$/i;

/** The word of a phrase that hangs on something outside it. */
function headOf(tree: Tree, tokens: readonly Token[]): Token | null {
  const inside = new Set(tokens);
  return tokens.find((token) => token.head < 0 || !inside.has(tree.tokens[token.head]!)) ?? null;
}

/** Direct where quotation marks hold nearly all of the content, indirect where none of it. */
export function modeOf(content: readonly Span[], quotations: readonly Quotation[]): AttributionMode {
  let whole = 0;
  let quoted = 0;
  for (const [start, end] of content) {
    whole += end - start;
    for (const q of quotations) quoted += Math.max(0, Math.min(end, q.end) - Math.max(start, q.start));
  }
  if (whole === 0 || quoted === 0) return 'indirect';
  return quoted / whole > 0.85 ? 'direct' : 'mixed';
}
