/** The Readings in force and the claims of single documents, once all stretches have been walked. */
import { sql } from 'kysely';
import { written } from '../drivers/written.ts';
import { statementsOn } from '../index/replay.ts';
import { ownId } from '../join/own-id.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import { compareCurrent, compareDocument } from './compare-document.ts';
import { documentIndex } from './document-index.ts';
import type { Findings } from './findings.ts';
import type { IndexSaid } from './index-check.ts';
import { ScratchLedger } from './scratch-ledger.ts';

type Current = TableRow<'current_readings'>;

/** `reviewed`: documents with decisions, which are always looked at by themselves. */
export async function checkCurrent(
  parts: readonly IndexSaid[],
  store: Store,
  reviewed: ReadonlySet<string>,
  findings: Findings,
): Promise<void> {
  const fault = (where: string, detail: string) => findings.fault('index-differs', where, detail);
  const documents = new Map(parts.flatMap((said) => [...said.documents]));
  const outOfStep = new Set(parts.flatMap((said) => [...said.outOfStep]));
  const wanted = grouped(parts.flatMap((said) => said.saidCurrent));
  const current = grouped(parts.flatMap((said) => said.current));
  const byThemselves = new Map<number, string>();
  for (const [sha256, seq] of documents) {
    if (outOfStep.delete(seq) || reviewed.has(sha256)) byThemselves.set(seq, sha256);
    else {
      const found = compareCurrent(sha256, current.get(sha256) ?? [], withEnds(wanted.get(sha256) ?? []));
      for (const { where, detail } of found) fault(where, detail);
    }
    current.delete(sha256);
  }
  for (const seq of outOfStep) fault(`claims of document ${seq}`, 'no statement speaks of this document');
  for (const sha256 of current.keys())
    fault(`current_readings ${sha256}`, 'no statement speaks of this document');
  await checkByThemselves(store, byThemselves, fault);
  for (const table of ['deciders', 'orphans'] as const) {
    for (const seq of await documentsIn(store, table)) {
      if (!byThemselves.has(seq)) fault(`${table} of document ${seq}`, 'no statement says so');
    }
  }
}

type Fault = (where: string, detail: string) => void;

async function checkByThemselves(
  store: Store,
  documents: ReadonlyMap<number, string>,
  fault: Fault,
): Promise<void> {
  if (documents.size === 0) return;
  const { read, build } = store;
  const scratch = await ScratchLedger.open(await ownId(read, build));
  try {
    for (const [seq, sha256] of documents) {
      const wanted = await scratch.replay({ seq, sha256 }, await statementsOn(read, build, sha256));
      const found = await documentIndex(read, build, { seq, sha256 });
      for (const { where, detail } of compareDocument(sha256, found, wanted)) fault(where, detail);
    }
  } finally {
    scratch.close();
  }
}

function grouped(rows: readonly Current[]): Map<string, Current[]> {
  const groups = new Map<string, Current[]>();
  for (const row of rows) {
    const group = groups.get(row.document!);
    if (group) group.push(row);
    else groups.set(row.document!, [row]);
  }
  return groups;
}

/** Each Reading is in force until the next one is. */
function withEnds(rows: readonly Current[]): Current[] {
  return rows.map((row, i) => ({ ...row, until: rows[i + 1]?.since ?? null }));
}

async function documentsIn({ read, build }: Store, table: 'deciders' | 'orphans'): Promise<number[]> {
  const query = sql`select distinct document_seq as seq from ${sql.table(table)}`;
  return (await read.all(written<{ seq: number }>(build, query))).map(({ seq }) => Number(seq));
}
