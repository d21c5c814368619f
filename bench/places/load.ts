/** What opening the built-in gazetteer costs, in a process of its own: milliseconds, and megabytes in and outside the heap. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

export interface Load {
  milliseconds: number;
  heapMB: number;
  outsideMB: number;
}

const SCRIPT = `
import { readFileSync } from 'node:fs';
import { openGazetteer } from './src/4-resolve/places/gazetteer/gazetteer.ts';
const file = 'dictionaries/gazetteer/gazetteer.bin';
readFileSync(file);
gc();
const before = process.memoryUsage();
const started = performance.now();
const gazetteer = openGazetteer(readFileSync(file));
gazetteer.named('Damascus');
const milliseconds = performance.now() - started;
gc();
const after = process.memoryUsage();
console.log(JSON.stringify({ milliseconds, heapMB: (after.heapUsed - before.heapUsed) / 1e6,
  outsideMB: (after.arrayBuffers - before.arrayBuffers) / 1e6, rows: gazetteer.size }));
`;

/** The quickest of five: the rest is other work of the machine. */
export function measureLoad(): Load {
  const runs = Array.from({ length: 5 }, () => {
    const output = execFileSync(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', SCRIPT],
      { cwd: path.resolve(import.meta.dirname, '../..'), encoding: 'utf8' },
    );
    return JSON.parse(output) as Load;
  });
  return runs.reduce((best, one) => (one.milliseconds < best.milliseconds ? one : best));
}
