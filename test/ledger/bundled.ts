/** Scripts for processes of their own, made one JavaScript file first, so that each process starts in a moment. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const repository = path.resolve(import.meta.dirname, '../..');

/** Bundles a script of this folder; `remove` takes the bundle away. Packages stay outside, so it lies in the repository. */
export async function bundled(script: string): Promise<{ file: string; remove(): void }> {
  const parent = path.join(repository, 'build');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(path.join(parent, 'child-'));
  // Some of the processes are somebody else's.
  chmodSync(folder, 0o755);
  await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(import.meta.dirname, script),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return {
    file: path.join(folder, 'child.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
