/** Statements: "The minister said:" on a line of its own makes the paragraphs after it what he said. */
import type { ParsedText } from '../language/parsed-text.ts';
import { spansOf, type Tree, trimMarks } from '../syntax/tree.ts';
import type { RawAttribution } from './attribute.ts';

/** Headings that end a statement given after "X said:". */
const ENDS_STATEMENT =
  /^(?:further information|notes? (?:to|for) editors|background|ends|contact|media enquiries|for more information|follow )/i;
/** A line of questions and answers. */
const TRANSCRIPT = /^(?:Q|A|QUESTION|ANSWER)[:.]\s/;
const SPOKEN = new Set(['said-quote', 'said-clause', 'said-aside']);
const OWN_VOICE = new Set(['i', 'we']);

/**
 * Extends leads (in place) to the next lead, the end of the statement, or whoever speaks next. A quotation in marks ends
 * with its marks: the leads that one follows are returned, by the sentence that leads to it.
 */
export function followLeads(
  parsed: ParsedText,
  trees: readonly Tree[],
  at: readonly (readonly RawAttribution[])[],
): Map<number, RawAttribution> {
  const quoted = new Map<number, RawAttribution>();
  const { text, sentences } = parsed;
  let lead: RawAttribution | null = null;
  for (const [i, sentence] of sentences.entries()) {
    const next = at[i]!.find((a) => a.rule === 'said-lead');
    if (next) {
      const after = sentences[i + 1];
      const marked = after !== undefined && OPENS.test(text.slice(sentence.end, after.start + 1));
      if (marked) quoted.set(i, next);
      lead = marked ? null : next;
      continue;
    }
    if (!lead) continue;
    const words = text.slice(sentence.start, sentence.start + 40);
    if (TRANSCRIPT.test(words) || ENDS_STATEMENT.test(words) || at[i]!.some(namesSpeaker)) {
      lead = null;
      continue;
    }
    lead.content.push(...spansOf(trimMarks(trees[i]!.tokens)));
    lead.runsInto.push(i);
    for (const inner of at[i]!) if (inner.outer === null) inner.outer = lead.index;
  }
  return quoted;
}

const OPENS = /["“„«‘]|'\S?$/;

/** Somebody else is told of: whoever gave the statement speaks as "I" or "we". */
const namesSpeaker = (a: RawAttribution) =>
  SPOKEN.has(a.rule) &&
  a.kind === 'speech' &&
  a.sourceHead !== null &&
  !OWN_VOICE.has(a.sourceHead.form.toLowerCase()) &&
  a.cueHead.head < 0;
