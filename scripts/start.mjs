/** `npm start`: builds where the sources are newer than the build, then opens the workbench with the examples read. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceStamp } from './source-stamp.mjs';

const root = path.resolve(import.meta.dirname, '..');
const stamp = path.join(root, 'dist/.stamp');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceStamp(root)) {
  console.error('Building (first start, or the sources have changed) …');
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
}
const child = spawn(
  process.execPath,
  [path.join(root, 'dist/7-publish/cli/main.js'), 'serve', '--examples', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
