/** The example reports, read once for all tests of a worker, by file name. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Report, reportOf } from '../../src/6-reconcile/index.ts';
import { openEngine } from '../../src/engine.ts';
import { readInput } from '../../src/pipeline.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../examples/reports');
let read: Promise<ReadonlyMap<string, Report>> | undefined;

export function exampleReports(): Promise<ReadonlyMap<string, Report>> {
  read ??= readAll();
  return read;
}

async function readAll(): Promise<ReadonlyMap<string, Report>> {
  const engine = openEngine();
  const reports = new Map<string, Report>();
  for (const name of readdirSync(FOLDER).sort())
    for await (const outcome of readInput(path.join(FOLDER, name), engine, null))
      if (outcome.ok) reports.set(name, reportOf(outcome.reading));
  return reports;
}
