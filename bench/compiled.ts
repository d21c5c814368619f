/**
 * The code as users run it: compiled into dist/ as by `npm run build`. The loader that runs benchmarks wraps every function
 * made inside another to keep its name, which costs hot loops up to a third.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sourceStamp } from '../scripts/source-stamp.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Compiles the sources where they changed since, and gives the module of one of them, named from src/ (`5-ledger/index.js`). */
export async function compiled<Module>(module: string): Promise<Module> {
  const [stamp, now] = [path.join(ROOT, 'dist/.compiled'), sourceStamp(ROOT)];
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
    const compiler = path.join(ROOT, 'node_modules/.bin/tsc');
    execFileSync(compiler, ['-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' });
    writeFileSync(stamp, now);
  }
  return (await import(path.join(ROOT, 'dist', module))) as Module;
}
