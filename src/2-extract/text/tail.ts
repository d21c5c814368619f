/**
 * The tail of a text: read from the end upwards, as long as lines or closing sentences are furniture. The first that is
 * not ends it, so that no rule for the tail can touch the middle of a report.
 */
import type { FurnitureRule } from '../rules/furniture-rules.ts';
import { closingSentences, endsSentence, type Line } from './lines.ts';
import { type Mark, markWhole } from './marks.ts';

const MAX_TAIL_LINES = 80;
/** A closing list of links or a note on the author: how much may stand under its heading. */
const CLOSING_LIST = { lines: 25, lineLength: 160 };
const CLOSING_NOTE = { lines: 4, characters: 1_200 };

export interface TailRules {
  /** Rules for whole lines and closing sentences. */
  tail: readonly FurnitureRule[];
  /** Rules for the heading of a closing list of links. */
  links: readonly FurnitureRule[];
  /** Rules for the heading of a closing note on the author. */
  bio: readonly FurnitureRule[];
}

/** @param first index of the report's first line: closing sentences of it may be furniture, its first sentence never */
export function readTail(text: string, lines: readonly Line[], first: number, rules: TailRules): Mark[] {
  const marks: Mark[] = [];
  let end = lines.length;
  while (end > first && lines.length - end < MAX_TAIL_LINES) {
    const line = lines[end - 1]!;
    if (end - 1 === first) {
      const { marks: sentences } = markSentences(text, line, rules.tail);
      marks.push(...sentences.filter((mark) => mark.span[0] > line.start));
      break;
    }
    const whole = line.readsOn ? null : markWhole(line.text, line.start, rules.tail);
    if (whole) {
      marks.push(whole);
      end--;
      continue;
    }
    const closed = closingBlock(lines, first, end, rules);
    if (closed) {
      marks.push(...closed.marks);
      end = closed.from;
      continue;
    }
    const sentences = markSentences(text, line, rules.tail);
    marks.push(...sentences.marks);
    if (!sentences.all) break;
    end--;
  }
  return marks;
}

function markSentences(
  text: string,
  line: Line,
  rules: readonly FurnitureRule[],
): { marks: Mark[]; all: boolean } {
  const marks: Mark[] = [];
  for (const [start, end] of closingSentences(line)) {
    const mark = markWhole(text.slice(start, end), start, rules);
    if (!mark) return { marks, all: false };
    marks.push(mark);
    if (start === line.start) {
      // Of a line that reads on, the first sentence began on the line before.
      return line.readsOn ? { marks: marks.slice(0, -1), all: false } : { marks, all: true };
    }
  }
  return { marks, all: false };
}

/** Looks up from `end` for a heading under which everything is what the heading announces. */
function closingBlock(
  lines: readonly Line[],
  first: number,
  end: number,
  rules: TailRules,
): { marks: Mark[]; from: number } | null {
  let characters = 0;
  let links = true;
  for (let at = end - 1; at > first && end - at <= CLOSING_LIST.lines + 1; at--) {
    const { text, start } = lines[at]!;
    const under = end - at - 1;
    if (under > 0) {
      const heading =
        (links && markWhole(text, start, rules.links)) ||
        (under <= CLOSING_NOTE.lines &&
          characters <= CLOSING_NOTE.characters &&
          markWhole(text, start, rules.bio));
      if (heading) {
        const rest = lines.slice(at + 1, end).map((line): Mark => {
          return { span: [line.start, line.end], rule: heading.rule, facts: [] };
        });
        return { marks: [heading, ...rest], from: at };
      }
    }
    characters += text.length;
    links &&= text.length <= CLOSING_LIST.lineLength && !endsSentence(text);
    if (!links && characters > CLOSING_NOTE.characters) return null;
  }
  return null;
}
