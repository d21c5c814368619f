/**
 * Words by their first letter or two (`a*`, `al*`): a list of its own each in the search index, where all words that begin so
 * had to be put together. Full-text tables cannot be altered, so both are made anew; the triggers that fill them stay.
 */
import { SEARCHED, TOKENIZE } from './sqlite-search.ts';

export const SQLITE_0006 = SEARCHED.map(
  ({ fts, table, key, columns: [a, b] }) => `
DROP TABLE ${fts};
CREATE VIRTUAL TABLE ${fts} USING fts5 (
  ${a}, ${b}, content='${table}', content_rowid='${key}', tokenize='${TOKENIZE}', prefix='1 2'
);
INSERT INTO ${fts} (${fts}, rank) VALUES ('secure-delete', 1);
INSERT INTO ${fts} (${fts}) VALUES ('rebuild');
`,
).join('');
