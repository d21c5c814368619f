/** What happens, told as it happens (server-sent events): how far jobs are, and what comes into the ledger from wherever. */
import { PassThrough } from 'node:stream';
import type { Ledger, LogEntry } from '../../../5-ledger/index.ts';
import { encodeCursor, queryDigest } from '../../../5-ledger/read/cursor.ts';
import type { Job } from '../schemas/jobs.ts';

const LOOK_MS = 1000;
const ALIVE_MS = 15_000;
const MOST_LISTENERS = 200;
/** A listener that takes nothing off is let go. */
const MOST_UNREAD = 1_000_000;
const PAGE = 500;

export class Events {
  readonly #ledger: Ledger;
  /** Each with the last statement that it was told of. */
  readonly #listeners = new Map<PassThrough, number>();
  #timers: NodeJS.Timeout[] = [];
  #looking = false;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** A stream of events; with `since`, first what was said after that statement. With `stay` false it ends there. */
  async listen(since: number | null, stay: boolean): Promise<PassThrough | null> {
    if (this.#listeners.size >= MOST_LISTENERS) return null;
    const stream = new PassThrough();
    stream.write('retry: 3000\n\n');
    const from = since ?? (await this.#head());
    if (!stay) {
      for await (const entry of this.#saidAfter(from)) stream.write(saidEvent(entry));
      stream.end();
      return stream;
    }
    if (this.#listeners.size === 0) this.#begin();
    this.#listeners.set(stream, from);
    const gone = () => {
      this.#listeners.delete(stream);
      if (this.#listeners.size === 0) this.#stop();
    };
    stream.on('close', gone);
    stream.on('error', gone);
    void this.#look();
    return stream;
  }

  progress(job: Job): void {
    this.#send(`event: progress\ndata: ${JSON.stringify(job)}\n\n`);
    if (job.state === 'done') void this.#look();
  }

  close(): void {
    this.#stop();
    for (const stream of this.#listeners.keys()) stream.end();
    this.#listeners.clear();
  }

  #begin(): void {
    this.#timers = [
      setInterval(() => void this.#look(), LOOK_MS),
      setInterval(() => this.#send(': alive\n\n'), ALIVE_MS),
    ];
  }

  #stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  /** Other processes write to the ledger too, so it is asked. */
  async #look(): Promise<void> {
    if (this.#looking || this.#listeners.size === 0) return;
    this.#looking = true;
    try {
      const from = Math.min(...this.#listeners.values());
      for await (const entry of this.#saidAfter(from)) this.#tell(entry);
    } catch {
      // A ledger that is busy is asked again in a second.
    } finally {
      this.#looking = false;
    }
  }

  async #head(): Promise<number> {
    return (await this.#ledger.log({ limit: 1 })).rows[0]?.seq ?? 0;
  }

  async *#saidAfter(seq: number): AsyncIterable<LogEntry> {
    const digest = queryDigest({ ascending: true, log: true });
    let cursor: string | null = encodeCursor({ seq, after: [seq] }, digest);
    while (cursor) {
      const page: { rows: LogEntry[]; next: string | null } = await this.#ledger.log({
        ascending: true,
        limit: PAGE,
        cursor,
      });
      yield* page.rows;
      cursor = page.next;
    }
  }

  #tell(entry: LogEntry): void {
    for (const [stream, last] of this.#listeners) {
      if (entry.seq <= last) continue;
      this.#listeners.set(stream, entry.seq);
      write(stream, saidEvent(entry));
    }
  }

  #send(text: string): void {
    for (const stream of this.#listeners.keys()) write(stream, text);
  }
}

function write(stream: PassThrough, text: string): void {
  if (stream.writableLength > MOST_UNREAD) stream.destroy();
  else stream.write(text);
}

/** A Reading brings claims; all else that is said has the name of its kind. */
function saidEvent(entry: LogEntry): string {
  const name = entry.kind === 'reading' ? 'claims' : 'said';
  return `id: ${entry.seq}\nevent: ${name}\ndata: ${JSON.stringify(entry)}\n\n`;
}
