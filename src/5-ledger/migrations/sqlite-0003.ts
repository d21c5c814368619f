/** What could not be read, kept beside the chain until it can be; see failures/. */
export const SQLITE_0003 = `
CREATE TABLE failures (
  input TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  settings TEXT NOT NULL,
  due TEXT,
  times INTEGER NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX failures_source ON failures (source);
`;
