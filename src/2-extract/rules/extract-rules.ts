/** Everything this stage needs from the dictionaries, as plain data: the engine reads the files and hands it over. */
import { type DateWords, readDateWords } from '../dates/date-words.ts';
import { type DatelineRules, readDatelineRules } from '../text/dateline-rules.ts';
import { readFurnitureRules } from './furniture-rules.ts';
import { type FurnitureSets, furnitureSets } from './furniture-sets.ts';
import { type NoticeRule, readNoticeRules } from './notice-rules.ts';
import { readRows } from './read-rows.ts';

export interface ExtractRules {
  furniture: FurnitureSets;
  datelines: DatelineRules;
  dateWords: DateWords;
  notices: readonly NoticeRule[];
  /** Written form of an agency to its full name. */
  agencies: ReadonlyMap<string, string>;
}

/** The files, by their paths within dictionaries/. */
export const EXTRACT_DICTIONARIES = [
  'en/furniture.tsv',
  'en/agencies.tsv',
  'en/datelines.tsv',
  'en/notices.tsv',
  'dates/date-words.tsv',
] as const;
export type ExtractDictionary = (typeof EXTRACT_DICTIONARIES)[number];

/**
 * @param files text of each file of EXTRACT_DICTIONARIES
 * @throws where a row cannot be compiled
 */
export function readExtractRules(files: Record<ExtractDictionary, string>): ExtractRules {
  const agencies = new Map(
    readRows(files['en/agencies.tsv'], ['name', 'stands_for']).map((row) => [row.name, row.stands_for]),
  );
  const names = [...agencies.keys()];
  return {
    furniture: furnitureSets(readFurnitureRules(files['en/furniture.tsv'], names)),
    datelines: readDatelineRules(files['en/datelines.tsv'], names),
    dateWords: readDateWords(files['dates/date-words.tsv']),
    notices: readNoticeRules(files['en/notices.tsv']),
    agencies,
  };
}
