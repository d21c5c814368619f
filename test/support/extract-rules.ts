/** The repository's dictionaries for extraction, read once for tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  EXTRACT_DICTIONARIES,
  type ExtractDictionary,
  type ExtractRules,
  readExtractRules,
} from '../../src/2-extract/rules/extract-rules.ts';

const DICTIONARIES = path.resolve(import.meta.dirname, '../../dictionaries/en');

export function dictionaryText(name: ExtractDictionary): string {
  return readFileSync(path.join(DICTIONARIES, name), 'utf8');
}

export const rules: ExtractRules = readExtractRules(
  Object.fromEntries(EXTRACT_DICTIONARIES.map((name) => [name, dictionaryText(name)])) as Record<
    ExtractDictionary,
    string
  >,
);
