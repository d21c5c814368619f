/** Spoiled inputs of every format: none crashes, hangs or fills the memory. `npm run bench -- fuzz` runs many more. */
import { expect, it } from 'vitest';
import { fuzz } from './fuzz/run.ts';

it('takes 700 spoiled inputs as they are', { timeout: 240_000 }, async () => {
  const report = await fuzz(700);
  expect(report.faults).toEqual([]);
  expect(report.slowestMs, report.slowest).toBeLessThan(2_000);
  expect(report.growth).toBeLessThan(600_000_000);
  expect(report.outcomes.get('ready')).toBeGreaterThan(200);
});
