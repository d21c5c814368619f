/** See sqlite-0003.ts. */
export const POSTGRES_0003 = `
CREATE TABLE failures (
  input text COLLATE "C" PRIMARY KEY,
  source text COLLATE "C" NOT NULL,
  code text COLLATE "C" NOT NULL,
  message text COLLATE "C" NOT NULL,
  settings text COLLATE "C" NOT NULL,
  due text COLLATE "C",
  times integer NOT NULL,
  first text COLLATE "C" NOT NULL,
  last text COLLATE "C" NOT NULL
);
CREATE INDEX failures_source ON failures (source);
`;
