/**
 * Reads every text of the corpora and checks that each span of each Reading quotes what is said to stand there
 * (`npm run bench -- grounding`; `--first N` reads only so many texts of each file).
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { ReadingPool } from '../src/reading-pool/pool.ts';
import type { Document } from '../src/records/index.ts';
import { groundingFaults } from '../test/support/grounding.ts';
import { corpus, jsonLines } from './corpora.ts';
import type { Figures } from './figures.ts';

function textFiles(): string[] {
  return readdirSync(corpus('corpora'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function documentOf(text: string, location: string): Document {
  const bytes = new TextEncoder().encode(text);
  return {
    sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    size: bytes.length,
    mediaType: 'text/plain',
    charset: 'utf-8',
    provenance: {
      how: 'paste',
      location,
      finalUrl: null,
      fetched: '1970-01-01T00:00:00.000Z',
      status: null,
      headers: {},
    },
    given: {},
    bytes,
  };
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
          .map((text) => pool.read(documentOf(text, name)));
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
