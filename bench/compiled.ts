/**
 * The code as users run it: compiled into dist/ as by `npm run build`. The loader that runs benchmarks wraps every function
 * made inside another to keep its name, which costs hot loops up to a third.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Compiles the sources, and gives the module of one of them, named from src/ (`5-ledger/index.js`). */
export async function compiled<Module>(module: string): Promise<Module> {
  execFileSync(path.join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.build.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return (await import(path.join(ROOT, 'dist', module))) as Module;
}
