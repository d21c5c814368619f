/**
 * What was handed over to be read: one job after another, on threads of their own, so that the server goes on answering.
 * A job lives in memory; what it has put into the ledger is there for good.
 */
import { randomUUID } from 'node:crypto';
import type { AcquireOptions } from '../../../1-acquire/acquire.ts';
import type { AcquireInput } from '../../../1-acquire/importer.ts';
import type { Ledger } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import { type DocumentReader, type Outcome, readInputs } from '../../../pipeline.ts';
import type { GivenMetadata } from '../../../records/index.ts';
import { asCoded, problemOf } from '../problem.ts';
import type { Added, Job } from '../schemas/jobs.ts';

export interface Handed {
  inputs: AcquireInput[];
  given: GivenMetadata;
  who: string | null;
}

/** A reader that can be ended. */
export type ClosingReader = DocumentReader & { close?: () => Promise<void> };

export interface JobsOptions {
  ledger: Ledger;
  /** Opened when the first job comes. */
  openReader: () => ClosingReader;
  /** How addresses are fetched: offline, by a proxy, with what contact. */
  fetching?: AcquireOptions | undefined;
  now: () => Date;
  /** Told after each step of a job. */
  onProgress: (job: Job) => void;
  onFault?: ((error: unknown) => void) | undefined;
}

/** Bytes of jobs that wait, and jobs that are remembered after their end. */
const MOST_BYTES = 200_000_000;
const REMEMBERED = 200;

export class Jobs {
  readonly #options: JobsOptions;
  readonly #jobs = new Map<string, Job>();
  #waitingBytes = 0;
  #reader: ClosingReader | null = null;
  #last: Promise<void> = Promise.resolve();
  readonly #abort = new AbortController();

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  /** Queues it; `jobs-full` where too much waits already. */
  add(handed: Handed): Job {
    const bytes = handed.inputs.reduce(
      (sum, one) => sum + (typeof one === 'string' ? 0 : one.bytes.length),
      0,
    );
    if (this.#waitingBytes + bytes > MOST_BYTES) throw new ReportedlyError('jobs-full');
    this.#waitingBytes += bytes;
    const job: Job = {
      id: randomUUID(),
      state: 'waiting',
      inputs: handed.inputs.length,
      results: [],
      begun: this.#options.now().toISOString(),
      ended: null,
      who: handed.who,
    };
    this.#remember(job);
    this.#last = this.#last.then(async () => {
      await this.#work(job, handed);
      this.#waitingBytes -= bytes;
    });
    return job;
  }

  get(id: string): Job | null {
    return this.#jobs.get(id) ?? null;
  }

  /** Ends what runs; what waits is given up. */
  async close(): Promise<void> {
    this.#abort.abort();
    await this.#reader?.close?.();
    await this.#last;
  }

  async #work(job: Job, { inputs, given }: Handed): Promise<void> {
    if (this.#abort.signal.aborted) return;
    const { ledger, openReader, fetching, now, onProgress, onFault } = this.#options;
    job.state = 'running';
    onProgress(job);
    try {
      this.#reader ??= openReader();
      const isKnown = (address: string) => ledger.isFetched(address);
      const options = { ...fetching, given, signal: this.#abort.signal, now, isKnown };
      for await (const outcome of readInputs(inputs, this.#reader, ledger, options)) {
        job.results.push(addedOf(outcome));
        onProgress(job);
      }
    } catch (error) {
      const coded = asCoded(error);
      if (coded.code === 'server-fault') onFault?.(error);
      job.results.push(failure('the rest of it', coded));
    }
    job.state = 'done';
    job.ended = now().toISOString();
    onProgress(job);
  }

  #remember(job: Job): void {
    this.#jobs.set(job.id, job);
    for (const [id, { state }] of this.#jobs) {
      if (this.#jobs.size <= REMEMBERED) return;
      if (state === 'done') this.#jobs.delete(id);
    }
  }
}

function addedOf(outcome: Outcome): Added {
  if (!outcome.ok) return failure(outcome.input, outcome.error);
  const { document, isNew, claims } = outcome.recorded!;
  return { input: outcome.input, document, isNew, claims, problem: null };
}

const failure = (input: string, error: ReportedlyError): Added => ({
  input,
  document: null,
  isNew: false,
  claims: 0,
  problem: problemOf(error),
});
