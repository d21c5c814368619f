/** Texts to Readings for benchmarks, as `read --batch` does it. */
import type { Engine } from '../src/engine.ts';
import { readDocument } from '../src/pipeline.ts';
import type { Reading } from '../src/records/index.ts';
import { pastedDocument } from '../test/support/pasted-document.ts';

export interface BenchText {
  id: string;
  text: string;
  title?: string;
  published?: string;
  url?: string;
}

export function readText({ id, text, title, published, url }: BenchText, engine: Engine): Reading {
  const given = { ...(title ? { title } : {}), ...(published ? { published } : {}), ...(url ? { url } : {}) };
  return readDocument(pastedDocument(text, id, given), engine, id);
}
