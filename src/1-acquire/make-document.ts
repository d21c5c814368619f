/** Bytes to a document: hashed, sniffed, with where they came from. */
import { createHash } from 'node:crypto';
import { ReportedlyError } from '../errors.ts';
import type { Document, GivenMetadata, Provenance } from '../records/index.ts';
import { keptTypeOf } from './formats/kept-type.ts';
import { mediaTypeOf } from './formats/media-type.ts';
import type { AcquireContext, Acquired } from './importer.ts';

export interface Origin {
  how: Provenance['how'];
  /** Path, address, `-`, or the upload's name. */
  location: string;
  finalUrl?: string;
  redirects?: string[];
  status?: number;
  headers?: Record<string, string>;
  /** Media type and charset as declared by transport, if at all. */
  declared?: { mediaType: string | null; charset: string | null };
  /** What it is, where that is known and not to be guessed. */
  mediaType?: string;
  /** What the listing that named it says of it. */
  item?: NonNullable<GivenMetadata['item']> | null;
}

/** @throws ReportedlyError `input-empty`, `input-binary`, `input-type` */
export function makeDocument(
  bytes: Uint8Array,
  origin: Origin,
  context: Pick<AcquireContext, 'given' | 'anyType' | 'now'>,
): Document {
  const { how, location, declared } = origin;
  // White space alone is no report either, but it is extraction that can tell; here only nothing is nothing.
  if (bytes.length === 0) throw new ReportedlyError('input-empty', { input: location });
  // Pasted text is text, whatever it looks like: it must come back as it was given.
  const typeOf = context.anyType ? keptTypeOf : mediaTypeOf;
  const mediaType =
    origin.mediaType ??
    (how === 'paste'
      ? 'text/plain'
      : typeOf(bytes, origin.finalUrl ?? location, declared?.mediaType ?? null));
  return {
    sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    size: bytes.length,
    mediaType,
    charset: how === 'paste' ? 'utf-8' : (declared?.charset ?? null),
    provenance: {
      how,
      location,
      finalUrl: origin.finalUrl ?? null,
      ...(origin.redirects && origin.redirects.length > 0 ? { redirects: origin.redirects } : {}),
      fetched: context.now().toISOString(),
      status: origin.status ?? null,
      headers: origin.headers ?? {},
    },
    given: origin.item ? { ...context.given, item: origin.item } : context.given,
    bytes,
  };
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
