/**
 * Speed of the language engine (`npm run bench -- speed [ROUNDS] [--hostile]`), side by side in the same run with wink-nlp
 * (words and tags only) and compromise (words and tags) on the same texts; then cold load, memory, threads and size.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { openLanguage } from '../src/engine.ts';
import { inOrder } from '../src/in-order.ts';
import { PACKAGE } from '../src/package.ts';
import { ReadingPool } from '../src/reading-pool/pool.ts';
import { documentOf } from '../test/support/documents.ts';
import { corpus, jsonLines } from './corpora.ts';
import type { Figures } from './figures.ts';
import { hostileTimes } from './speed-hostile.ts';

/** Wikipedia's articles of the war in Syria of 2017, and as many of re3d's documents. */
function benchTexts(): string[] {
  const read = (name: string) => jsonLines<{ text: string }>(corpus(name)).map(({ text }) => text);
  return [
    ...read('corpora/wikipedia_syria_2017/articles.jsonl'),
    ...read('corpora/re3d/all.jsonl').slice(0, 40),
  ];
}

/** What each system makes of a text; gives the number of its words. */
function systems(): Record<string, (text: string) => number> {
  const { language } = openLanguage();
  const wink = winkNLP(model, ['sbd', 'pos']);
  return {
    reportedly: (text) => language.parse(text).sentences.reduce((n, { tokens }) => n + tokens.length, 0),
    'wink-nlp': (text) => (wink.readDoc(text).tokens().out(wink.its.pos) as string[]).length,
    compromise: (text) => compromise(text).terms().length,
  };
}

const median = (all: number[]) => [...all].sort((a, b) => a - b)[all.length >> 1]!;

interface Rate {
  /** Words a second by the clock, and by the processor time used: the same on an idle machine. */
  clock: number;
  processor: number;
}

function sideBySide(texts: string[], rounds: number): Record<string, Rate> {
  const runs: Record<string, Rate[]> = {};
  const all = Object.entries(systems());
  for (let round = 0; round <= rounds; round++) {
    for (const [name, read] of all) {
      const start = performance.now();
      const used = process.cpuUsage();
      let words = 0;
      for (const text of texts) words += read(text);
      const { user, system } = process.cpuUsage(used);
      const rate = {
        clock: (1000 * words) / (performance.now() - start),
        processor: (1e6 * words) / (user + system),
      };
      // The first round warms up.
      if (round > 0) (runs[name] ??= []).push(rate);
    }
  }
  const middle = (all: Rate[]): Rate => ({
    clock: median(all.map(({ clock }) => clock)),
    processor: median(all.map(({ processor }) => processor)),
  });
  return Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, middle(all)]));
}

/** Load and memory of the language engine in a fresh process: of the build where there is one, else of the sources. */
function coldLoad(texts: string[], rounds: number) {
  const built = path.join(PACKAGE, 'dist/engine.js');
  const engine = existsSync(built) ? built : path.join(PACKAGE, 'src/engine.ts');
  const script = `const { openLanguage } = await import(${JSON.stringify(engine)});
    const start = performance.now();
    const { language } = openLanguage();
    const open = performance.now() - start;
    language.parse('The army said on Monday that five people were killed.');
    const first = performance.now();
    const { readFileSync } = await import('node:fs');
    for (const text of JSON.parse(readFileSync(0, 'utf8'))) language.parse(text);
    console.log(JSON.stringify({ open, first, rss: process.resourceUsage().maxRSS / 1024 }));`;
  const loader = engine.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const runs = Array.from({ length: rounds }, () => {
    const printed = execFileSync(process.execPath, [...loader, '--input-type=module', '-e', script], {
      encoding: 'utf8',
      cwd: PACKAGE,
      input: JSON.stringify(texts),
    });
    return JSON.parse(printed) as { open: number; first: number; rss: number };
  });
  return {
    from: loader.length > 0 ? 'sources' : 'build',
    open: median(runs.map((r) => r.open)) / 1000,
    first: median(runs.map((r) => r.first)) / 1000,
    rss: median(runs.map((r) => r.rss)),
  };
}

/** Seconds that a pool takes for whole Readings of the texts, its threads warm. */
async function poolSeconds(texts: string[], workers: number): Promise<number> {
  const pool = new ReadingPool(workers);
  const documents = texts.map((text) => documentOf(text, { given: { published: '2017-11-01' } }));
  async function* source() {
    yield* documents;
  }
  const readAll = async () => {
    for await (const _ of inOrder(source(), pool.atOnce, (document) => pool.read(document)));
  };
  try {
    await readAll();
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      await readAll();
      times.push((performance.now() - start) / 1000);
    }
    return median(times);
  } finally {
    await pool.close();
  }
}

function modelBytes(folder = path.join(PACKAGE, 'models')): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

export async function run(args: readonly string[] = []): Promise<Figures> {
  if (args.includes('--hostile')) return hostileTimes();
  const rounds = Number(args[0]) || 5;
  const texts = benchTexts();
  const rates = sideBySide(texts, rounds);
  const ours = rates.reportedly!;
  console.log(`words a second, one thread, median of ${rounds} rounds`);
  for (const [name, { clock, processor }] of Object.entries(rates))
    console.log(
      `  ${name.padEnd(12)} ${String(Math.round(clock)).padStart(7)}  ours is ${(ours.clock / clock).toFixed(2)}x   a second of processor time ${String(Math.round(processor)).padStart(7)}`,
    );
  const cold = coldLoad(texts, 3);
  console.log(
    `fresh process (${cold.from}): engine open in ${cold.open.toFixed(2)} s, first sentence ${cold.first.toFixed(2)} s after the start, peak memory ${cold.rss.toFixed(0)} MB`,
  );
  const one = await poolSeconds(texts, 1);
  const two = await poolSeconds(texts, 2);
  console.log(
    `whole Readings: 1 thread ${one.toFixed(2)} s, 2 threads ${two.toFixed(2)} s: ${(one / two).toFixed(2)}x`,
  );
  const size = modelBytes() / 1e6;
  console.log(`models: ${size.toFixed(1)} MB`);
  return {
    'words a second': ours.clock,
    'words a processor second': ours.processor,
    'ours to wink-nlp': ours.clock / rates['wink-nlp']!.clock,
    'ours to compromise': ours.clock / rates.compromise!.clock,
    'load Seconds': cold.open,
    'memory MB Error': cold.rss,
    'two threads': one / two,
    'models MB Error': size,
  };
}
