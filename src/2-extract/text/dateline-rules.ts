/** Dateline rules: rows of dictionaries/en/datelines.tsv, compiled. */
import { anyOf } from '../rules/furniture-rules.ts';
import { readRows } from '../rules/read-rows.ts';

export interface DatelineRule {
  name: string;
  /** Anchored at the start; carries match indices. */
  pattern: RegExp;
  example: string;
  unlike: string;
}

export interface DatelineRules {
  patterns: DatelineRule[];
  /** Words in capitals that open a paragraph and are no place. */
  stops: ReadonlySet<string>;
}

/**
 * @param tsv text of dictionaries/en/datelines.tsv
 * @param agencies written forms; patterns name one or more of them as `{AGENCIES}`
 */
export function readDatelineRules(tsv: string, agencies: readonly string[]): DatelineRules {
  const agency = anyOf(agencies);
  const several = `(?:[\\p{L}\\d&.]{1,10} ?\\/ ?)?${agency}(?:(?: ?\\/ ?|, | and )[\\p{L}\\d&. ]{2,20}){0,3}`;
  const patterns: DatelineRule[] = [];
  const stops = new Set<string>();
  for (const { name, kind, pattern, example, unlike } of readRows(tsv, [
    'name',
    'kind',
    'pattern',
    'example',
    'unlike',
  ])) {
    if (kind === 'stop') stops.add(pattern);
    else if (kind === 'pattern') {
      const source = pattern.replaceAll('{AGENCIES}', several);
      patterns.push({ name, pattern: new RegExp(`^(?:${source})`, 'du'), example, unlike });
    } else throw new Error(`dateline rule ${name} is of unknown kind ${kind}`);
  }
  return { patterns, stops };
}
