import { afterAll, describe, expect, it } from 'vitest';
import { documentOf } from '../../test/support/documents.ts';
import { openEngine } from '../engine.ts';
import { inOrder } from '../in-order.ts';
import { readDocument } from '../pipeline.ts';
import type { Document } from '../records/index.ts';
import { ReadingPool } from './pool.ts';

const pool = new ReadingPool(2);
/** Threads that read TypeScript begin slowly. */
const SLOW = 120_000;
afterAll(() => pool.close());

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

describe('reading on several threads', () => {
  it('gives the same bytes as reading here, in order, and goes on after a document that stops a thread', {
    timeout: SLOW,
  }, async () => {
    const documents: Document[] = Array.from({ length: 6 }, (_, i) =>
      documentOf(`The army said on Monday that ${i + 2} soldiers were killed near Homs.\n`, {
        given: { published: '2017-10-10' },
      }),
    );
    // No bytes at all: a fault that no stage is written for.
    documents.splice(2, 0, { ...documents[0]!, bytes: null as unknown as Uint8Array });
    const engine = openEngine();
    const outcomes: string[] = [];
    const read = (document: Document) =>
      pool.read(document).then(
        (reading) => JSON.stringify(reading),
        (error) => error.code as string,
      );
    for await (const outcome of inOrder(from(documents), pool.atOnce, read)) outcomes.push(outcome);
    expect(outcomes).toEqual(
      documents.map((document, i) =>
        i === 2 ? 'reading-stopped' : JSON.stringify(readDocument(document, engine)),
      ),
    );
  });

  it('says that the engine cannot be opened', { timeout: SLOW }, async () => {
    const broken = new ReadingPool(1, { models: '/nowhere' });
    await expect(broken.read(documentOf('Two died.'))).rejects.toMatchObject({ code: 'engine-unusable' });
    await broken.close();
  });
});
