/** Events against other people's gold: CASE 2021 types, MUC-4 roles, re3d relations. judged figures. `--only case|muc4|re3d|sample`, `--show`, `--draw`. */
import { openEngine } from '../src/engine.ts';
import { runCase } from './events-case.ts';
import { runMuc4 } from './events-muc4.ts';
import { runRe3d } from './events-re3d.ts';
import { drawSample, runSample } from './events-sample.ts';
import type { Figures } from './figures.ts';

export function run(args: readonly string[] = []): Figures {
  const engine = openEngine();
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : null;
  const wanted = (name: string) => only === null || only === name;
  if (args.includes('--draw')) {
    drawSample(engine);
    return {};
  }
  return {
    ...(wanted('case') ? runCase(engine, args.includes('--show')) : {}),
    ...(wanted('muc4') ? runMuc4(engine, process.env.MUC4_PART ?? 'dev') : {}),
    ...(wanted('re3d') ? runRe3d(engine) : {}),
    ...(wanted('sample') ? runSample(engine) : {}),
  };
}
