/** A text to its Reading, as a batch line is read. */
import type { Engine } from '../../src/engine.ts';
import { readDocument } from '../../src/pipeline.ts';
import type { GivenMetadata, Reading } from '../../src/records/index.ts';
import { pastedDocument } from './pasted-document.ts';

export function readingOf(text: string, engine: Engine, given: GivenMetadata = {}): Reading {
  return readDocument(pastedDocument(text, 'test', given, '2020-01-01T00:00:00.000Z'), engine);
}
