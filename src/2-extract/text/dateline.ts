/** Datelines: `BEIRUT, Oct 7 (Reuters) -` at the start of the report. They are credits and stay in the text. */
import type { Span } from '../../records/index.ts';
import { agenciesIn } from './agencies-in.ts';
import type { DatelineRules } from './dateline-rules.ts';

export interface Dateline {
  rule: string;
  place: { span: Span; text: string } | null;
  agencies: { span: Span; text: string }[];
  date: { span: Span; text: string } | null;
}

const LOOKED_AT_LENGTH = 160;

/** @param start offset of `line` in the article's text */
export function readDateline(line: string, start: number, rules: DatelineRules): Dateline | null {
  const head = line.slice(0, LOOKED_AT_LENGTH);
  for (const { name, pattern } of rules.patterns) {
    const match = pattern.exec(head);
    if (!match) continue;
    const part = (group: string): { span: Span; text: string } | null => {
      const text = match.groups?.[group]?.trim();
      const at = match.indices?.groups?.[group];
      return text && at ? { text, span: [start + at[0], start + at[0] + text.length] } : null;
    };
    const place = part('place');
    if (place && [...rules.stops].some((stop) => place.text === stop || place.text.startsWith(`${stop},`)))
      continue;
    const agencies = part('agencies');
    return { rule: name, place, date: part('date'), agencies: agencies ? agenciesIn(agencies) : [] };
  }
  return null;
}
