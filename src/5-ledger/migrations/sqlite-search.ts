/** The full-text indexes of SQLite follow their tables by triggers. */

interface Searched {
  fts: string;
  table: string;
  key: string;
  columns: readonly [string, string];
}

export const SEARCHED: readonly Searched[] = [
  { fts: 'claims_fts', table: 'claims', key: 'row', columns: ['text', 'names'] },
  { fts: 'articles_fts', table: 'article_texts', key: 'reading', columns: ['title', 'text'] },
];

/** What takes the words of a removed row out of the search. */
export const FTS = SEARCHED.map(({ fts, table, key, columns: [a, b] }) => ({
  fts,
  trigger: `CREATE TRIGGER ${table}_removed AFTER DELETE ON ${table} BEGIN
  INSERT INTO ${fts} (${fts}, rowid, ${a}, ${b}) VALUES ('delete', old.${key}, old.${a}, old.${b});
END`,
}));

export const TOKENIZE = 'porter unicode61 remove_diacritics 2';

/** `secure-delete`: what is erased leaves the search index too, and is not only marked as gone. */
export const CREATE_FTS = SEARCHED.map(
  ({ fts, table, key, columns: [a, b] }, i) => `
CREATE VIRTUAL TABLE ${fts} USING fts5 (
  ${a}, ${b}, content='${table}', content_rowid='${key}', tokenize='${TOKENIZE}'
);
INSERT INTO ${fts} (${fts}, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER ${table}_added AFTER INSERT ON ${table} BEGIN
  INSERT INTO ${fts} (rowid, ${a}, ${b}) VALUES (new.${key}, new.${a}, new.${b});
END;
${FTS[i]!.trigger};
`,
).join('');
