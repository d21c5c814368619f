/** The party dictionary as shipped, and what its matcher sees in a text. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseParties } from '../../src/4-resolve/parties/parse-parties.ts';
import { PartyMatcher } from '../../src/4-resolve/parties/party-matcher.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../dictionaries/parties');
export const files = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]),
);
export const list = parseParties(files);
export const matcher = new PartyMatcher(list);

/** `words -> kind key` of every match, doubts after a question mark. */
export function seen(text: string): string[] {
  return matcher
    .matchParties(text)
    .map(
      (match) =>
        `${text.slice(match.start, match.end)} -> ${match.kind} ${match.party?.key ?? match.organ}` +
        (match.doubts.length > 0 ? ` ?${match.doubts.join()}` : ''),
    );
}
