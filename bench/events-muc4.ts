/**
 * MUC-4: Readings to its five roles, scored by score_muc4.py. The mapping is MUC-4's view of what counts (terrorist acts
 * against civilians, their property and officials), so it stands here and not in the engine.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from '../src/engine.ts';
import { corpus, jsonLines, score } from './corpora.ts';
import { round } from './events-case.ts';
import { type Template, templatesOf } from './events-muc4-roles.ts';
import { countCases, truecase } from './events-truecase.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';

interface MucText {
  id: string;
  text: string;
  body_start: number;
}

const ROLES = ['PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon'] as const;

/** All templates' roles together, an entity once. */
function pooled(templates: readonly Template[]): Record<string, string[][]> {
  return Object.fromEntries(
    ROLES.map((role) => {
      const seen = new Set<string>();
      const entities = templates
        .flatMap((t) => t[role])
        .filter(([mention]) => {
          const key = mention!.toLowerCase();
          return seen.has(key) ? false : seen.add(key);
        });
      return [role, entities];
    }),
  );
}

export function runMuc4(engine: Engine, part = 'dev', limit = Number.POSITIVE_INFINITY): Figures {
  const counts = countCases();
  const ree: Record<string, Record<string, string[][]>> = {};
  const gtt: Record<string, Template[]> = {};
  for (const { id, text, body_start } of jsonLines<MucText>(corpus(`corpora/muc4/full/${part}.jsonl`)).slice(
    0,
    limit,
  )) {
    const body = truecase(text.slice(body_start ?? 0), counts, engine);
    const templates = templatesOf(readText({ id, text: body }, engine), engine.events);
    gtt[id] = templates;
    ree[id] = pooled(templates);
  }
  const dir = mkdtempSync(path.join(tmpdir(), 'reportedly-muc4-'));
  try {
    const scored = (name: string, predicted: unknown) => {
      const file = path.join(dir, `${name}.json`);
      writeFileSync(file, JSON.stringify(predicted));
      return score('score_muc4.py', [name, file], { MUC4_PART: part });
    };
    const [a, b] = [scored('ree', ree), scored('gtt', gtt)];
    const f1 = (output: string) => Number(/^micro\s.*\/\s*([\d.]+)\s*$/m.exec(output)?.[1]);
    console.log(`MUC-4 ${part}, CEAF-REE
${a}MUC-4 ${part}, GTT
${b}  published on the test part: GE 1992 (by hand) REE 52.3, GTT 54.3; GRIT 54.5 REE; GTT 56.0, 50.2; IterX T5 56.7, 53.0`);
    return { 'muc4.reeF1': round(f1(a)), 'muc4.gttF1': round(f1(b)) };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
