/** A text as a document that somebody pasted, for tests and benchmarks. */
import { createHash } from 'node:crypto';
import type { Document, GivenMetadata } from '../../src/records/index.ts';

/** @param fetched when it came, as an ISO time */
export function pastedDocument(
  text: string,
  location: string,
  given: GivenMetadata = {},
  fetched = '1970-01-01T00:00:00.000Z',
): Document {
  const bytes = new TextEncoder().encode(text);
  return {
    sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    size: bytes.length,
    mediaType: 'text/plain',
    charset: 'utf-8',
    provenance: { how: 'paste', location, finalUrl: null, fetched, status: null, headers: {} },
    given,
    bytes,
  };
}
