/** The first schema on PostgreSQL: as on SQLite, with the bytes of the documents kept in a table. */
export const POSTGRES_0001 = `
/* Letters without their marks and without joining punctuation, as the tokenizer of the SQLite store has them. */
CREATE FUNCTION fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(
    regexp_replace(normalize(value, NFD), '[\\u0300-\\u036f]', '', 'g'),
    '-/.:_@&#+*''’"', '             '
  )
$$;

CREATE TABLE ledger (
  key text COLLATE "C" PRIMARY KEY,
  value text COLLATE "C" NOT NULL
);

CREATE TABLE head (
  one integer PRIMARY KEY CHECK (one = 1),
  seq bigint NOT NULL,
  hash text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL
);

CREATE TABLE statements (
  seq bigint PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  at text COLLATE "C" NOT NULL,
  salt text COLLATE "C",
  payload text COLLATE "C",
  commitment text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL
);

CREATE TABLE replacements (seq bigint PRIMARY KEY, by bigint NOT NULL);

/* What each statement says now: its payload, or that of the statement that took its place when words were erased. */
CREATE VIEW said AS
  SELECT s.seq, s.kind, s.at, coalesce(s.payload, r.payload) AS payload,
    CASE WHEN s.payload IS NULL AND r.payload IS NOT NULL THEN 1 ELSE 0 END AS replaced
  FROM statements s
  LEFT JOIN replacements x ON x.seq = s.seq
  LEFT JOIN statements r ON r.seq = x.by;

CREATE TABLE erased_originals (document_seq bigint PRIMARY KEY);

CREATE TABLE documents (
  seq bigint PRIMARY KEY,
  sha256 text COLLATE "C" NOT NULL UNIQUE,
  size bigint NOT NULL,
  media_type text COLLATE "C" NOT NULL,
  charset text COLLATE "C",
  how text COLLATE "C" NOT NULL,
  location text COLLATE "C" NOT NULL,
  final_url text COLLATE "C",
  fetched text COLLATE "C" NOT NULL
);

CREATE TABLE readings (
  seq bigint PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  document text COLLATE "C" NOT NULL,
  given text COLLATE "C" NOT NULL,
  engine_version text COLLATE "C" NOT NULL,
  engine text COLLATE "C" NOT NULL,
  title text COLLATE "C",
  byline text COLLATE "C",
  publisher text COLLATE "C",
  url text COLLATE "C",
  language text COLLATE "C" NOT NULL,
  published text COLLATE "C",
  published_basis text COLLATE "C",
  claims integer NOT NULL,
  was_read integer NOT NULL
);
CREATE INDEX readings_document ON readings (document, seq);

CREATE TABLE article_texts (
  reading bigint PRIMARY KEY,
  title text COLLATE "C" NOT NULL,
  text text COLLATE "C" NOT NULL,
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english', fold(title)), 'A') || to_tsvector('english', fold(left(text, 200000)))
  ) STORED
);
CREATE INDEX article_texts_search ON article_texts USING gin (search);

CREATE TABLE current_readings (
  document text COLLATE "C" NOT NULL,
  reading bigint NOT NULL,
  since bigint NOT NULL,
  until bigint,
  PRIMARY KEY (document, since)
);
CREATE INDEX current_readings_reading ON current_readings (reading);

CREATE TABLE claims (
  row bigint PRIMARY KEY,
  since bigint NOT NULL,
  until bigint,
  claim text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  document_seq bigint NOT NULL,
  reading bigint,
  position integer NOT NULL,
  start integer NOT NULL,
  origin text COLLATE "C" NOT NULL,
  text text COLLATE "C" NOT NULL,
  names text COLLATE "C" NOT NULL,
  certainty text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  type text COLLATE "C",
  cue text COLLATE "C",
  happening text COLLATE "C",
  about_claim text COLLATE "C",
  about_as text COLLATE "C",
  depth integer NOT NULL,
  nearest text COLLATE "C",
  nearest_kind text COLLATE "C" NOT NULL,
  nearest_public integer NOT NULL,
  outermost text COLLATE "C",
  outermost_kind text COLLATE "C" NOT NULL,
  outermost_public integer NOT NULL,
  place text COLLATE "C",
  place_text text COLLATE "C",
  place_status text COLLATE "C" NOT NULL,
  precision text COLLATE "C",
  geonames integer,
  country text COLLATE "C",
  admin1 text COLLATE "C",
  lat double precision,
  lon double precision,
  time_text text COLLATE "C",
  time_from text COLLATE "C",
  time_to text COLLATE "C",
  time_precision text COLLATE "C" NOT NULL,
  published text COLLATE "C",
  publisher text COLLATE "C",
  title text COLLATE "C",
  url text COLLATE "C",
  language text COLLATE "C" NOT NULL,
  review text COLLATE "C" NOT NULL,
  withdrawn integer NOT NULL,
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english', fold(left(text, 200000))), 'A')
    || to_tsvector('english', fold(left(names, 20000)))
  ) STORED
);
CREATE INDEX claims_search ON claims USING gin (search);
CREATE INDEX claims_claim ON claims (claim);
CREATE INDEX claims_document ON claims (document_seq, start, row);
CREATE INDEX claims_published ON claims (coalesce(published, ''), row);
CREATE INDEX claims_time ON claims (coalesce(time_from, ''), row);

CREATE TABLE claim_parties (
  row bigint NOT NULL,
  role text COLLATE "C" NOT NULL,
  position integer NOT NULL,
  name text COLLATE "C",
  text text COLLATE "C",
  kind text COLLATE "C",
  party_kind text COLLATE "C",
  "of" text COLLATE "C",
  public integer NOT NULL,
  PRIMARY KEY (row, role, position)
);
CREATE INDEX claim_parties_name ON claim_parties (name, role);

CREATE TABLE claim_effects (
  row bigint NOT NULL,
  position integer NOT NULL,
  what text COLLATE "C" NOT NULL,
  whom text COLLATE "C",
  label text COLLATE "C",
  low bigint,
  high bigint,
  approximate integer NOT NULL,
  unit text COLLATE "C" NOT NULL,
  scope text COLLATE "C" NOT NULL,
  PRIMARY KEY (row, position)
);

CREATE TABLE log (
  seq bigint PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  type text COLLATE "C",
  who text COLLATE "C",
  at text COLLATE "C" NOT NULL,
  document text COLLATE "C",
  claim text COLLATE "C",
  target text COLLATE "C",
  summary text COLLATE "C" NOT NULL
);
CREATE INDEX log_document ON log (document, kind);
CREATE INDEX log_kind ON log (kind);
CREATE INDEX log_claim ON log (claim) WHERE claim IS NOT NULL;
CREATE INDEX log_who ON log (who) WHERE who IS NOT NULL;
CREATE INDEX log_at ON log (at);

CREATE TABLE deciders (
  document_seq bigint NOT NULL,
  claim text COLLATE "C" NOT NULL,
  who text COLLATE "C" NOT NULL,
  PRIMARY KEY (document_seq, claim, who)
);

CREATE TABLE orphans (
  decision bigint PRIMARY KEY,
  document_seq bigint NOT NULL,
  reason text COLLATE "C" NOT NULL
);
CREATE INDEX orphans_document ON orphans (document_seq);

CREATE TABLE originals (
  sha256 text COLLATE "C" PRIMARY KEY,
  bytes bytea NOT NULL
);
ALTER TABLE originals ALTER COLUMN bytes SET STORAGE EXTERNAL;
`;
