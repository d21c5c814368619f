/** Brings the index rows of one document in line with its statements: ends versions that no longer hold, adds new ones. */
import type { Kysely } from 'kysely';
import type { Connection } from '../drivers/driver.ts';
import { type DocumentState, documentState, untouchedClaims } from '../review/document-state.ts';
import { loadHistory } from '../review/history.ts';
import type { DocumentPayload, ReadingPayload } from '../statements/kinds.ts';
import type { Writing } from '../store.ts';
import type { Database } from '../tables.ts';
import { type ArticleFacts, articleFacts, givenFacts } from './article-facts.ts';
import { explode } from './explode.ts';
import { indexText } from './index-text.ts';
import { loadPayload } from './stored.ts';
import { openVersions, sameness } from './versions.ts';

export interface Refresh {
  document: { seq: number; sha256: string };
  /** The statement from which on the new versions hold. */
  since: number;
  /** The Reading in force, with its statement number; null for a document that was not read. */
  current: { seq: number; payload: ReadingPayload } | null;
  /** Nothing of this document is in the index yet. */
  fresh: boolean;
}

export async function refreshDocument(writing: Writing, refresh: Refresh): Promise<void> {
  const { connection, build, index } = writing;
  const { current, since, document, fresh } = refresh;
  const reading = current?.payload.reading ?? null;
  const facts = current
    ? articleFacts(current.payload.reading.article)
    : await unreadFacts(writing, document.seq);
  const from = { documentSeq: document.seq, reading: current?.seq ?? null };
  if (fresh) {
    const claims = reading ? untouchedClaims(reading) : [];
    for (const claim of claims) await index.addClaim(explode(claim, from, facts), since);
    return;
  }
  const state = documentState(await loadHistory(connection, build, document.sha256, reading));
  const wanted = state.claims.map((claim) => explode(claim, from, facts));
  const ended = await openVersions(connection, build, document.seq);
  for (const rows of wanted) {
    // A version that says the same stays as it is.
    if (!ended.delete(sameness(rows))) await index.addClaim(rows, since);
  }
  await index.endClaims([...ended.values()], since);
  await refreshReview(connection, build, writing, document.seq, state);
}

async function unreadFacts({ connection, build }: Writing, seq: number): Promise<ArticleFacts> {
  const record = await loadPayload<DocumentPayload>(connection, build, seq);
  return givenFacts(record?.given ?? {});
}

/** Who decided on which claim, and which decisions found no claim: as they are now, not by versions. */
async function refreshReview(
  connection: Connection,
  build: Kysely<Database>,
  { index }: Writing,
  documentSeq: number,
  state: DocumentState,
): Promise<void> {
  await connection.all(build.deleteFrom('deciders').where('document_seq', '=', documentSeq));
  await connection.all(build.deleteFrom('orphans').where('document_seq', '=', documentSeq));
  for (const { claim, deciders } of state.claims) {
    for (const who of deciders) index.add('deciders', [documentSeq, claim.id, indexText(who)]);
  }
  const orphaned = new Map(state.orphans.map(({ decision, reason }) => [decision, reason]));
  for (const [decision, reason] of orphaned) index.add('orphans', [decision, documentSeq, indexText(reason)]);
}
