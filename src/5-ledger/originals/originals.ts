/** The bytes of documents as they came, named by their sha256. Two ways to keep them: folder.ts and table.ts. */
export interface Originals {
  /** Keeps all of them; when it resolves they are on disk. Bytes that are there already are left alone. */
  keep(items: readonly Original[]): Promise<void>;
  /** The bytes, or null where there are none. They are not checked against their name here. */
  get(sha256: string): Promise<Uint8Array | null>;
  /** Every name that is kept, in order. */
  names(): AsyncIterable<string>;
  remove(sha256s: readonly string[]): Promise<void>;
}

export interface Original {
  /** `sha256:` and 64 hex digits. */
  sha256: string;
  bytes: Uint8Array;
}
