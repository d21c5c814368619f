/** Incidents kept up as reports come and go are those of a ledger made whole anew, after every step. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openTables, Reconciler, type Report } from '../src/6-reconcile/index.ts';
import { readPackageFile } from '../src/package.ts';
import { exampleReports } from './support/example-reports.ts';
import { shuffled } from './support/shuffled.ts';

const tables = openTables(readPackageFile);
const reports: Report[] = [];

beforeAll(async () => {
  reports.push(...(await exampleReports()).values());
}, 120_000);

type Decisions = Parameters<Reconciler['decide']>;

/** Made whole: nothing was asked in between. */
function anew(held: Iterable<Report>, decisions: Decisions = [[]]): Reconciler {
  const whole = new Reconciler({ tables });
  for (const report of held) whole.set(report);
  whole.decide(...decisions);
  return whole;
}

const text = (reconciler: Reconciler): string =>
  JSON.stringify([reconciler.incidents(), reconciler.coverageLine, reconciler.withoutEffect]);

describe('incidents kept up', () => {
  it('are those of a whole remake after every report that comes', () => {
    for (const seed of [1, 2]) {
      const kept = new Reconciler({ tables });
      const held: Report[] = [];
      for (const report of shuffled(reports, seed)) {
        kept.set(report);
        held.push(report);
        expect(text(kept) === text(anew(held)), `order ${seed}, ${held.length} reports`).toBe(true);
      }
    }
  }, 120_000);

  it('are so after reports go, are read anew, and people decide, assess and undo', () => {
    const kept = anew(reports);
    const held = new Map(reports.map((report) => [report.document, report]));
    const check = (what: string, ...decisions: Decisions | []) =>
      expect(
        text(kept) === text(anew(held.values(), decisions.length ? (decisions as Decisions) : [[]])),
        what,
      ).toBe(true);
    const all = [...kept.incidents()].sort((a, b) => b.claims - a.claims);
    const [a, b, c] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
    const merge = { seq: 3, type: 'merge', into: b.id, from: [a.id] } as const;
    const part = a.reports.find(({ claims }) => claims.length > 1)!.claims;
    const split = {
      seq: 4,
      type: 'split',
      id: b.id,
      groups: [b.reports.flatMap((r) => r.claims), part],
    } as const;
    const gone = { seq: 5, type: 'merge', into: 'R-000000', from: ['R-000001'] } as const;
    const source = new Set(a.origins.map(({ name }) => name).slice(0, 2));
    const steps: Decisions[] = [
      [[merge]],
      [[merge, split]],
      [[merge, split, gone], source],
      [[split], source],
      [[gone]],
      [[]],
    ];
    for (const [i, decisions] of steps.entries()) {
      kept.decide(...decisions);
      check(`decisions ${i}`, ...decisions);
    }
    kept.decide([merge]);
    const lead = held.get(c.reports[0]!.document)!;
    kept.remove(lead.document);
    held.delete(lead.document);
    check('one gone', [merge]);
    const other = a.reports.map(({ document }) => held.get(document)).find((one) => one !== undefined)!;
    const less = { ...other, claims: other.claims.slice(1), publisher: 'Another Outlet' };
    held.set(other.document, less);
    kept.set(less);
    check('one read anew', [merge]);
    kept.set(lead);
    held.set(lead.document, lead);
    check('one back', [merge]);
  }, 120_000);

  it('describes again only what a new report touches', () => {
    const kept = anew(reports.slice(0, -1));
    const before = new Set(kept.incidents());
    kept.set(reports.at(-1)!);
    const fresh = kept.incidents().filter((one) => !before.has(one));
    expect(fresh.length).toBeLessThan(before.size / 2);
  });
});
