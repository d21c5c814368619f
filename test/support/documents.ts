/** Documents in memory for tests. */
import type { Document, GivenMetadata } from '../../src/records/index.ts';

export interface DocumentSettings {
  mediaType?: string;
  charset?: string | null;
  url?: string;
  how?: Document['provenance']['how'];
  given?: GivenMetadata;
}

export function documentOf(content: string | Uint8Array, settings: DocumentSettings = {}): Document {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    sha256: `sha256:${'0'.repeat(64)}`,
    size: bytes.length,
    mediaType: settings.mediaType ?? 'text/plain',
    charset: settings.charset ?? null,
    provenance: {
      how: settings.how ?? (settings.url ? 'url' : 'file'),
      location: settings.url ?? 'report',
      finalUrl: settings.url ?? null,
      fetched: '2018-03-03T12:00:00.000Z',
      status: settings.url ? 200 : null,
      headers: {},
    },
    given: settings.given ?? {},
    bytes,
  };
}
