/**
 * Quotations that run on: a sentence that stands in quotation marks and names no speaker keeps the speaker of its
 * quotation, of its paragraph, or of the paragraph before where quotation follows on quotation.
 */
import type { ParsedText, Sentence } from '../language/parsed-text.ts';
import { spansOf, type Tree, trimMarks } from '../syntax/tree.ts';
import type { RawAttribution } from './attribute.ts';
import type { Quotation } from './quotations.ts';

/** Less than so many quoted words are a phrase or a scare quote, which attributes nothing. */
const WORDS_MIN = 3;

/** Extends the attributions (in place) by the sentences their quotations run into. */
export function runOn(
  parsed: ParsedText,
  trees: readonly Tree[],
  quotations: readonly Quotation[],
  attributions: RawAttribution[],
): void {
  const quoted = parsed.sentences.map((sentence) => quotationOf(sentence, quotations));
  followLeads(parsed, trees, attributions);
  const claimed = claimWhole(parsed, trees, attributions);
  let speaking: RawAttribution | null = null;
  for (const [i, sentence] of parsed.sentences.entries()) {
    const whole = claimed.get(i);
    if (whole) {
      speaking = whole;
      continue;
    }
    const own = directIn(attributions, i, quotations);
    if (own) {
      speaking = own;
      continue;
    }
    const quotation = quoted[i];
    if (!quotation) {
      // Plain text between: the thread is kept within the paragraph only.
      const previous = parsed.sentences[i - 1];
      if (previous && previous.paragraph !== sentence.paragraph) speaking = null;
      continue;
    }
    const speaker = speakerOf(i, quotation, parsed, attributions, quotations, quoted, speaking);
    if (!speaker) continue;
    speaker.content.push(...spansOf(trimMarks(trees[i]!.tokens)));
    speaker.content.sort((a, b) => a[0] - b[0]);
    speaker.runsInto.push(i);
    // What is said inside the quotation is said by the speaker first.
    for (const inner of attributions)
      if (inner.sentence === i && inner.outer === null) inner.outer = speaker.index;
  }
}

/** Sentences that stand wholly in a quotation whose speaker is named beside it: they are part of that attribution. */
function claimWhole(
  parsed: ParsedText,
  trees: readonly Tree[],
  attributions: RawAttribution[],
): Map<number, RawAttribution> {
  const claimed = new Map<number, RawAttribution>();
  for (const a of attributions) {
    const { quote } = a;
    if (!quote) continue;
    for (const [i, sentence] of parsed.sentences.entries()) {
      if (i === a.sentence || sentence.end <= quote.start || sentence.start >= quote.end || claimed.has(i))
        continue;
      const inside = trees[i]!.tokens.filter((t) => t.start >= quote.start && t.end <= quote.end);
      if (inside.length === 0) continue;
      a.content.push(...spansOf(trimMarks(inside)));
      a.content.sort((x, y) => x[0] - y[0]);
      const outside = trees[i]!.tokens.filter((t) => t.upos !== 'PUNCT' && !inside.includes(t));
      // A sentence that goes on after the quotation is not wholly its speaker's.
      if (outside.length > 2) continue;
      claimed.set(i, a);
      a.runsInto.push(i);
      for (const inner of attributions)
        if (inner.sentence === i && inner.outer === null) inner.outer = a.index;
    }
  }
  return claimed;
}

/** Headings that end a statement given after "X said:". */
const ENDS_STATEMENT =
  /^(?:further information|notes? (?:to|for) editors|background|ends|contact|media enquiries|for more information|follow )/i;

/** "The minister said:" on a line of its own: the paragraphs after it are what he said, up to the next such line. */
function followLeads(parsed: ParsedText, trees: readonly Tree[], attributions: RawAttribution[]): void {
  const leads = attributions.filter((a) => a.rule === 'said-lead');
  for (const lead of leads) {
    const from = parsed.sentences[lead.sentence]!;
    for (let i = lead.sentence + 1; i < parsed.sentences.length; i++) {
      const sentence = parsed.sentences[i]!;
      if (leads.some((other) => other.sentence === i)) break;
      if (ENDS_STATEMENT.test(parsed.text.slice(sentence.start, sentence.end))) break;
      // A quotation in marks ends with its marks; its sentences are found by them.
      if (i === lead.sentence + 1 && /["“„«]/.test(parsed.text.slice(from.end, sentence.start + 1))) break;
      lead.content.push(...spansOf(trimMarks(trees[i]!.tokens)));
      lead.runsInto.push(i);
      for (const inner of attributions) {
        if (inner.sentence === i && inner.outer === null && inner !== lead) inner.outer = lead.index;
      }
    }
  }
}

/** The quotation that holds nearly the whole sentence. */
function quotationOf(sentence: Sentence, quotations: readonly Quotation[]): Quotation | undefined {
  const words = sentence.tokens.filter((token) => token.upos !== 'PUNCT');
  return quotations.find((q) => {
    const inside = words.filter((token) => token.start >= q.start && token.end <= q.end);
    return inside.length >= WORDS_MIN && inside.length >= words.length * 0.9;
  });
}

/** The attribution of a sentence whose content is quoted and whose cue stands outside the marks: its speaker speaks. */
function directIn(
  attributions: RawAttribution[],
  sentence: number,
  quotations: readonly Quotation[],
): RawAttribution | undefined {
  return attributions.find(
    (a) =>
      a.sentence === sentence &&
      a.kind === 'speech' &&
      a.source.length > 0 &&
      a.content.some(([start, end]) =>
        quotations.some((q) => q.start < end && start < q.end && q.end - q.start > 12),
      ) &&
      !quotations.some((q) => a.cueHead.start >= q.start && a.cueHead.end <= q.end),
  );
}

function speakerOf(
  i: number,
  quotation: Quotation,
  parsed: ParsedText,
  attributions: RawAttribution[],
  quotations: readonly Quotation[],
  quoted: readonly (Quotation | undefined)[],
  speaking: RawAttribution | null,
): RawAttribution | null {
  const here = parsed.sentences[i]!;
  // The same quotation further on: "A. B," he said.
  for (let k = i + 1; k < parsed.sentences.length; k++) {
    const next = parsed.sentences[k]!;
    if (next.start >= quotation.end) break;
    const direct = directIn(attributions, k, quotations);
    if (direct) return direct;
  }
  if (speaking) {
    const before = parsed.sentences[speaking.runsInto.at(-1) ?? speaking.sentence]!;
    if (before.paragraph === here.paragraph) return speaking;
    // A paragraph that begins with a quotation, right after one that held the speaker's.
    const first = parsed.sentences[i - 1]?.paragraph !== here.paragraph;
    if (before.paragraph === here.paragraph - 1 && (first || quoted[i - 1])) return speaking;
  }
  // "…," with the speaker in a later sentence of the paragraph.
  for (let k = i + 1; k < parsed.sentences.length && parsed.sentences[k]!.paragraph === here.paragraph; k++) {
    const direct = directIn(attributions, k, quotations);
    if (direct) return direct;
  }
  return speaking && parsed.sentences[speaking.sentence]!.paragraph >= here.paragraph - 2 ? speaking : null;
}
