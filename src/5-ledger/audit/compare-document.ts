/** Where exactly the index differs from the statements for one document. */
import type { ClaimVersion } from '../index/versions.ts';
import { columnsOf, type RowValues } from '../tables.ts';
import type { DocumentIndex } from './document-index.ts';

export interface Difference {
  where: string;
  detail: string;
}

export function compareDocument(sha256: string, found: DocumentIndex, wanted: DocumentIndex): Difference[] {
  return [
    ...compareCurrent(sha256, found.current, wanted.current),
    ...compareClaims(found.claims, wanted.claims).map(({ where, detail }) => ({
      where: `claims ${where} of ${sha256}`,
      detail,
    })),
    ...compareRows(`deciders of ${sha256}`, found.deciders, wanted.deciders),
    ...compareRows(`orphans of ${sha256}`, found.orphans, wanted.orphans),
  ];
}

type Current = DocumentIndex['current'][number];

/** Which Reading was in force from when to when. */
export function compareCurrent(
  sha256: string,
  found: readonly Current[],
  wanted: readonly Current[],
): Difference[] {
  const told = (rows: readonly Current[]) =>
    rows
      .map(({ reading, since, until }) => ({ reading: Number(reading), since: Number(since), until }))
      .sort((a, b) => a.since - b.since)
      .map(({ reading, since, until }) => `${reading} from statement ${since}${until ? ` to ${until}` : ''}`)
      .join(', ') || 'none';
  const [now, says] = [told(found), told(wanted)];
  if (now === says) return [];
  const detail = `Reading ${now} is in force, the statements say ${says}`;
  return [{ where: `current_readings ${sha256}`, detail }];
}

function compareClaims(found: readonly ClaimVersion[], wanted: readonly ClaimVersion[]): Difference[] {
  const key = ({ rows, since }: ClaimVersion) => `${rows.claim[0]} ${since}`;
  const there = new Map(found.map((version) => [key(version), version]));
  const differences: Difference[] = [];
  for (const version of wanted) {
    const claim = String(version.rows.claim[0]);
    const row = there.get(key(version));
    there.delete(key(version));
    const detail = row ? difference(row, version) : 'the row is gone';
    if (detail !== null) differences.push({ where: claim, detail });
  }
  for (const { rows } of there.values()) {
    differences.push({ where: String(rows.claim[0]), detail: 'no statement says so' });
  }
  if (there.size < found.length - wanted.length) {
    differences.push({ where: 'several', detail: 'there are two rows of one version' });
  }
  return differences;
}

function difference(found: ClaimVersion, wanted: ClaimVersion): string | null {
  const columns = columnsOf('claims').slice(3);
  if (found.until !== wanted.until) {
    return `it ends at statement ${found.until}, the statements say ${wanted.until}`;
  }
  const { claim } = wanted.rows;
  const i = columns.findIndex((_, column) => found.rows.claim[column] !== claim[column]);
  if (i >= 0) {
    const [is, says] = [found.rows.claim[i], claim[i]].map((value) => JSON.stringify(value));
    return `${columns[i]} is ${is}, the statements say ${says}`;
  }
  for (const table of ['parties', 'effects'] as const) {
    const [now, says] = [JSON.stringify(found.rows[table]), JSON.stringify(wanted.rows[table])];
    if (now !== says) return `${table} are ${now}, the statements say ${says}`;
  }
  return null;
}

/** Rows that have no order. */
function compareRows(where: string, found: readonly object[], wanted: readonly object[]): Difference[] {
  const told = (rows: readonly object[]) =>
    rows.map((row) => JSON.stringify(Object.values(row) satisfies RowValues)).sort();
  const [now, says] = [told(found).join(' '), told(wanted).join(' ')];
  if (now === says) return [];
  return [{ where, detail: `${now || 'none'}, the statements say ${says || 'none'}` }];
}
