/** Where the corpora are, and how to call the reference scorers there. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder that holds corpora/, gold/, seed/ and score/. */
export const CORPORA = path.resolve(
  process.env.REPORTEDLY_CORPORA ?? path.join(import.meta.dirname, '../../shared'),
);

export const hasCorpora = existsSync(path.join(CORPORA, 'corpora'));

export const corpus = (name: string): string => path.join(CORPORA, name);

export function jsonLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** Runs a reference scorer (Python, standard library) and gives what it printed. */
export function score(script: string, args: readonly string[], env: Record<string, string> = {}): string {
  return execFileSync('python3', [corpus(`score/${script}`), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
}
