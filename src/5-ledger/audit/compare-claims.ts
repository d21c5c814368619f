/** Where exactly the index differs from the statements for one document. */
import { articleFacts, givenFacts } from '../index/article-facts.ts';
import { type ClaimRows, explode } from '../index/explode.ts';
import { loadPayload, loadReading } from '../index/stored.ts';
import { openVersions } from '../index/versions.ts';
import { documentState } from '../review/document-state.ts';
import { loadHistory } from '../review/history.ts';
import type { DocumentPayload } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { columnsOf, type RowValues } from '../tables.ts';

export async function compareClaims(
  store: Store,
  document: { seq: number; sha256: string },
  current: number | null,
): Promise<{ claim: string; detail: string }[]> {
  const { read, build } = store;
  const payload = current === null ? null : await loadReading(read, build, current);
  const reading = payload?.reading ?? null;
  const record = await loadPayload<DocumentPayload>(read, build, document.seq);
  const facts = reading ? articleFacts(reading.article) : givenFacts(record?.given ?? {});
  const state = documentState(await loadHistory(read, build, document.sha256, reading));
  const from = { documentSeq: document.seq, reading: current };
  const found = new Map<string, ClaimRows>();
  for (const key of (await openVersions(read, build, document.seq)).keys()) {
    const [claim, parties, effects] = JSON.parse(key) as [RowValues, RowValues[], RowValues[]];
    found.set(String(claim[0]), { claim, parties, effects });
  }
  const differences: { claim: string; detail: string }[] = [];
  for (const wanted of state.claims.map((claim) => explode(claim, from, facts))) {
    const id = String(wanted.claim[0]);
    const rows = found.get(id);
    found.delete(id);
    const detail = rows ? difference(rows, wanted) : 'the row is gone';
    if (detail !== null) differences.push({ claim: id, detail });
  }
  for (const claim of found.keys()) differences.push({ claim, detail: 'no statement says so' });
  return differences;
}

function difference(found: ClaimRows, wanted: ClaimRows): string | null {
  const columns = columnsOf('claims').slice(3);
  const i = columns.findIndex((_, column) => found.claim[column] !== wanted.claim[column]);
  if (i >= 0) {
    const says = JSON.stringify(wanted.claim[i]);
    return `${columns[i]} is ${JSON.stringify(found.claim[i])}, the statements say ${says}`;
  }
  for (const table of ['parties', 'effects'] as const) {
    const [now, says] = [JSON.stringify(found[table]), JSON.stringify(wanted[table])];
    if (now !== says) return `${table} are ${now}, the statements say ${says}`;
  }
  return null;
}
