/** Pairs of key and row sorted on disk: sorted runs are written as they fill and merged at the end. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { PairSink } from '../../../4-resolve/places/gazetteer/pair-sink.ts';

type Pair = [key: string, posting: number];

/** Pairs held before a run is written: about 150 MB. */
const RUN = 1_000_000;
const CHUNK = 1 << 16;

const compare = (a: Pair, b: Pair): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]);

/** Reads the pairs of one run back, a chunk at a time. Keys are ASCII. */
function* readRun(file: string): Generator<Pair> {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(CHUNK);
  let rest = '';
  try {
    for (;;) {
      const read = readSync(descriptor, buffer, 0, CHUNK, null);
      if (read === 0) break;
      const lines = (rest + buffer.toString('latin1', 0, read)).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const tab = line.indexOf('\t');
        yield [line.slice(0, tab), Number(line.slice(tab + 1))];
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Merges sorted runs; few enough that looking at every head is cheap beside reading them. */
function* merge(runs: Generator<Pair>[]): Generator<Pair> {
  const heads = runs.map((run) => run.next());
  for (;;) {
    let least = -1;
    for (let i = 0; i < heads.length; i++) {
      if (heads[i]!.done) continue;
      if (least < 0 || compare(heads[i]!.value as Pair, heads[least]!.value as Pair) < 0) least = i;
    }
    if (least < 0) return;
    yield heads[least]!.value as Pair;
    heads[least] = runs[least]!.next();
  }
}

export class DiskPairs implements PairSink {
  private pairs: Pair[] = [];
  private readonly folder: string;
  private readonly run: number;
  private readonly runs: string[] = [];

  /** `parent` is an existing folder; a folder of our own is made in it and removed by `dispose`. */
  constructor(parent: string, run = RUN) {
    this.run = run;
    this.folder = mkdtempSync(path.join(parent, 'gazetteer-'));
  }

  add(key: string, posting: number): void {
    this.pairs.push([key, posting]);
    if (this.pairs.length >= this.run) this.writeRun();
  }

  private writeRun(): void {
    this.pairs.sort(compare);
    const file = path.join(this.folder, `run-${this.runs.length}`);
    const descriptor = openSync(file, 'w');
    let text: string[] = [];
    for (const [key, posting] of this.pairs) {
      text.push(`${key}\t${posting}\n`);
      if (text.length === 20_000) {
        writeSync(descriptor, text.join(''), null, 'latin1');
        text = [];
      }
    }
    writeSync(descriptor, text.join(''), null, 'latin1');
    closeSync(descriptor);
    this.runs.push(file);
    this.pairs = [];
  }

  sorted(): Iterable<Pair> {
    if (this.runs.length === 0) return this.pairs.sort(compare);
    if (this.pairs.length > 0) this.writeRun();
    return merge(this.runs.map(readRun));
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
