/** The examples, reconciled: what their README promises is found, and nothing depends on the order they came in. */
import { beforeAll, describe, expect, it } from 'vitest';
import { happeningsOf } from '../src/6-reconcile/happenings/group-claims.ts';
import { IncidentIndex } from '../src/6-reconcile/incidents/incident-index.ts';
import { type Incident, openTables, Reconciler, type Report } from '../src/6-reconcile/index.ts';
import { readPackageFile } from '../src/package.ts';
import { exampleReports } from './support/example-reports.ts';
import { shuffled } from './support/shuffled.ts';

const tables = openTables(readPackageFile);
let byName: ReadonlyMap<string, Report>;

beforeAll(async () => {
  byName = await exampleReports();
}, 120_000);

const reconciled = (reports: Iterable<Report>): Reconciler => {
  const reconciler = new Reconciler({ tables });
  for (const report of reports) reconciler.set(report);
  return reconciler;
};
const document = (name: string): string => byName.get(name)!.document;
const holding = (incidents: readonly Incident[], name: string): Incident[] =>
  incidents.filter(({ reports }) =>
    reports.some((r) => r.document === document(name) && r.claims.length > 0),
  );

describe('the examples, report against report', () => {
  it('says of every count in which ledger it is', () => {
    const all = reconciled(byName.values());
    expect(all.coverage).toEqual({ documents: 22, read: 21, notRead: 1 });
    expect(all.coverageLine).toContain('22 documents, 21 read, 1 not read');
    for (const { id } of all.incidents()) expect(all.incident(id)!.coverage).toBe(all.coverageLine);
  });

  it('folds the whole reprint and the passage of the partial one', () => {
    const incidents = reconciled(byName.values()).incidents();
    const wire = document('2017-10-05-meridian-ferry-strike.html');
    const [strike] = holding(incidents, '2017-10-05-dunmore-herald-ferry.txt');
    expect(strike!.families).toContainEqual(expect.objectContaining({ earliest: wire }));
    const copies = strike!.reports.filter(({ copiedFrom }) => copiedFrom === wire).map((r) => r.document);
    expect(copies).toContain(document('2017-10-05-dunmore-herald-ferry.txt'));
    expect(strike!.origins.map(({ name }) => name)).not.toContain('Hana Qudsi');
  });

  it('finds the denial of the accused, the withdrawal and the silent edit', () => {
    const found = reconciled(byName.values())
      .incidents()
      .flatMap(({ contradictions }) => contradictions);
    expect(found).toContainEqual(expect.objectContaining({ kind: 'denial', byAccused: true }));
    expect(found).toContainEqual(expect.objectContaining({ kind: 'withdrawal' }));
    expect(found).toContainEqual(expect.objectContaining({ kind: 'silent-edit' }));
  });

  it('keeps two strikes of one week apart', () => {
    const incidents = reconciled(byName.values()).incidents();
    const first = holding(incidents, '2017-10-07-northgate-ministry-denies.html').filter(
      (i) => i.from === '2017-10-04',
    );
    const dated = holding(incidents, '2017-10-12-meridian-asharah-boats-later.html').filter(
      (i) => i.from === '2017-10-10',
    );
    expect(first.length).toBeGreaterThan(0);
    expect(dated.length).toBeGreaterThan(0);
    for (const { id } of dated) expect(first.map((i) => i.id)).not.toContain(id);
  });

  it('holds a silence, and a denial of other things, against nobody', () => {
    const all = reconciled(byName.values()).incidents();
    for (const { contradictions } of all)
      for (const { kind, sides } of contradictions)
        if (kind === 'denial')
          expect(sides[0]!.says).not.toMatch(/No casualties were reported|did not mention/);
    const strike = holding(all, '2017-10-06-eastern-bank-network.txt').find(
      ({ from }) => from === '2017-10-04',
    )!;
    expect(strike.reports.flatMap(({ claims }) => claims).length).toBe(strike.claims);
    expect(strike.types).not.toContain('shelling-artillery-missile');
    expect(strike.contradictions.map(({ kind }) => kind)).not.toContain('silent-edit');
    expect(strike.origins.find(({ name }) => name === 'Eastern Bank Network')!.held).toBe(true);
  });

  it('never suggests the highest or lowest grade', () => {
    for (const { suggestion } of reconciled(byName.values()).incidents()) {
      expect(['2', '3', '4', '6']).toContain(suggestion.admiralty.grade);
      expect(['fair', 'weak', 'contested', undefined]).toContain(suggestion.airwars?.grade);
    }
  });

  it('explains each membership, and finds an incident by its name, its aliases and its claims', () => {
    const all = reconciled(byName.values());
    for (const incident of all.incidents().filter(({ documents }) => documents > 1)) {
      const explanation = all.explain(incident.id);
      expect(explanation.members.some(({ likest }) => (likest?.reasons.length ?? 0) > 0)).toBe(true);
      for (const alias of incident.aliases) expect(all.incident(alias)!.id).toBe(incident.id);
      expect(all.incident(incident.reports.find((r) => r.claims.length > 0)!.claims[0]!)!.id).toBe(
        incident.id,
      );
    }
  });

  it('lets people merge and split, and keeps the name they used', () => {
    const all = reconciled(byName.values());
    const [a, b] = all.incidents();
    all.decide([{ seq: 1, type: 'merge', into: b!.id, from: [a!.id] }]);
    const merged = all.incident(a!.id)!;
    expect(merged.id).toBe(b!.id);
    expect(merged.claims).toBe(a!.claims + b!.claims);
    expect(merged.decided).toEqual([1]);
    const part = a!.reports.flatMap((r) => r.claims);
    all.decide([
      { seq: 1, type: 'merge', into: b!.id, from: [a!.id] },
      { seq: 2, type: 'split', id: b!.id, groups: [b!.reports.flatMap((r) => r.claims), part] },
    ]);
    expect(all.incident(b!.id)!.claims).toBe(b!.claims);
  });

  it('knows of a past day only what was published by then', () => {
    const all = reconciled(byName.values());
    const [strike] = holding(all.incidents(), '2017-10-07-northgate-ministry-denies.html').filter(
      (i) => i.documents > 2,
    );
    const then = all.incident(strike!.id, { asOf: '2017-10-06' })!;
    expect(then.contradictions.filter(({ byAccused }) => byAccused)).toEqual([]);
    expect(then.documents).toBeLessThan(strike!.documents);
  });

  it('joins the same happenings in many orders, with reports taken out and put back', () => {
    const reports = [...byName.values()].filter(({ read }) => read);
    const happenings = new Map(reports.map((report) => [report.document, happeningsOf(report, tables)]));
    const joined = (order: readonly Report[], again: boolean): string => {
      const index = new IncidentIndex(tables.families);
      for (const { document } of order) index.set(document, happenings.get(document)!);
      if (again) {
        index.remove(order[0]!.document);
        index.all();
        index.set(order[0]!.document, happenings.get(order[0]!.document)!);
      }
      return JSON.stringify(index.all().map((group) => group.map(({ id }) => id)));
    };
    const wanted = joined(reports, false);
    for (let seed = 1; seed <= 200; seed++)
      expect(joined(shuffled(reports, seed), seed % 3 === 0) === wanted, `order ${seed}`).toBe(true);
  }, 120_000);

  it('tells all of each incident the same in any order', () => {
    const reports = [...byName.values()];
    const wanted = JSON.stringify(reconciled(reports).incidents());
    for (const seed of [1, 2, 3, 4, 5]) {
      const order = shuffled(reports, seed);
      const all = reconciled(order.slice(0, seed * 3));
      // What was asked in between leaves no trace.
      all.incidents();
      all.remove(order[0]!.document);
      for (const report of [...order.slice(seed * 3), order[0]!]) all.set(report);
      expect(JSON.stringify(all.incidents()) === wanted, `order ${seed}`).toBe(true);
    }
  }, 120_000);
});
