/**
 * Reads every text of the corpora and checks that each span of each Reading quotes what is said to stand there
 * (`npm run bench -- grounding`; `--first N` reads only so many texts of each file).
 */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ReadingPool } from '../src/reading-pool/pool.ts';
import { groundingFaults } from '../test/support/grounding.ts';
import { pastedDocument } from '../test/support/pasted-document.ts';
import { corpus, jsonLines } from './corpora.ts';
import type { Figures } from './figures.ts';

function textFiles(): string[] {
  return readdirSync(corpus('corpora'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

export async function run(args: readonly string[] = []): Promise<Figures> {
  const first = args.includes('--first')
    ? Number(args[args.indexOf('--first') + 1])
    : Number.POSITIVE_INFINITY;
  const pool = new ReadingPool(availableParallelism());
  const figures = { texts: 0, claims: 0, 'texts with faults Wrong': 0 };
  try {
    for (const file of textFiles()) {
      const texts = jsonLines<{ text?: unknown }>(file)
        .map(({ text }) => text)
        .filter((text): text is string => typeof text === 'string' && text.trim() !== '');
      const name = path.relative(corpus('corpora'), file);
      for (let i = 0; i < Math.min(first, texts.length); i += pool.atOnce) {
        const readings = texts
          .slice(i, Math.min(i + pool.atOnce, first))
          .map((text) => pool.read(pastedDocument(text, name)));
        for (const [k, reading] of (await Promise.all(readings)).entries()) {
          const faults = groundingFaults(reading);
          figures.texts++;
          figures.claims += reading.claims.length;
          if (faults.length === 0) continue;
          figures['texts with faults Wrong']++;
          console.log(`${name} ${i + k}: ${faults.slice(0, 3).join('; ')}`);
        }
      }
      console.log(`${name}: ${texts.length} texts`);
    }
  } finally {
    await pool.close();
  }
  return figures;
}
