/** Texts to Readings for benchmarks, as `read --batch` does it. */
import { createHash } from 'node:crypto';
import type { Engine } from '../src/engine.ts';
import { readDocument } from '../src/pipeline.ts';
import type { Reading } from '../src/records/index.ts';

export interface BenchText {
  id: string;
  text: string;
  title?: string;
  published?: string;
  url?: string;
}

export function readText({ id, text, title, published, url }: BenchText, engine: Engine): Reading {
  const bytes = new TextEncoder().encode(text);
  const given = { ...(title ? { title } : {}), ...(published ? { published } : {}), ...(url ? { url } : {}) };
  return readDocument(
    {
      sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      size: bytes.length,
      mediaType: 'text/plain',
      charset: 'utf-8',
      provenance: {
        how: 'paste',
        location: id,
        finalUrl: null,
        fetched: '1970-01-01T00:00:00.000Z',
        status: null,
        headers: {},
      },
      given,
      bytes,
    },
    engine,
    id,
  );
}
