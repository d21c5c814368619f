/** See sqlite-0004.ts. Addresses are indexed by their hash: they may be longer than an index entry. */
export const POSTGRES_0004 = `
CREATE TABLE visits (
  seq bigint PRIMARY KEY,
  url text COLLATE "C" NOT NULL,
  document text COLLATE "C" NOT NULL,
  became text COLLATE "C",
  outcome text COLLATE "C" NOT NULL
);
CREATE INDEX visits_url ON visits USING hash (url);
CREATE INDEX visits_document ON visits (document);
CREATE INDEX visits_became ON visits (became) WHERE became IS NOT NULL;
CREATE INDEX documents_location ON documents USING hash (location);
CREATE INDEX documents_final_url ON documents USING hash (final_url);
CREATE TABLE collecting (
  what text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  PRIMARY KEY (what, key)
);
`;
