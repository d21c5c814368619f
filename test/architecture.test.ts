/** House rules of the source tree: a stage imports `records/`, `errors.ts` and lower numbers only. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = path.resolve(import.meta.dirname, '../src');

function sourceFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('/assembly'),
    )
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function imports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
}

/** records 0, errors 0, stages 1 to 7; engine.ts may be imported from 5 up, pipeline.ts, reading-pool/, collecting/ and index.ts by 7 only. */
function rank(file: string): number {
  const top = path.relative(SRC, file).split(path.sep)[0]!;
  if (top === 'records' || top === 'errors.ts' || top === 'package.ts') return 0;
  if (top === 'engine.ts') return 4.5;
  if (top === 'read-article.ts') return 4.6;
  if (/^in-order\b/.test(top)) return 0;
  if (top === 'read-document.ts') return 6.4;
  if (top === 'pipeline.ts') return 6.5;
  if (top === 'reading-pool' || top === 'collecting') return 6.6;
  if (top === 'index.ts') return 8;
  return Number(top[0]);
}

const files = sourceFiles(SRC);

describe('import direction', () => {
  it('sees the stages', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(files.every((file) => Number.isFinite(rank(file)))).toBe(true);
  });

  for (const file of files.filter((name) => !name.endsWith('.test.ts'))) {
    it(path.relative(SRC, file), () => {
      for (const target of imports(file).filter((name) => name.startsWith('.'))) {
        const to = path.resolve(path.dirname(file), target);
        expect(rank(to), `${target} is above its importer`).toBeLessThanOrEqual(rank(file));
        if (rank(file) === 0) expect(rank(to)).toBe(0);
      }
    });
  }
});

describe('only one stage touches each outside thing', () => {
  const owners: [what: RegExp, stages: string[]][] = [
    [/^(undici|node:(net|tls|dns|dns\/promises|https))$/, ['1-acquire']],
    [/^(better-sqlite3|pg|pg-cursor|kysely)/, ['5-ledger']],
  ];
  for (const [what, stages] of owners) {
    it(String(what), () => {
      for (const file of files.filter((name) => !name.endsWith('.test.ts'))) {
        const stage = path.relative(SRC, file).split(path.sep)[0]!;
        if (stages.includes(stage)) continue;
        expect(
          imports(file).filter((name) => what.test(name)),
          file,
        ).toEqual([]);
      }
    });
  }

  it('stages 2 to 4 read no disk, network or clock', () => {
    const impure = /^node:(fs|fs\/promises|net|http|https|child_process|os|worker_threads)$/;
    for (const file of files.filter((name) => !name.endsWith('.test.ts') && /\/[234]-/.test(name))) {
      expect(
        imports(file).filter((name) => impure.test(name)),
        file,
      ).toEqual([]);
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(/);
    }
  });
});

describe('file size', () => {
  /** One idea a file; a longer one is named here with its reason. */
  const LONGER: Record<string, string> = { 'errors.ts': 'a catalogue: one row an error' };
  it('no file over 300 lines without a reason', () => {
    const long = files
      .filter((file) => readFileSync(file, 'utf8').split('\n').length > 300)
      .map((file) => path.relative(SRC, file));
    expect(long.filter((file) => !(file in LONGER))).toEqual([]);
  });
});
