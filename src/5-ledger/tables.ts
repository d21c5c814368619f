/**
 * The columns of each table, in order, with the type that both stores share. Bulk inserts and Kysely's types are made
 * from this; tables.test.ts compares it with what the migrations build. `big` is an integer beyond 32 bits.
 *
 * `statements` and `head` are the ledger. Everything below them is an index over the statements and can be rebuilt, but
 * for `failures` and `collecting`, which stand beside it.
 * Index rows that change are versions: true from statement `since` on, until statement `until` (null: still true), so
 * that any past state can be asked for with one comparison.
 */
export type ColumnType = 'text' | 'int' | 'big' | 'real';

const TABLES = {
  ledger: { key: 'text', value: 'text' },
  head: { one: 'int', seq: 'big', hash: 'text', at: 'text' },
  statements: {
    seq: 'big',
    kind: 'text',
    at: 'text',
    salt: 'text',
    payload: 'text',
    commitment: 'text',
    hash: 'text',
  },

  replacements: { seq: 'big', by: 'big' },
  erased_originals: { document_seq: 'big' },
  documents: {
    seq: 'big',
    sha256: 'text',
    size: 'big',
    media_type: 'text',
    charset: 'text',
    how: 'text',
    location: 'text',
    final_url: 'text',
    fetched: 'text',
  },
  readings: {
    seq: 'big',
    id: 'text',
    document: 'text',
    given: 'text',
    engine_version: 'text',
    engine: 'text',
    title: 'text',
    byline: 'text',
    publisher: 'text',
    url: 'text',
    language: 'text',
    published: 'text',
    published_basis: 'text',
    claims: 'int',
    was_read: 'int',
  },
  article_texts: { reading: 'big', title: 'text', text: 'text' },
  current_readings: { document: 'text', reading: 'big', since: 'big', until: 'big' },
  claims: {
    row: 'big',
    since: 'big',
    until: 'big',
    claim: 'text',
    document: 'text',
    document_seq: 'big',
    reading: 'big',
    position: 'int',
    start: 'int',
    origin: 'text',
    text: 'text',
    names: 'text',
    certainty: 'text',
    kind: 'text',
    type: 'text',
    cue: 'text',
    happening: 'text',
    about_claim: 'text',
    about_as: 'text',
    depth: 'int',
    nearest: 'text',
    nearest_kind: 'text',
    nearest_public: 'int',
    outermost: 'text',
    outermost_kind: 'text',
    outermost_public: 'int',
    place: 'text',
    place_text: 'text',
    place_status: 'text',
    precision: 'text',
    geonames: 'int',
    country: 'text',
    admin1: 'text',
    lat: 'real',
    lon: 'real',
    time_text: 'text',
    time_from: 'text',
    time_to: 'text',
    time_precision: 'text',
    published: 'text',
    publisher: 'text',
    title: 'text',
    url: 'text',
    language: 'text',
    review: 'text',
    withdrawn: 'int',
  },
  claim_parties: {
    row: 'big',
    role: 'text',
    position: 'int',
    name: 'text',
    text: 'text',
    kind: 'text',
    party_kind: 'text',
    of: 'text',
    public: 'int',
  },
  claim_effects: {
    row: 'big',
    position: 'int',
    what: 'text',
    whom: 'text',
    label: 'text',
    low: 'big',
    high: 'big',
    approximate: 'int',
    unit: 'text',
    scope: 'text',
  },
  log: {
    seq: 'big',
    kind: 'text',
    type: 'text',
    who: 'text',
    at: 'text',
    document: 'text',
    claim: 'text',
    target: 'text',
    summary: 'text',
  },
  deciders: { document_seq: 'big', claim: 'text', who: 'text' },
  orphans: { decision: 'big', document_seq: 'big', reason: 'text' },
  visits: { seq: 'big', url: 'text', document: 'text', became: 'text', outcome: 'text' },
  collecting: { what: 'text', key: 'text', value: 'text' },
  failures: {
    input: 'text',
    source: 'text',
    code: 'text',
    message: 'text',
    settings: 'text',
    due: 'text',
    times: 'int',
    first: 'text',
    last: 'text',
  },
} as const satisfies Record<string, Record<string, ColumnType>>;

export type TableName = keyof typeof TABLES;

type Value<T extends ColumnType> = T extends 'text' ? string : number;

/** Columns that may be null are not told apart here: the migrations do, and readers treat them by their meaning. */
export type TableRow<T extends TableName> = {
  -readonly [C in keyof (typeof TABLES)[T]]: Value<Extract<(typeof TABLES)[T][C], ColumnType>> | null;
};

/** Kysely's view of the database. */
export type Database = { [T in TableName]: TableRow<T> };

/** A row as given to a bulk insert: values in the order of `columnsOf(table)`. */
export type RowValues = readonly (string | number | null)[];

export function columnsOf(table: TableName): string[] {
  return Object.keys(TABLES[table]);
}

export function columnTypes(table: TableName): Record<string, ColumnType> {
  return TABLES[table];
}

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
