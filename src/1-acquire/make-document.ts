/** Bytes to a document: hashed, sniffed, with where they came from. */
import { createHash } from 'node:crypto';
import { ReportedlyError } from '../errors.ts';
import type { Document, GivenMetadata, Provenance } from '../records/index.ts';
import { keptTypeOf } from './formats/kept-type.ts';
import { mediaTypeOf } from './formats/media-type.ts';
import type { AcquireContext, Acquired } from './importer.ts';

export interface Origin {
  how: Provenance['how'];
  /** Path, address, `-`, or the upload's name; of a part of these, with its fragment. */
  location: string;
  finalUrl?: string;
  redirects?: string[];
  status?: number;
  headers?: Record<string, string>;
  /** Media type and charset as declared by transport, if at all. */
  declared?: { mediaType: string | null; charset: string | null };
  /** What it is, where that is settled. */
  mediaType?: string;
  /** Name whose ending says what it may be; else the address or location. */
  name?: string;
  /** ISO 8601, UTC: when it came in; else now. */
  fetched?: string;
  /** What the listing that named it says of it. */
  item?: NonNullable<GivenMetadata['item']> | null;
}

type DocumentContext = Pick<AcquireContext, 'given' | 'anyType' | 'now'>;

/** @throws ReportedlyError `input-empty`, `input-binary`, `input-type` */
export function makeDocument(bytes: Uint8Array, origin: Origin, context: DocumentContext): Document {
  const { location } = origin;
  // White space alone is no report either, but it is extraction that can tell; here only nothing is nothing.
  if (bytes.length === 0) throw new ReportedlyError('input-empty', { input: location });
  const paste = origin.how === 'paste';
  return {
    sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    size: bytes.length,
    mediaType: typeOf(bytes, origin, context),
    charset: paste ? 'utf-8' : (origin.declared?.charset ?? null),
    provenance: {
      how: origin.how,
      location,
      finalUrl: origin.finalUrl ?? null,
      ...(origin.redirects && origin.redirects.length > 0 ? { redirects: origin.redirects } : {}),
      fetched: origin.fetched ?? context.now().toISOString(),
      status: origin.status ?? null,
      headers: origin.headers ?? {},
    },
    given: origin.item ? { ...context.given, item: origin.item } : context.given,
    bytes,
  };
}

function typeOf(bytes: Uint8Array, origin: Origin, context: DocumentContext): string {
  // Pasted text is text, whatever it looks like: it must come back as it was given.
  if (origin.how === 'paste') return 'text/plain';
  if (origin.mediaType !== undefined) return origin.mediaType;
  const type = context.anyType ? keptTypeOf : mediaTypeOf;
  const name = origin.name || origin.finalUrl || origin.location;
  return type(bytes, name, origin.declared?.mediaType ?? null);
}

/** Runs one input's work; a coded error becomes a failure that names the input, anything else is thrown on. */
export async function acquired(input: string, work: () => Promise<Document>): Promise<Acquired> {
  try {
    return { ok: true, input, document: await work() };
  } catch (error) {
    if (error instanceof ReportedlyError) return { ok: false, input, error };
    throw error;
  }
}
