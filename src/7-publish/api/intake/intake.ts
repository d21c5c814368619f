/** Reports that people add in the workbench: read one after another, each with what became of it, failures with their codes. */
import { randomBytes } from 'node:crypto';
import type { AcquireOptions } from '../../../1-acquire/acquire.ts';
import type { AcquireInput } from '../../../1-acquire/importer.ts';
import type { Ledger } from '../../../5-ledger/index.ts';
import { ReportedlyError } from '../../../errors.ts';
import type { DocumentReader, Outcome } from '../../../read-document.ts';
import type { GivenMetadata } from '../../../records/index.ts';

export interface IntakeInput {
  input: AcquireInput;
  name: string;
  how: 'upload' | 'paste' | 'address' | 'example';
  given: GivenMetadata;
}

/** One report in it, or why there is none. */
export type IntakeResult =
  | { ok: true; document: string; title: string | null; claims: number; isNew: boolean; wasRead: boolean }
  | { ok: false; input: string; code: string; message: string; hint: string };

export interface Addition {
  id: string;
  name: string;
  how: IntakeInput['how'];
  at: string;
  state: 'waiting' | 'reading' | 'done' | 'failed';
  results: IntakeResult[];
}

export interface IntakeOptions {
  ledger: Ledger;
  /** Opened when the first report is to be read. */
  openReader: () => ClosableReader;
  acquire?: AcquireOptions;
  now: () => Date;
}

export type ClosableReader = DocumentReader & { close?: () => Promise<void> };

/** Finished ones are forgotten beyond this number. */
const KEPT = 1000;
/** Bytes that wait or may be tried again. */
const MOST_BYTES = 400_000_000;

export class Intake {
  readonly #options: IntakeOptions;
  readonly #all = new Map<string, { addition: Addition; from: IntakeInput }>();
  #reader: ClosableReader | null = null;
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Newest first. */
  list(): Addition[] {
    return [...this.#all.values()].map(({ addition }) => addition).reverse();
  }

  /** @throws ReportedlyError `intake-full` */
  add(from: IntakeInput): Addition {
    const size = bytesOf(from);
    const held = [...this.#all.values()].reduce((sum, one) => sum + bytesOf(one.from), 0);
    if (held + size > MOST_BYTES) throw new ReportedlyError('intake-full', { input: from.name });
    const { name, how } = from;
    const id = randomBytes(8).toString('hex');
    const at = this.#options.now().toISOString();
    const addition: Addition = { id, name, how, at, state: 'waiting', results: [] };
    this.#all.set(id, { addition, from });
    this.#start();
    return addition;
  }

  retry(id: string): Addition {
    const { addition } = this.#find(id);
    if (addition.state === 'failed') {
      Object.assign(addition, { state: 'waiting', results: [] });
      this.#start();
    }
    return addition;
  }

  /** Takes it off the list; what was recorded stays in the ledger. */
  forget(id: string): void {
    if (this.#find(id).addition.state !== 'reading') this.#all.delete(id);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#reader?.close?.();
    await this.#running;
  }

  #find(id: string) {
    const found = this.#all.get(id);
    if (!found) throw new ReportedlyError('not-in-ledger', { what: 'addition', id });
    return found;
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (!this.#closed && this.#next()) this.#start();
    });
  }

  #next = () => [...this.#all.values()].find(({ addition }) => addition.state === 'waiting');

  async #run(): Promise<void> {
    // Loaded by the first who adds something: a server that only shows starts without.
    const [{ acquire }, { readAcquired }] = await Promise.all([
      import('../../../1-acquire/acquire.ts'),
      import('../../../read-document.ts'),
    ]);
    for (let next = this.#next(); next && !this.#closed; next = this.#next()) {
      const { addition, from } = next;
      addition.state = 'reading';
      try {
        const { ledger } = this.#options;
        for await (const acquired of acquire(from.input, { ...this.#options.acquire, given: from.given })) {
          this.#reader ??= this.#options.openReader();
          addition.results.push(await this.#record(ledger, await readAcquired(acquired, this.#reader)));
        }
      } catch (error) {
        addition.results.push(failure(from.name, error));
        // An engine that could not be opened is opened anew for the next.
        this.#reader = null;
      }
      const failed = addition.results.some(({ ok }) => !ok) || addition.results.length === 0;
      addition.state = failed ? 'failed' : 'done';
      if (!failed) next.from = { ...from, input: '' };
      this.#trim();
    }
  }

  async #record(ledger: Ledger, outcome: Outcome): Promise<IntakeResult> {
    if (!outcome.ok) return failure(outcome.input, outcome.error);
    const { document, reading, input } = outcome;
    try {
      const [recorded] = await ledger.record([{ document, reading }]);
      return {
        ok: true,
        document: document.sha256,
        title: reading.article.title,
        claims: reading.claims.length,
        isNew: recorded!.isNew,
        wasRead: !reading.notes.some(({ step }) => step === 'not-read'),
      };
    } catch (error) {
      return failure(input, error);
    }
  }

  #trim(): void {
    for (const [id, { addition }] of this.#all) {
      if (this.#all.size <= KEPT) return;
      if (addition.state === 'done') this.#all.delete(id);
    }
  }
}

const bytesOf = ({ input }: IntakeInput): number => (typeof input === 'string' ? 0 : input.bytes.length);

function failure(input: string, error: unknown): IntakeResult {
  const known =
    error instanceof ReportedlyError ? error : new ReportedlyError('server-fault', {}, { cause: error });
  const { code, message, hint } = known;
  return { ok: false, input, code, message, hint };
}
