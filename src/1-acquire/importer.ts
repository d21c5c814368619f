/** What every way of getting reports in has in common. A new source is one more importer in acquire.ts's list. */
import type { Readable } from 'node:stream';
import type { ReportedlyError } from '../errors.ts';
import type { Document, GivenMetadata } from '../records/index.ts';
import type { ColumnMap } from './unpack/table/columns.ts';
import type { WebSession } from './web/session/web-session.ts';

/** Bytes that are here already: an upload, or text that was pasted or came in a batch line. */
export interface BytesInput {
  how: 'upload' | 'paste';
  /** Name of the upload, or what to call the paste in messages. */
  name: string;
  bytes: Uint8Array;
}

/** A path of a file or folder, an http or https address, `-` for standard input, or bytes. */
export type AcquireInput = string | BytesInput;

/**
 * A document, or why there is none; `input` names the file, address or upload it is about. `source` is what to ask for to
 * have it again: the archive that holds it, null for what came once (an upload, standard input); left out, the input.
 */
export type Acquired =
  | { ok: true; input: string; source?: string | null; document: Document }
  | { ok: false; input: string; source?: string | null; error: ReportedlyError };

/** Settings as importers see them: complete, with the world's clock and standard input injectable. */
export interface AcquireContext {
  given: GivenMetadata;
  /** A larger document is refused, before it is read whole where its size is known. */
  maxBytes: number;
  /** Documents that hold no text are taken too: they are kept, not read. */
  anyType: boolean;
  /** Columns of tables that hold what: `{ text: 'body' }`; what is not named is told by usual names. */
  map: ColumnMap;
  /** Told of what is passed over on purpose: hidden files, pictures of a saved page, service messages. */
  passedOver: (input: string, reason: string) => void;
  now: () => Date;
  stdin: () => Readable;
  web: WebSession;
  /** Whether an address was fetched before: what a listing names is not fetched twice unless told. */
  isKnown: (address: string) => Promise<boolean>;
  signal: AbortSignal | null;
}

export interface Importer {
  name: string;
  takes(input: AcquireInput): boolean;
  /** Yields each document or coded failure; throws only what is no fault of an input (an abort, a bug). */
  documents(input: AcquireInput, context: AcquireContext): AsyncGenerator<Acquired>;
}
