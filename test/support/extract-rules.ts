/** The repository's dictionaries for extraction, read once for tests. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  EXTRACT_DICTIONARIES,
  type ExtractDictionary,
  type ExtractRules,
  readExtractRules,
} from '../../src/2-extract/rules/extract-rules.ts';
import { PACKAGE } from '../../src/package.ts';

const DICTIONARIES = path.join(PACKAGE, 'dictionaries');

export function dictionaryText(name: ExtractDictionary): string {
  return readFileSync(path.join(DICTIONARIES, name), 'utf8');
}

export const rules: ExtractRules = readExtractRules(
  Object.fromEntries(EXTRACT_DICTIONARIES.map((name) => [name, dictionaryText(name)])) as Record<
    ExtractDictionary,
    string
  >,
);
