/** Stretches of a ledger on SQLite, each walked on a thread of its own with a connection of its own. */
import { Worker } from 'node:worker_threads';
import type { StretchResult } from './check-stretch.ts';
import type { Stretch } from './stretch.ts';

export interface ThreadTask {
  file: string;
  immutable: boolean;
  originals: string;
  stretch: Stretch;
  head: number;
  genesis: string;
  reviewed: Set<string>;
}

export type ThreadMessage =
  | { kind: 'progress'; statements: number }
  /** Somebody wrote meanwhile, so that this thread sees another ledger than the others. */
  | { kind: 'moved' }
  | { kind: 'done'; result: StretchResult };

/** Young objects are many and die at once: with room for them they are not copied about. */
const YOUNG_MB = 64;

/** The results in order, or null where the ledger was written to before every thread had begun. */
export async function checkOnThreads(
  tasks: readonly ThreadTask[],
  progress: (statements: number) => void,
): Promise<StretchResult[] | null> {
  const workers: Worker[] = [];
  try {
    const results = await Promise.all(
      tasks.map((task) => {
        const worker = openThread(task);
        workers.push(worker);
        return answer(worker, progress);
      }),
    );
    return results.includes(null) ? null : (results as StretchResult[]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function answer(worker: Worker, progress: (statements: number) => void): Promise<StretchResult | null> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'progress') progress(message.statements);
      else resolve(message.kind === 'done' ? message.result : null);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread of verify ended with status ${code}`)));
  });
}

/** A thread of the build, or of the sources (tests, benchmarks), which first needs the loader that reads TypeScript. */
function openThread(workerData: ThreadTask): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./thread.js', import.meta.url), { workerData, resourceLimits });
  }
  const [loader, thread] = [import.meta.resolve('tsx/esm/api'), new URL('./thread.ts', import.meta.url).href];
  const start = `import('${loader}').then(({ register }) => { register(); return import('${thread}'); });`;
  return new Worker(start, { eval: true, workerData, execArgv: [], resourceLimits });
}
