/** The words of dates: rows of dictionaries/en/date-words.tsv. */
import { readRows } from '../rules/read-rows.ts';

export interface DateWords {
  /** Lower-case word to month, 1 to 12. */
  months: ReadonlyMap<string, number>;
  /** Lower-case word to ISO weekday, Monday = 1. */
  weekdays: ReadonlyMap<string, number>;
  /** Lower-case zone to its offset, `+02:00`; null where the word fixes none. */
  zones: ReadonlyMap<string, string | null>;
}

export function readDateWords(tsv: string): DateWords {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const zones = new Map<string, string | null>();
  for (const { word, kind, value } of readRows(tsv, ['word', 'kind', 'value'])) {
    if (kind === 'month') months.set(word, Number(value));
    else if (kind === 'weekday') weekdays.set(word, Number(value));
    else if (kind === 'zone') zones.set(word, value === '?' ? null : value);
    else throw new Error(`date word ${word} is of unknown kind ${kind}`);
  }
  return { months, weekdays, zones };
}
