/** `npm run build`: TypeScript to dist/, the workbench to dist/web. Says nothing where all is well. */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sourceStamp } from './source-stamp.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const run = (name, ...args) => execFileSync(bin(name), args, { cwd: root, stdio: 'inherit' });

rmSync(path.join(root, 'dist'), { recursive: true, force: true });
run('tsc', '-p', 'tsconfig.build.json');
if (existsSync(path.join(root, 'web/index.html'))) run('vite', 'build', 'web', '--logLevel', 'warn');
writeFileSync(path.join(root, 'dist/.stamp'), sourceStamp(root));
