/**
 * A large ledger on SQLite (`npm run bench -- ledger [CLAIMS…]`, default 10000 100000; 1000000 takes about an hour and 10 GB):
 * how fast it takes Readings in beside bare better-sqlite3 (call by call, in one process, on the code that `npm run build` makes), how long facets and searches take, how fast it is checked, how
 * large it grows. `ledger --filled FOLDER` asks and checks a ledger that is there already. Figures in processor seconds
 * (`Cpu`) are those to go by where the machine has other work: on SQLite all but `verify` is done on one thread.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClaimQuery, FacetField, Ledger } from '../src/5-ledger/index.ts';
import { numbers } from '../test/ledger/synthetic.ts';
import { startClock, type Took } from './clock.ts';
import { compiled } from './compiled.ts';
import type { Figures } from './figures.ts';
import { type Template, templates } from './ledger-claims.ts';
import { fill } from './ledger-fill.ts';

type Stage = typeof import('../src/5-ledger/index.ts');
const { FACET_FIELDS, LEDGER_FILE, ORIGINALS_FOLDER, openLedger } =
  await compiled<Stage>('5-ledger/index.js');
const SIZES = [10_000, 100_000];
/** Claims into another ledger first, so that a small one is not charged for the compiling of the code. */
const WARM_UP = 4000;
const QUERIES = 60;

export async function run(args: readonly string[] = []): Promise<Figures> {
  const given = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const filled = args.indexOf('--filled');
  const sizes = given.length > 0 ? given : SIZES;
  const all = await templates();
  if (filled >= 0) return rounded('', await measureFilled(all, args[filled + 1]!));
  const figures: Figures = {};
  for (const claims of sizes) {
    Object.assign(figures, rounded(`${claims}.`, await measure(all, claims)));
  }
  return figures;
}

function rounded(before: string, figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`${before}${name}`, Math.round(value * 1000) / 1000]),
  );
}

async function measure(all: readonly Template[], wanted: number): Promise<Figures> {
  const folder = mkdtempSync(path.join(process.env.REPORTEDLY_BENCH_FOLDER ?? tmpdir(), 'reportedly-bench-'));
  const where = path.join(folder, 'ledger');
  try {
    await fillNew(path.join(folder, 'warm-up'), all, WARM_UP);
    const filled = await fillNew(where, all, wanted);
    return { ...filled, ...(await measureFilled(all, where)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillNew(where: string, all: readonly Template[], wanted: number): Promise<Figures> {
  const ledger = await openLedger(where);
  const filled = await fill(ledger, where, all, wanted);
  await ledger.close();
  return filled;
}

async function measureFilled(all: readonly Template[], where: string): Promise<Figures> {
  const ledger = await openLedger(where, { mustExist: true });
  const asked = await ask(ledger, all);
  say('asked');
  const clock = startClock();
  const { intact, claims } = await ledger.verify();
  const { seconds, cpuSeconds } = clock();
  await ledger.close();
  return {
    claims,
    ...asked,
    verifyPerSecond: intact ? claims / seconds : 0,
    verifyPerCpuSecond: intact ? claims / cpuSeconds : 0,
    bytesPerClaim: statSync(path.join(where, LEDGER_FILE)).size / claims,
    originalsBytesPerClaim: sizeOf(path.join(where, ORIGINALS_FOLDER)) / claims,
  };
}

const say = (line: string) => process.stderr.write(`${line}\n`);

/** Facets as the workbench asks for them, one by one and all at once; searches by words of the claims themselves. */
async function ask(ledger: Ledger, all: readonly Template[]): Promise<Figures> {
  const first = await timed(() => ledger.facets(['certainty']));
  // Who asks again gets all the columns loaded.
  const second = await timed(() => ledger.facets(['place']));
  const pick = numbers(7);
  const [place, source, publisher] = await ledger.facets(['place', 'source', 'publisher']);
  const one = <T>(values: readonly T[]) => values[pick(values.length)]!;
  const filters: (() => ClaimQuery)[] = [
    () => ({}),
    () => ({ certainty: ['asserted'] }),
    () => ({ type: ['air-drone-strike', 'shelling-artillery-missile'] }),
    () => ({ place: [one(place!.values).value] }),
    () => ({ source: [one(source!.values).value ?? ''] }),
    () => ({ publisher: [one(publisher!.values).value], effect: ['killed'], atLeast: 10 }),
    () => ({ publishedFrom: '2016-01-01', publishedTo: '2016-12-31' }),
    () => ({ box: [35, 32, 42, 37] }),
  ];
  const facets: Took[] = [];
  const screens: Took[] = [];
  const SCREEN: FacetField[] = [
    'certainty',
    'type',
    'nearest',
    'by',
    'place',
    'publisher',
    'effect',
    'review',
  ];
  for (let i = 0; i < QUERIES; i++) {
    const filter = filters[i % filters.length]!();
    facets.push(await timed(() => ledger.facets([FACET_FIELDS[i % FACET_FIELDS.length]!], filter)));
    screens.push(await timed(() => ledger.facets(SCREEN, filter)));
  }
  const words = all.flatMap(({ reading }) =>
    reading.claims.flatMap(({ text }) => text.match(/\p{L}{4,}/gu) ?? []),
  );
  const searches: Took[] = [];
  for (let i = 0; i < QUERIES; i++) {
    const [a, b] = [one(words), one(words)];
    const text = [a, `${a} ${b}`, `"${a}" OR ${b}`, `${a.slice(0, 4)}*`][i % 4]!;
    searches.push(await timed(() => ledger.claims({ text, limit: 50 })));
  }
  return {
    facetsFirstSeconds: first.seconds,
    facetsFirstCpuSeconds: first.cpuSeconds,
    facetsAllCpuSeconds: second.cpuSeconds,
    ...p95('facet', facets),
    ...p95('facetScreen', screens),
    ...p95('search', searches),
  };
}

async function timed(work: () => Promise<unknown>): Promise<Took> {
  const clock = startClock();
  await work();
  return clock();
}

function p95(name: string, took: readonly Took[]): Figures {
  const of = (value: (one: Took) => number) =>
    took.map(value).sort((a, b) => a - b)[Math.floor(took.length * 0.95)]!;
  return {
    [`${name}P95Seconds`]: of(({ seconds }) => seconds),
    [`${name}P95CpuSeconds`]: of(({ cpuSeconds }) => cpuSeconds),
  };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
