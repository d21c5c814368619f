/** Visits of addresses, and beside the chain where collecting stands; see visits/. */
export const SQLITE_0004 = `
CREATE TABLE visits (
  seq INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  document TEXT NOT NULL,
  became TEXT,
  outcome TEXT NOT NULL
) STRICT;
CREATE INDEX visits_url ON visits (url);
CREATE INDEX visits_document ON visits (document);
CREATE INDEX visits_became ON visits (became) WHERE became IS NOT NULL;
CREATE INDEX documents_location ON documents (location);
CREATE INDEX documents_final_url ON documents (final_url) WHERE final_url IS NOT NULL;
CREATE TABLE collecting (
  what TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (what, key)
) STRICT, WITHOUT ROWID;
`;
