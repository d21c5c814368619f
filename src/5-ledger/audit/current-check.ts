/** The Readings in force and the claims of single documents, once all stretches have been walked. */
import type { Store } from '../store.ts';
import { compareClaims } from './compare-claims.ts';
import type { Findings } from './findings.ts';
import type { IndexSaid } from './index-check.ts';

/** `reviewed`: documents with decisions, whose claims are always looked at by themselves. */
export async function checkCurrent(
  parts: readonly IndexSaid[],
  store: Store,
  reviewed: ReadonlySet<string>,
  findings: Findings,
): Promise<void> {
  const together = <V>(of: (said: IndexSaid) => Map<string, V>) =>
    new Map(parts.flatMap((said) => [...of(said)]));
  const documents = together((said) => said.documents);
  const saidCurrent = together((said) => said.saidCurrent);
  const current = together((said) => said.current);
  const outOfStep = new Set(parts.flatMap((said) => [...said.outOfStep]));
  const fault = (where: string, detail: string) => findings.fault('index-differs', where, detail);
  for (const sha256 of documents.keys()) {
    const [inIndex, says] = [current.get(sha256) ?? null, saidCurrent.get(sha256) ?? null];
    if (inIndex === says) continue;
    const detail = `Reading ${inIndex ?? 'none'} is in force, the statements say ${says ?? 'none'}`;
    fault(`current_readings ${sha256}`, detail);
  }
  for (const [sha256, seq] of documents) {
    if (!outOfStep.delete(seq) && !reviewed.has(sha256)) continue;
    const differences = await compareClaims(store, { seq, sha256 }, saidCurrent.get(sha256) ?? null);
    for (const { claim, detail } of differences) fault(`claims ${claim} of ${sha256}`, detail);
  }
  for (const seq of outOfStep) fault(`claims of document ${seq}`, 'no statement speaks of this document');
}
