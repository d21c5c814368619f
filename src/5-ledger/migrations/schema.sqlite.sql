-- schema 6
CREATE INDEX claim_parties_name ON claim_parties (name, role);

CREATE INDEX claims_claim ON claims (claim);

CREATE INDEX claims_document ON claims (document_seq, start, row);

CREATE INDEX claims_published ON claims (coalesce(published, ''), row);

CREATE INDEX claims_review ON claims (review) WHERE until IS NULL;

CREATE INDEX claims_time ON claims (coalesce(time_from, ''), row);

CREATE INDEX claims_until ON claims (until) WHERE until IS NOT NULL;

CREATE INDEX current_readings_reading ON current_readings (reading);

CREATE INDEX documents_final_url ON documents (final_url) WHERE final_url IS NOT NULL;

CREATE INDEX documents_location ON documents (location);

CREATE INDEX failures_source ON failures (source);

CREATE INDEX log_at ON log (at);

CREATE INDEX log_claim ON log (claim) WHERE claim IS NOT NULL;

CREATE INDEX log_document ON log (document, kind);

CREATE INDEX log_kind ON log (kind);

CREATE INDEX log_who ON log (who) WHERE who IS NOT NULL;

CREATE INDEX orphans_document ON orphans (document_seq);

CREATE INDEX readings_document ON readings (document, seq);

CREATE INDEX readings_not_read ON readings (seq) WHERE was_read = 0;

CREATE INDEX readings_published ON readings (coalesce(published, ''), seq);

CREATE INDEX readings_publisher ON readings (publisher, seq);

CREATE INDEX readings_title ON readings (substr(coalesce(title, ''), 1, 200), seq);

CREATE INDEX visits_became ON visits (became) WHERE became IS NOT NULL;

CREATE INDEX visits_document ON visits (document);

CREATE INDEX visits_url ON visits (url);

CREATE TABLE article_texts (
  reading INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, content='article_texts', content_rowid='reading', tokenize='porter unicode61 remove_diacritics 2', prefix='1 2'
);

CREATE TABLE claim_effects (
  row INTEGER NOT NULL,
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  whom TEXT,
  label TEXT,
  low INTEGER,
  high INTEGER,
  approximate INTEGER NOT NULL,
  unit TEXT NOT NULL,
  scope TEXT NOT NULL,
  PRIMARY KEY (row, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_parties (
  row INTEGER NOT NULL,
  role TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT,
  text TEXT,
  kind TEXT,
  party_kind TEXT,
  "of" TEXT,
  public INTEGER NOT NULL,
  PRIMARY KEY (row, role, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
  row INTEGER PRIMARY KEY,
  since INTEGER NOT NULL,
  until INTEGER,
  claim TEXT NOT NULL,
  document TEXT NOT NULL,
  document_seq INTEGER NOT NULL,
  reading INTEGER,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  origin TEXT NOT NULL,
  text TEXT NOT NULL,
  names TEXT NOT NULL,
  certainty TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT,
  cue TEXT,
  happening TEXT,
  about_claim TEXT,
  about_as TEXT,
  depth INTEGER NOT NULL,
  nearest TEXT,
  nearest_kind TEXT NOT NULL,
  nearest_public INTEGER NOT NULL,
  outermost TEXT,
  outermost_kind TEXT NOT NULL,
  outermost_public INTEGER NOT NULL,
  place TEXT,
  place_text TEXT,
  place_status TEXT NOT NULL,
  precision TEXT,
  geonames INTEGER,
  country TEXT,
  admin1 TEXT,
  lat REAL,
  lon REAL,
  time_text TEXT,
  time_from TEXT,
  time_to TEXT,
  time_precision TEXT NOT NULL,
  published TEXT,
  publisher TEXT,
  title TEXT,
  url TEXT,
  language TEXT NOT NULL,
  review TEXT NOT NULL,
  withdrawn INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE claims_fts USING fts5 (
  text, names, content='claims', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2', prefix='1 2'
);

CREATE TABLE collecting (
  what TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (what, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE current_readings (
  document TEXT NOT NULL,
  reading INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER,
  PRIMARY KEY (document, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE deciders (
  document_seq INTEGER NOT NULL,
  claim TEXT NOT NULL,
  who TEXT NOT NULL,
  PRIMARY KEY (document_seq, claim, who)
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  seq INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  charset TEXT,
  how TEXT NOT NULL,
  location TEXT NOT NULL,
  final_url TEXT,
  fetched TEXT NOT NULL
) STRICT;

CREATE TABLE erased_originals (document_seq INTEGER PRIMARY KEY) STRICT;

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

CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE TABLE ledger (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  type TEXT,
  who TEXT,
  at TEXT NOT NULL,
  document TEXT,
  claim TEXT,
  target TEXT,
  summary TEXT NOT NULL
) STRICT;

CREATE TABLE orphans (
  decision INTEGER PRIMARY KEY,
  document_seq INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE readings (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  given TEXT NOT NULL,
  engine_version TEXT NOT NULL,
  engine TEXT NOT NULL,
  title TEXT,
  byline TEXT,
  publisher TEXT,
  url TEXT,
  language TEXT NOT NULL,
  published TEXT,
  published_basis TEXT,
  claims INTEGER NOT NULL,
  was_read INTEGER NOT NULL
) STRICT;

CREATE TABLE replacements (seq INTEGER PRIMARY KEY, by INTEGER NOT NULL) STRICT;

CREATE TABLE statements (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  salt TEXT,
  payload TEXT,
  commitment TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE visits (
  seq INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  document TEXT NOT NULL,
  became TEXT,
  outcome TEXT NOT NULL
) STRICT;

CREATE TRIGGER article_texts_added AFTER INSERT ON article_texts BEGIN
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.reading, new.title, new.text);
END;

CREATE TRIGGER article_texts_removed AFTER DELETE ON article_texts BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.reading, old.title, old.text);
END;

CREATE TRIGGER claims_added AFTER INSERT ON claims BEGIN
  INSERT INTO claims_fts (rowid, text, names) VALUES (new.row, new.text, new.names);
END;

CREATE TRIGGER claims_removed AFTER DELETE ON claims BEGIN
  INSERT INTO claims_fts (claims_fts, rowid, text, names) VALUES ('delete', old.row, old.text, old.names);
END;

CREATE VIEW said AS
  SELECT s.seq, s.kind, s.at, coalesce(s.payload, r.payload) AS payload,
    CASE WHEN s.payload IS NULL AND r.payload IS NOT NULL THEN 1 ELSE 0 END AS replaced
  FROM statements s
  LEFT JOIN replacements x ON x.seq = s.seq
  LEFT JOIN statements r ON r.seq = x.by;
