/**
 * `npm run bench -- NAME [options]` runs one benchmark; without a name, lists them. `--keep` keeps its figures in
 * bench/figures.json, from where documents take them; `--floors` checks the floors in bench/floors.json.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from './figures.ts';

const NOT_BENCHES = new Set(['run', 'figures', 'corpora', 'read', 'floors']);
/** A hyphen marks a part of another benchmark, save in these. */
const HYPHENATED = new Set(['fuzz-api', 'bundle-bytes']);

interface Bench {
  run?: (args: readonly string[]) => Promise<Figures> | Figures;
}

const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => !NOT_BENCHES.has(name) && (!name.includes('-') || HYPHENATED.has(name)));

const [name, ...args] = process.argv.slice(2);
if (name === '--floors') {
  const { checkFloors } = await import('./floors.ts');
  process.exitCode = await checkFloors();
} else if (!name || !names.includes(name)) {
  console.log(`Benchmarks: ${names.join(', ')}\nnpm run bench -- NAME, or npm run bench -- --floors`);
  process.exitCode = name ? 2 : 0;
} else {
  const bench = (await import(path.join(import.meta.dirname, `${name}.ts`))) as Bench;
  const figures = await bench.run?.(args);
  if (figures) console.log(JSON.stringify(figures, null, 1));
  if (figures && args.includes('--keep')) keep(name, figures);
}

function keep(bench: string, figures: Figures): void {
  const file = path.join(import.meta.dirname, 'figures.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Figures>) : {};
  // Of a benchmark run in part the other figures stay.
  const all = { ...kept, [bench]: { ...kept[bench], ...figures } };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}
