/** Which of some reports copy which: families of whole copies, and for each report those it copies from. */
import type { CopyOf } from '../origins/origins.ts';
import { publishedAt, type Report } from '../report.ts';
import { compareTimes, credits, type Family, familyOf } from './families.ts';

export interface Copies {
  families: Family[];
  /** The reports that this one copies from, the first text first. */
  of(document: string): readonly CopyOf[];
}

/** @param overlaps reports that share passages with one, seen from it */
export function copiesAmong(
  reports: readonly Report[],
  overlaps: (document: string) => readonly CopyOf[],
): Copies {
  const byId = new Map(reports.map((report) => [report.document, report]));
  const near = new Map(
    reports.map(({ document }) => [document, overlaps(document).filter((copy) => byId.has(copy.document))]),
  );
  const from = new Map(
    reports.map((report) => [
      report.document,
      near
        .get(report.document)!
        .filter((copy) => isCopyOf(report, byId.get(copy.document)!))
        .sort((a, b) => (isCopyOf(byId.get(a.document)!, byId.get(b.document)!) ? 1 : -1)),
    ]),
  );
  const families: Family[] = [];
  const left = new Set(byId.keys());
  for (const document of byId.keys()) {
    if (!left.delete(document)) continue;
    const family = [document];
    for (let i = 0; i < family.length; i++)
      for (const copy of near.get(family[i]!)!)
        if (copy.extent === 'whole' && left.delete(copy.document)) family.push(copy.document);
    if (family.length > 1) families.push(familyOf(family.map((id) => byId.get(id)!)));
  }
  return { families, of: (document) => from.get(document) ?? [] };
}

/** Which of two that share words is taken for the copy: credit lines tell, then time; else the ids, so that one of them is. */
function isCopyOf(report: Report, other: Report): boolean {
  const [forward, backward] = [credits(report, other), credits(other, report)];
  if (forward !== backward) return forward;
  const [a, b] = [publishedAt(report), publishedAt(other)];
  const order = a && b ? compareTimes(a, b) : Number(a === null) - Number(b === null);
  if (order !== 0) return order > 0;
  // Versions of one page: the one changed later.
  const [x, y] = [report.modified?.value ?? '', other.modified?.value ?? ''];
  return x !== y ? x > y : report.document > other.document;
}
