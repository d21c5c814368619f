/** Spoiled pages, PDFs, web archives, mails and tables, 100 000 or as many as told: `npm run bench -- fuzz [inputs] [first]`. */
import { fuzz } from '../test/fuzz/run.ts';
import type { Figures } from './figures.ts';

const INPUTS = 100_000;

export async function run(args: readonly string[] = []): Promise<Figures> {
  const [inputs = INPUTS, from = 0] = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
  const start = performance.now();
  const report = await fuzz(inputs, from, (done) => {
    if (done % 5_000 === 0) console.log(`${done} of ${inputs}`);
  });
  const seconds = (performance.now() - start) / 1000;
  for (const fault of report.faults.slice(0, 20)) console.log(fault);
  const outcomes = [...report.outcomes].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name} ${n}`);
  console.log(`${inputs} spoiled inputs, ${report.faults.length} faults; ${outcomes.join(', ')}`);
  console.log(
    `slowest ${Math.round(report.slowestMs)} ms of processor (${report.slowest}); ${(inputs / seconds).toFixed(0)}/s`,
  );
  return {
    inputs,
    faults: report.faults.length,
    slowestMs: Math.round(report.slowestMs),
    growthMb: Math.round(report.growth / 1e6),
  };
}
