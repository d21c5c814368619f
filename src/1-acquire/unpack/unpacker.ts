/** What every format that holds many documents has in common. A new one is one more row of unpackers.ts. */
import type { ReportedlyError } from '../../errors.ts';
import type { GivenMetadata } from '../../records/index.ts';
import type { AcquireContext } from '../importer.ts';
import type { ByteSource } from './byte-source.ts';

/** One document of several, or why it is none. */
export type Part =
  | {
      ok: true;
      /** What tells it from the others, as the fragment of an address: `row=12`. */
      part: string;
      bytes: Uint8Array;
      /** What it is, where the container settles that; else its content tells. */
      mediaType?: string;
      /** Media type and charset that the container declares for it. */
      declared?: { mediaType: string | null; charset: string | null };
      /** Name that the container gives it, for its ending. */
      name?: string;
      finalUrl?: string;
      status?: number;
      headers?: Record<string, string>;
      /** ISO 8601, UTC: when it came in, where the container says so. */
      fetched?: string;
      given?: GivenMetadata;
      /** It may hold documents itself: a mail in a mail. */
      mayHold?: boolean;
    }
  | { ok: false; part: string; error: ReportedlyError };

export interface Unpacker {
  name: string;
  /** By the first bytes, the name's ending and the declared type. */
  takes(source: ByteSource, declared: string | null, context: AcquireContext): boolean;
  /** Yields parts as they are read, never holding more than one; throws a coded error where it cannot go on. */
  unpack(source: ByteSource, context: AcquireContext): AsyncGenerator<Part>;
}
