/**
 * Quotations that run on: a sentence that stands in quotation marks and names no speaker keeps the speaker of its
 * quotation, of its paragraph, or of the paragraph before where quotation follows on quotation.
 */
import type { ParsedText, Sentence } from '../language/parsed-text.ts';
import { spansOf, type Tree, trimMarks } from '../syntax/tree.ts';
import type { RawAttribution } from './attribute.ts';
import { type Quotation, within } from './quotations.ts';
import { followLeads } from './statements.ts';

/** Less than so many quoted words are a phrase or a scare quote, which attributes nothing. */
const WORDS_MIN = 3;
/** Quotations of fewer characters are no speech that could run on. */
const SPEECH_MIN = 12;

/** Extends the attributions (in place) by the sentences their quotations run into. */
export function runOn(
  parsed: ParsedText,
  trees: readonly Tree[],
  quotations: readonly Quotation[],
  attributions: RawAttribution[],
): void {
  const { sentences } = parsed;
  const at: RawAttribution[][] = sentences.map(() => []);
  for (const a of attributions) at[a.sentence]!.push(a);
  const leads = followLeads(parsed, trees, at);
  const claimed = claimWhole(parsed, trees, attributions, at);
  const near = sentences.map((s) => within(quotations, s.start, s.end));
  const quoted = sentences.map((sentence, i) => quotationOf(sentence, near[i]!));
  const direct = sentences.map((_, i) => claimed.get(i) ?? directIn(at[i]!, quotations) ?? leads.get(i));
  const nextDirect = nextOf(direct);
  let speaking: RawAttribution | null = null;
  for (const [i, sentence] of sentences.entries()) {
    const own = direct[i];
    if (own) {
      speaking = own;
      continue;
    }
    const quotation = quoted[i];
    if (!quotation) {
      // Plain text between: the thread is kept within the paragraph only.
      if (i > 0 && sentences[i - 1]!.paragraph !== sentence.paragraph) speaking = null;
      continue;
    }
    const later = nextDirect[i]!;
    const speaker = speakerOf(sentences, i, quotation, later, quoted[i - 1], speaking);
    const found = speaker === 'later' ? direct[later]! : speaker === 'same' ? speaking : null;
    if (!found) continue;
    extend(found, i, spansOf(trimMarks(trees[i]!.tokens)), at[i]!, attributions);
  }
}

/** What is said inside the quotation is said by its speaker first. */
function extend(
  a: RawAttribution,
  sentence: number,
  spans: RawAttribution['content'],
  inside: readonly RawAttribution[],
  all: readonly RawAttribution[],
): void {
  a.content.push(...spans);
  a.content.sort((x, y) => x[0] - y[0]);
  a.runsInto.push(sentence);
  for (const inner of inside) if (inner.outer === null && !isOver(inner, a, all)) inner.outer = a.index;
}

/** Whether `a` is said inside `outer`, or is it: then it cannot be what `outer` is said inside. */
function isOver(outer: RawAttribution, a: RawAttribution, all: readonly RawAttribution[]): boolean {
  for (let at: RawAttribution | undefined = a, n = 0; at && n <= all.length; n++) {
    if (at === outer) return true;
    at = at.outer === null ? undefined : all[at.outer];
  }
  return false;
}

/** Sentences that stand in a quotation whose speaker is named beside it: they are part of that attribution. */
function claimWhole(
  { sentences }: ParsedText,
  trees: readonly Tree[],
  attributions: readonly RawAttribution[],
  at: readonly (readonly RawAttribution[])[],
): Map<number, RawAttribution> {
  const claimed = new Map<number, RawAttribution>();
  for (const a of attributions) {
    const { quote } = a;
    if (!quote) continue;
    let first = a.sentence;
    while (first > 0 && sentences[first - 1]!.end > quote.start) first--;
    for (let i = first; i < sentences.length && sentences[i]!.start < quote.end; i++) {
      if (i === a.sentence || claimed.has(i)) continue;
      const { tokens } = trees[i]!;
      const inside = tokens.filter((t) => t.start >= quote.start && t.end <= quote.end);
      if (inside.length === 0) continue;
      const outside = tokens.filter((t) => t.upos !== 'PUNCT' && !inside.includes(t));
      // A sentence that goes on after the quotation is not wholly its speaker's.
      if (outside.length > 2) {
        a.content.push(...spansOf(trimMarks(inside)));
        a.content.sort((x, y) => x[0] - y[0]);
        continue;
      }
      claimed.set(i, a);
      extend(a, i, spansOf(trimMarks(inside)), at[i]!, attributions);
    }
  }
  return claimed;
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
  attributions: readonly RawAttribution[],
  quotations: readonly Quotation[],
): RawAttribution | undefined {
  return attributions.find((a) => {
    // `Nasser called it "a dark day." "Our hearts are broken."`: a word of his, and then his speech.
    const calls = a.rule === 'described-as';
    if ((a.kind !== 'speech' && !calls) || a.source.length === 0) return false;
    const isSpeech = a.content.some(([start, end]) =>
      within(quotations, start, end).some((q) => q.end - q.start > (calls ? 0 : SPEECH_MIN)),
    );
    const { start, end } = a.cueHead;
    return isSpeech && !within(quotations, start, end).some((q) => start >= q.start && end <= q.end);
  });
}

/** For each sentence the next one after it that has a speaker, or -1. */
function nextOf(direct: readonly (RawAttribution | undefined)[]): number[] {
  const next = direct.map(() => -1);
  for (let i = direct.length - 2; i >= 0; i--) next[i] = direct[i + 1] ? i + 1 : next[i + 1]!;
  return next;
}

function speakerOf(
  sentences: readonly Sentence[],
  i: number,
  quotation: Quotation,
  later: number,
  before: Quotation | undefined,
  speaking: RawAttribution | null,
): 'later' | 'same' | null {
  const here = sentences[i]!;
  const next = sentences[later];
  // The same quotation further on: "A. B," he said.
  if (next && next.start < quotation.end) return 'later';
  // A new quotation after one that was closed, with a speaker of its own behind it.
  const opens = sentences[i - 1]?.paragraph !== here.paragraph && before?.closed !== false;
  if (opens && next && next.paragraph === here.paragraph && next !== here) return 'later';
  if (speaking) {
    const last = sentences[speaking.runsInto.at(-1) ?? speaking.sentence]!;
    if (last.paragraph === here.paragraph) return 'same';
    // A paragraph that begins with a quotation, right after one that held the speaker's.
    const first = sentences[i - 1]?.paragraph !== here.paragraph;
    if (last.paragraph === here.paragraph - 1 && (first || before)) return 'same';
  }
  // "…," with the speaker in a later sentence of the paragraph.
  if (next && next.paragraph === here.paragraph) return 'later';
  return speaking && sentences[speaking.sentence]!.paragraph >= here.paragraph - 2 ? 'same' : null;
}
