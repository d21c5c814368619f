/** A text to its Reading, as a batch line is read. */
import { createHash } from 'node:crypto';
import type { Engine } from '../../src/engine.ts';
import { readDocument } from '../../src/pipeline.ts';
import type { GivenMetadata, Reading } from '../../src/records/index.ts';

export function readingOf(text: string, engine: Engine, given: GivenMetadata = {}): Reading {
  const bytes = new TextEncoder().encode(text);
  return readDocument(
    {
      sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      size: bytes.length,
      mediaType: 'text/plain',
      charset: 'utf-8',
      provenance: {
        how: 'paste',
        location: 'test',
        finalUrl: null,
        fetched: '2020-01-01T00:00:00.000Z',
        status: null,
        headers: {},
      },
      given,
      bytes,
    },
    engine,
  );
}
