/** Claims against those made by hand: the seed report and the gold texts, by the reference scorer. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Engine, openEngine } from '../src/engine.ts';
import { corpus, score } from './corpora.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';

interface Case {
  text: string;
  gold: string;
  meta: { title?: string; published?: string | null };
}

function goldCases(): Case[] {
  const dir = corpus('gold');
  return readdirSync(dir)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const slug = path.join(dir, name.slice(0, -4));
      return {
        text: `${slug}.txt`,
        gold: `${slug}.claims.json`,
        meta: JSON.parse(readFileSync(`${slug}.meta.json`, 'utf8')),
      };
    });
}

function seedCases(): Case[] {
  const dir = corpus('seed');
  const text = readdirSync(dir).find((name) => name.endsWith('.txt'))!;
  return [{ text: path.join(dir, text), gold: path.join(dir, 'seed.claims.json'), meta: {} }];
}

/** Reads the cases and scores them together; `show` lists what differs. */
function scoreCases(cases: Case[], engine: Engine, show: boolean): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'reportedly-claims-'));
  try {
    const args = cases.flatMap(({ text, gold, meta }) => {
      const reading = readText(
        {
          id: path.basename(text),
          text: readFileSync(text, 'utf8'),
          ...(meta.title ? { title: meta.title } : {}),
          ...(meta.published ? { published: meta.published } : {}),
        },
        engine,
      );
      const file = path.join(dir, `${path.basename(text)}.json`);
      writeFileSync(file, JSON.stringify(reading));
      return [text, gold, file];
    });
    return score('score_claims.py', [...(show ? ['--show'] : []), ...args]);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const F1 = (output: string, name: string) =>
  Number(new RegExp(`^${name}\\s.*F1\\s+([\\d.]+)`, 'm').exec(output)?.[1]);
const share = (output: string, name: string) =>
  Number(new RegExp(`^${name}\\s+([\\d.]+) %`, 'm').exec(output)?.[1]);

export async function run(args: readonly string[] = []): Promise<Figures> {
  const engine = openEngine();
  const figures: Figures = {};
  for (const [name, cases] of [
    ['seed', seedCases()],
    ['gold', goldCases()],
  ] as const) {
    const output = scoreCases(cases, engine, args.includes('--show'));
    console.log(`${name}\n${output}`);
    for (const key of ['sourced', 'claims', 'effects']) figures[`${name}.${key}F1`] = F1(output, key);
    for (const key of ['chain', 'certainty', 'type', 'place', 'by', 'against'])
      figures[`${name}.${key}`] = share(output, key);
    figures[`${name}.certaintyMacroF1`] = Number(/macro F1\s+([\d.]+)/.exec(output)?.[1]);
    figures[`${name}.nonAssertedF1`] = Number(/non-asserted F1\s+([\d.]+)/.exec(output)?.[1]);
  }
  return figures;
}
