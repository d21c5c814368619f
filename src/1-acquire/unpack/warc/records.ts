/**
 * The records of a WARC file (ISO 28500), read a piece at a time: headers, and the block that they announce. Our own,
 * because the parser at hand goes round without end where a file is spoiled.
 */
import { ReportedlyError } from '../../../errors.ts';

export interface RawRecord {
  headers: ReadonlyMap<string, string>;
  /** The block; at most as much as was asked for, and less where the file ends within it. */
  block: Uint8Array;
  /** Bytes that it announces. */
  length: number;
  /** Bytes of it that the file has. */
  had: number;
}

const MAX_HEADER = 1 << 17;
/** What stands between two records: two line ends; more is passed over up to here. */
const MAX_BETWEEN = 1 << 16;

/** @param most bytes of a block that are held */
export async function* rawRecords(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
  input: string,
): AsyncGenerator<RawRecord> {
  const reader = new Reader(chunks);
  const fail = (reason: string): never => {
    throw new ReportedlyError('container-broken', { input, reason });
  };
  for (let number = 1; ; number++) {
    const start = await reader.toRecord();
    if (start === 'end') return;
    if (start === 'lost') fail(`no record begins where number ${number} should`);
    const block = await reader.header();
    if (block === null) {
      fail(`record ${number} is cut short`);
      return;
    }
    const headers = headersOf(block);
    const length = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(length) || length < 0) fail(`record ${number} does not say how long it is`);
    const bytes = await reader.take(length, most);
    yield { headers, length, ...bytes };
  }
}

/** Lines `Name: value`, names in lower case; lines that begin with white space go on. */
export function headersOf(block: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of block
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(0, 500)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name))
      headers.set(
        name,
        line
          .slice(colon + 1)
          .trim()
          .slice(0, 8_000),
      );
  }
  return headers;
}

class Reader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Buffer = Buffer.alloc(0);
  #ended = false;
  /** Told when what stands before it was read. */
  #fault: unknown = null;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    try {
      const next = await this.#chunks.next();
      if (next.done) this.#ended = true;
      else
        this.#rest =
          this.#rest.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#rest, next.value]);
    } catch (error) {
      this.#ended = true;
      this.#fault = error;
    }
    return !this.#ended;
  }

  /** Passes over what stands before the next record. */
  async toRecord(): Promise<'there' | 'end' | 'lost'> {
    for (let passed = 0; passed < MAX_BETWEEN; ) {
      const at = this.#rest.indexOf('WARC/');
      if (at >= 0) {
        this.#rest = this.#rest.subarray(at);
        return 'there';
      }
      const kept = Math.min(this.#rest.length, 4);
      passed += this.#rest.length - kept;
      this.#rest = this.#rest.subarray(this.#rest.length - kept);
      if (!(await this.#more())) {
        if (this.#fault !== null) throw this.#fault;
        return 'end';
      }
    }
    return 'lost';
  }

  async header(): Promise<string | null> {
    for (;;) {
      const end = /\r?\n\r?\n/.exec(this.#rest.toString('latin1', 0, MAX_HEADER));
      if (end) {
        const text = this.#rest.toString('utf8', 0, end.index);
        this.#rest = this.#rest.subarray(end.index + end[0].length);
        return text;
      }
      if (this.#rest.length >= MAX_HEADER || !(await this.#more())) return null;
    }
  }

  async take(length: number, most: number): Promise<{ block: Uint8Array; had: number }> {
    const held: Uint8Array[] = [];
    let had = 0;
    while (had < length) {
      if (this.#rest.length === 0 && !(await this.#more())) break;
      const piece = this.#rest.subarray(0, length - had);
      if (had < most) held.push(piece.subarray(0, most - had));
      had += piece.length;
      this.#rest = this.#rest.subarray(piece.length);
    }
    return { block: Buffer.concat(held), had };
  }
}
