/** Furniture rules: rows of dictionaries/en/furniture.tsv, compiled. The file's own comments say what the columns mean. */
import { readRows } from './read-rows.ts';

export const RULE_PLACES = ['head', 'line', 'tail', 'inline', 'links', 'bio'] as const;
export type RulePlace = (typeof RULE_PLACES)[number];

/** What a rule's named group can say of the article. */
export const RULE_FACTS = ['byline', 'subject', 'agency', 'from', 'published', 'modified'] as const;
export type RuleFact = (typeof RULE_FACTS)[number];

export interface FurnitureRule {
  name: string;
  where: RulePlace;
  /** Anchored to the whole line or sentence; for `inline` global and unanchored. Carries match indices. */
  pattern: RegExp;
  example: string;
  unlike: string;
}

const COLUMNS = ['name', 'where', 'case', 'pattern', 'example', 'unlike'] as const;

/**
 * @param tsv text of dictionaries/en/furniture.tsv
 * @param agencies written forms of news agencies, which patterns name as `{AGENCY}`
 * @throws on a row that cannot be compiled: a fault of the installation, found when the engine opens
 */
export function readFurnitureRules(tsv: string, agencies: readonly string[]): FurnitureRule[] {
  const parts = new Map([['AGENCY', anyOf(agencies)]]);
  const rules: FurnitureRule[] = [];
  for (const row of readRows(tsv, COLUMNS)) {
    const source = row.pattern.replace(/\{([A-Z]{3,})\}/g, (_, part: string) => {
      const pattern = parts.get(part);
      if (pattern === undefined)
        throw new Error(`furniture rule ${row.name} names an unknown part {${part}}`);
      return pattern;
    });
    if (row.where === 'part') {
      parts.set(row.name, source);
      continue;
    }
    if (!isRulePlace(row.where)) throw new Error(`furniture rule ${row.name} stands nowhere: ${row.where}`);
    const flags = `du${row.case === 'any' ? 'i' : ''}${row.where === 'inline' ? 'g' : ''}`;
    const pattern = new RegExp(row.where === 'inline' ? source : `^(?:${source})$`, flags);
    rules.push({ name: row.name, where: row.where, pattern, example: row.example, unlike: row.unlike });
  }
  return rules;
}

function isRulePlace(where: string): where is RulePlace {
  return (RULE_PLACES as readonly string[]).includes(where);
}

/** An alternation of literal strings, longest first so that no form hides a longer one. */
export function anyOf(words: readonly string[]): string {
  const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})`;
}
