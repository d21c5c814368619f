/** Who reads for a command: the engine here for a few reports, a pool of threads for many. */
import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { type EngineFiles, openEngine } from '../../engine.ts';
import { type DocumentReader, readHere } from '../../pipeline.ts';
import { ReadingPool } from '../../reading-pool/pool.ts';

/** Fewer reports than this are read before threads would have opened their engines. */
const MANY = 12;
/** An engine takes a few hundred megabytes; more threads are for whoever asks for them. */
const DEFAULT_MOST = 8;
const MOST = 64;

/** Does the work with a reader for `reports` reports (null: not known), and ends the reader whatever happens. */
export async function withReader<T>(
  files: EngineFiles,
  { workers, reports }: { workers: number | undefined; reports: number | null },
  work: (reader: DocumentReader) => Promise<T>,
): Promise<T> {
  const threads = workers ?? (reports === null || reports >= MANY ? defaultWorkers() : 1);
  if (threads === 1) return work(readHere(openEngine(files)));
  const pool = new ReadingPool(threads, files);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

/** All cores but the one that acquires and records, and at least two. */
function defaultWorkers(): number {
  return Math.min(DEFAULT_MOST, Math.max(2, availableParallelism() - 1));
}

export function workersOption(text: string): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1 || n > MOST)
    throw new InvalidArgumentError(`A number from 1 to ${MOST}.`);
  return n;
}
