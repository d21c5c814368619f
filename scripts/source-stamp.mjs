/** Which sources a build was made from: names, sizes and times of everything under src/ and web/. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** @param {string} root the package's folder @returns {string} a hash that changes when a source file does */
export function sourceStamp(root) {
  const hash = createHash('sha256');
  for (const dir of ['src', 'web', 'package.json', 'tsconfig.json', 'tsconfig.build.json']) {
    const top = path.join(root, dir);
    if (!existsSync(top)) continue;
    const files = statSync(top).isDirectory()
      ? readdirSync(top, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort()
      : [top];
    for (const file of files) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${path.relative(root, file)} ${size} ${Math.floor(mtimeMs)}\n`);
    }
  }
  return hash.digest('hex');
}
