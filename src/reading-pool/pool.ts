/** Threads that read documents, each with an engine of its own. A document reads the same on any of them. */
import { Worker } from 'node:worker_threads';
import type { EngineFiles } from '../engine.ts';
import { ReportedlyError } from '../errors.ts';
import type { DocumentReader } from '../pipeline.ts';
import type { Document, Reading } from '../records/index.ts';
import { errorOf, type ThreadData, type ThreadMessage } from './messages.ts';

/** Documents read or waiting for each thread: one waits, so that none is idle while its answer is taken. */
const A_THREAD = 2;

interface Job {
  document: Document;
  id: string;
  resolve: (reading: Reading) => void;
  reject: (error: ReportedlyError) => void;
}

interface Thread {
  worker: Worker;
  ready: boolean;
  job: Job | null;
}

export class ReadingPool implements DocumentReader {
  readonly atOnce: number;
  private readonly files: EngineFiles;
  private readonly threads = new Set<Thread>();
  private readonly waiting: Job[] = [];
  /** Why no document can be read any more. */
  private broken: ReportedlyError | null = null;

  constructor(workers: number, files: EngineFiles = {}) {
    this.files = files;
    this.atOnce = workers * A_THREAD;
    for (let i = 0; i < workers; i++) this.start();
  }

  /** Rejects with a coded error: `engine-unusable`, or `reading-stopped` where the thread died over the document. */
  read(document: Document, id: string = document.sha256): Promise<Reading> {
    if (this.broken) return Promise.reject(this.broken);
    return new Promise((resolve, reject) => {
      this.waiting.push({ document, id, resolve, reject });
      this.dispatch();
    });
  }

  /** Ends the threads; what is still being read is rejected. */
  async close(): Promise<void> {
    const threads = [...this.threads];
    this.threads.clear();
    this.fail(new ReportedlyError('reading-stopped', { input: 'The pool', reason: 'it was closed' }));
    for (const { job } of threads) job?.reject(this.broken!);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  private start(): void {
    const worker = openThread({ files: this.files });
    const thread: Thread = { worker, ready: false, job: null };
    this.threads.add(thread);
    worker.on('message', (message: ThreadMessage) => this.hear(thread, message));
    worker.on('error', (error: Error) => this.lose(thread, error.message));
    worker.on('exit', (code) => this.lose(thread, `its thread ended with status ${code}`));
  }

  private dispatch(): void {
    for (const thread of this.threads) {
      if (this.waiting.length === 0) return;
      if (!thread.ready || thread.job) continue;
      const job = this.waiting.shift()!;
      thread.job = job;
      thread.worker.postMessage({ document: job.document, id: job.id });
    }
  }

  private hear(thread: Thread, message: ThreadMessage): void {
    if (message.kind === 'unusable') {
      this.fail(errorOf(message.error));
      return;
    }
    const { job } = thread;
    thread.ready = true;
    thread.job = null;
    if (message.kind === 'reading') job?.resolve(message.reading);
    else if (message.kind === 'failed') job?.reject(errorOf(message.error));
    this.dispatch();
  }

  /** A thread died: its document fails, and another thread takes its place. One that died before it was ready is not replaced. */
  private lose(thread: Thread, reason: string): void {
    if (!this.threads.delete(thread)) return;
    thread.job?.reject(
      new ReportedlyError('reading-stopped', { input: thread.job.document.provenance.location, reason }),
    );
    if (thread.ready) this.start();
    else if (this.threads.size === 0) this.fail(new ReportedlyError('engine-unusable', { reason }));
    this.dispatch();
  }

  private fail(error: ReportedlyError): void {
    this.broken ??= error;
    for (const job of this.waiting.splice(0)) job.reject(this.broken);
  }
}

/** A thread of the build, or of the sources (tests, benchmarks), which first needs the loader that reads TypeScript. */
function openThread(workerData: ThreadData): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./thread.js', import.meta.url), { workerData });
  }
  const [loader, thread] = [import.meta.resolve('tsx/esm/api'), new URL('./thread.ts', import.meta.url).href];
  const start = `import('${loader}').then(({ register }) => { register(); return import('${thread}'); });`;
  return new Worker(start, { eval: true, workerData, execArgv: [] });
}
