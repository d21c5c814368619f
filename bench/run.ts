/** `npm run bench -- NAME [options]` runs one benchmark; without a name, lists them. `--floors` checks the kept floors. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from './figures.ts';

const NOT_BENCHES = new Set(['run', 'figures', 'corpora', 'read', 'floors']);

interface Bench {
  run?: (args: readonly string[]) => Promise<Figures> | Figures;
}

const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => !NOT_BENCHES.has(name) && !name.includes('-'));

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
}
