/** What makes two Readings the same one. */
import type { GivenMetadata, Reading } from '../../records/index.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import { contentHash } from '../statements/hash-chain.ts';
import type { ReadingPayload } from '../statements/kinds.ts';

/**
 * The id of a Reading in the ledger: `sha256:` over document, given metadata, engine and content. The content follows
 * from the other three as long as the engine keeps to its stamp; where it does not, two Readings are seen, not one hidden.
 */
export function readingId(reading: Reading, given: GivenMetadata, readingJson: string): string {
  const { document, engine } = reading;
  return contentHash(canonicalJson({ document, engine, given, content: contentHash(readingJson) }));
}

/** The canonical JSON of a Reading, cut out of that of its payload where this is at hand. */
export function readingJson(json: string | null, { given, provenance, reading }: ReadingPayload): string {
  const before = `{"given":${canonicalJson(given)},"provenance":${canonicalJson(provenance)},"reading":`;
  return json?.startsWith(before) ? json.slice(before.length, -1) : canonicalJson(reading);
}
