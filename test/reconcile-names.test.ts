/** Names of incidents outlive what people and better engines do to the claims that gave them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Incident, openTables, Reconciler, type Report } from '../src/6-reconcile/index.ts';
import { triggerOf } from '../src/6-reconcile/report.ts';
import { readPackageFile } from '../src/package.ts';
import { exampleReports } from './support/example-reports.ts';

const tables = openTables(readPackageFile);
const reports: Report[] = [];

beforeAll(async () => {
  reports.push(...(await exampleReports()).values());
}, 120_000);

const reconciled = (): Reconciler => {
  const reconciler = new Reconciler({ tables });
  for (const report of reports) reconciler.set(report);
  return reconciler;
};

/** The largest incident, and the report whose claim it is named after. */
function named(all: Reconciler): { incident: Incident; report: Report; claim: string } {
  const incident = [...all.incidents()].sort((a, b) => b.claims - a.claims)[0]!;
  const first = incident.reports.find(({ claims }) => claims.length > 1)!;
  const report = reports.find(({ document }) => document === first.document)!;
  const ids = new Set(first.claims);
  return { incident, report, claim: report.claims.find(({ claim }) => ids.has(claim.id))!.claim.id };
}

describe('the name of an incident', () => {
  it('leads on where a person rejected the claim that gave it', () => {
    const all = reconciled();
    const { incident, report, claim } = named(all);
    const hidden = report.claims.filter((one) => one.claim.id === claim);
    const left = report.claims.filter((one) => one.claim.id !== claim);
    all.set({ ...report, claims: left, hidden });
    const now = all.incident(incident.id)!;
    expect(now.reports.map((one) => one.document)).toEqual(incident.reports.map((one) => one.document));
    expect(now.claims).toBe(incident.claims - 1);
    expect([now.id, ...now.aliases]).toContain(incident.id);
    expect(all.incident(claim)!.id).toBe(now.id);
    all.set(report);
    const { coverage: _, ...again } = all.incident(incident.id)!;
    expect(JSON.stringify(again) === JSON.stringify(incident)).toBe(true);
  });

  it('leads on where a better engine reads other claims in the same words', () => {
    const all = reconciled();
    const { incident, report } = named(all);
    const earlier = report.claims.map(({ claim }) => ({ claim: claim.id, trigger: triggerOf(claim) }));
    // The trigger is another word of the claim now, and the claim another.
    const reread = report.claims.map((one) => {
      const [start, end] = [one.claim.spans[0]![0], one.claim.spans.at(-1)![1]];
      const trigger = { span: [start, start + 1] as [number, number], text: report.text[start]! };
      const event = one.claim.event && { ...one.claim.event, trigger };
      return {
        ...one,
        claim: { ...one.claim, id: `new-${one.claim.id}`, spans: [[start, end]] as const, event },
      };
    });
    all.set({ ...report, claims: reread as unknown as Report['claims'], earlier });
    const now = all.incident(incident.id)!;
    expect(now.claims).toBe(incident.claims);
    expect([now.id, ...now.aliases]).toContain(incident.id);
  });

  it('stays the one a person used, through both', () => {
    const all = reconciled();
    const { incident, report, claim } = named(all);
    const other = all.incidents().find(({ id }) => id !== incident.id)!;
    all.decide([{ seq: 7, type: 'merge', into: incident.id, from: [other.id] }]);
    expect(all.incident(other.id)!.id).toBe(incident.id);
    const hidden = report.claims.filter((one) => one.claim.id === claim);
    all.set({ ...report, claims: report.claims.filter((one) => one.claim.id !== claim), hidden });
    const now = all.incident(other.id)!;
    expect(now.id).toBe(incident.id);
    expect(now.decided).toEqual([7]);
    expect(now.claims).toBe(incident.claims + other.claims - 1);
  });

  it('goes with the last claim of its happening, and a decision on it is told as without effect', () => {
    const all = reconciled();
    const alone = all.incidents().find(({ claims }) => claims === 1)!;
    const line = alone.reports.find(({ claims }) => claims.length > 0)!;
    const report = reports.find(({ document }) => document === line.document)!;
    const is = (id: string) => line.claims.includes(id);
    all.decide([{ seq: 9, type: 'merge', into: alone.id, from: [alone.id] }]);
    expect(all.withoutEffect).toEqual([]);
    all.set({
      ...report,
      claims: report.claims.filter(({ claim }) => !is(claim.id)),
      hidden: report.claims.filter(({ claim }) => is(claim.id)),
    });
    expect(all.incident(alone.id)).toBeNull();
    expect(all.withoutEffect).toEqual([9]);
  });
});
