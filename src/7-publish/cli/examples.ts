/** The reports written for the demonstration: which these are, and reading them into a ledger that has nothing else. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Ledger } from '../../5-ledger/index.ts';
import type { Engine } from '../../engine.ts';
import { PACKAGE } from '../../package.ts';
import { say } from './output.ts';
import { startProgress } from './progress.ts';

const REPORT = /\.(txt|html?)$/i;

/** Path of each example by the sha256 of its bytes: an example stays one wherever a ledger is carried. */
export function exampleFiles(folder = path.join(PACKAGE, 'examples')): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of listFiles(folder)) {
    const file = path.join(folder, name);
    files.set(`sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`, file);
  }
  return files;
}

function listFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => REPORT.test(name)).sort();
  } catch {
    return [];
  }
}

/**
 * sha256 of all examples: of the files as they are, and of what the ledger has read from these files before, so that
 * an example of an earlier version stays marked.
 */
export async function exampleDocuments(
  ledger: Ledger,
  files: ReadonlyMap<string, string>,
): Promise<Set<string>> {
  const documents = new Set(files.keys());
  for (const file of files.values()) {
    for (const location of [file, path.relative(PACKAGE, file)]) {
      const { rows } = await ledger.documents({ location });
      for (const { sha256 } of rows) documents.add(sha256);
    }
  }
  return documents;
}

/** Reads the examples into a ledger that has no report of its own. The engine opens only where some are missing. */
export async function readExamples(
  ledger: Ledger,
  files: ReadonlyMap<string, string>,
  openEngine: () => Engine | Promise<Engine>,
): Promise<void> {
  const examples = await exampleDocuments(ledger, files);
  const known = await ledger.documents({ limit: 1000 });
  if (known.next || known.rows.some(({ sha256 }) => !examples.has(sha256))) return;
  const hashes = new Set(known.rows.map(({ sha256 }) => sha256));
  const places = new Set(known.rows.map(({ location }) => path.resolve(PACKAGE, location)));
  const missing = [...files].filter(([sha256, file]) => !hashes.has(sha256) && !places.has(file));
  if (missing.length === 0) return;
  say(`Reading ${missing.length} example reports …`);
  const [engine, { readInput }] = await Promise.all([openEngine(), import('../../pipeline.ts')]);
  const progress = startProgress(missing.length, 'reports');
  for (const [, file] of missing) {
    for await (const outcome of readInput(file, engine, ledger)) {
      progress.step(path.basename(file));
      if (!outcome.ok) say(`  ${outcome.input}: ${outcome.error.message} [${outcome.error.code}]`);
    }
  }
  progress.end();
}
