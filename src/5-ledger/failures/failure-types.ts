/** What could not be read, kept until it can be: beside the chain, because it says nothing of any report. */

export interface FailureInput {
  /** What failed: a path, an address, or a part of one (`news.csv, row 12`). */
  input: string;
  /** What to ask for again to have it: the input itself, or what it is a part of. */
  source: string;
  /** A code of errors.ts. */
  code: string;
  message: string;
  /** With what settings it was asked for, so that it is asked for again in the same way. */
  settings: Readonly<Record<string, unknown>>;
  /** ISO 8601, UTC: when to try again without being told to; null: only when told to. */
  due: string | null;
}

export interface FailureEntry extends FailureInput {
  /** How often it failed, and when first and last. */
  times: number;
  first: string;
  last: string;
}

export interface FailureQuery {
  code?: readonly string[] | undefined;
  /** Sources or inputs. */
  input?: readonly string[] | undefined;
  /** Those due at this time (ISO 8601, UTC) or before. */
  dueBy?: string | undefined;
}
