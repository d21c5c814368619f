/** What `verify` says. "Intact" is all it can say: that nothing was changed since it was recorded, not that it is true. */

export interface VerifyOptions {
  /** Called now and then with the statements checked so far. */
  progress?: (done: number, all: number) => void;
  /** How many threads check a ledger on SQLite; as many as there are cores unless given, one for a small ledger. */
  threads?: number;
}

/** One thing that is wrong, and where. */
export interface Fault {
  what:
    | 'statement-missing'
    | 'statement-changed'
    | 'payload-changed'
    | 'payload-gone'
    | 'erased-still-there'
    | 'head-differs'
    | 'reading-ungrounded'
    | 'original-missing'
    | 'original-changed'
    | 'index-differs';
  /** "statement 812", "document sha256:…", "claims row 12". */
  where: string;
  detail: string;
}

export interface VerifyReport {
  intact: boolean;
  faults: Fault[];
  /** Faults beyond those listed. */
  moreFaults: number;
  statements: number;
  documents: number;
  readings: number;
  claims: number;
  /** Statements whose content was erased, each covered by a tombstone. */
  erased: number;
  /** Documents whose bytes were erased. */
  erasedOriginals: number;
  /** An erasure is through in the rows and not yet in the files: opening the ledger again finishes it. */
  erasureUnfinished: boolean;
  /** Originals that no document names, as an interrupted run may leave: harmless. */
  unnamedOriginals: number;
  /** False where statements were changed: what the index should say is then not known. */
  indexCompared: boolean;
  /** Hash of the last statement: deposit it elsewhere to prove later that the chain was not rebuilt. */
  head: string;
}
