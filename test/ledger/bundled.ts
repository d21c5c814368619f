/** Scripts for processes of their own, made one JavaScript file first, so that each process starts in a moment. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const repository = path.resolve(import.meta.dirname, '../..');

/**
 * Bundles a script, by its path from this folder; `remove` takes the bundle away. Packages stay outside, so it lies in the
 * repository, and right inside a folder of it, as src/ does: what the package brings along is found from there.
 */
export async function bundled(script: string): Promise<{ file: string; remove(): void }> {
  const folder = path.join(repository, 'build');
  const name = `child-${randomUUID()}.mjs`;
  // Some of the processes are somebody else's.
  mkdirSync(folder, { recursive: true, mode: 0o755 });
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
      rollupOptions: { output: { entryFileNames: name, codeSplitting: false } },
    },
  });
  const file = path.join(folder, name);
  return { file, remove: () => rmSync(file, { force: true }) };
}
