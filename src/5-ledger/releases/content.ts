/** The content of a state of the ledger, as digests that do not depend on the order in which it was recorded. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { written } from '../drivers/written.ts';
import { SHOWN_STATES } from '../index/explode.ts';
import { loadReading } from '../index/stored.ts';
import { listAssessments, listCodeLists, listDecisions } from '../read/said.ts';
import { inForce, type Snapshot } from '../read/snapshot.ts';
import { documentState } from '../review/document-state.ts';
import { loadHistory } from '../review/history.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import { contentHash } from '../statements/hash-chain.ts';
import type { Store } from '../store.ts';
import type { ContentPart, ReleaseContent } from './release-types.ts';

export async function contentOf(store: Store, snapshot: Snapshot): Promise<ReleaseContent> {
  const documents = createHash('sha256');
  let count = 0;
  let claims = 0;
  for await (const document of documentsIn(store, snapshot)) {
    const lines = await claimLines(store, document, snapshot);
    documents.update(`${document.sha256}\n${lines.sort().join('\n')}\n`);
    count++;
    claims += lines.length;
  }
  return {
    documents: { count, digest: `sha256:${documents.digest('hex')}` },
    claims,
    said: await saidPart(store, snapshot),
  };
}

interface DocumentInForce {
  sha256: string;
  reading: number | null;
}

/** By sha256, so that the order of recording leaves no trace. Erased documents are in no state any more. */
async function* documentsIn(store: Store, snapshot: Snapshot): AsyncIterable<DocumentInForce> {
  yield* store.driver.stream(
    written<DocumentInForce>(
      store.build,
      sql`select d.sha256, k.reading from documents d
        left join current_readings k on k.document = d.sha256 and ${inForce('k', snapshot)}
        where d.seq <= ${snapshot.seq} order by d.sha256`,
    ),
  );
}

/** One digest per claim that is shown. */
async function claimLines(store: Store, document: DocumentInForce, snapshot: Snapshot): Promise<string[]> {
  const { read, build } = store;
  const payload = document.reading === null ? null : await loadReading(read, build, document.reading);
  const reading = payload?.reading ?? null;
  const history = await loadHistory(read, build, document.sha256, reading, { until: snapshot.seq });
  const published = reading?.article.published ?? null;
  return documentState(history)
    .claims.filter(({ review }) => SHOWN_STATES.includes(review))
    .map(({ claim, review, withdrawn }) =>
      contentHash(canonicalJson({ claim, review, withdrawn, published })),
    );
}

async function saidPart(store: Store, { seq }: Snapshot): Promise<ContentPart> {
  const options = { asOf: seq };
  const decisions = await listDecisions(store, { type: ['merge', 'split', 'code', 'note'] }, options);
  const assessments = await listAssessments(store, undefined, options);
  const lists = await listCodeLists(store, options);
  const standing = [...decisions, ...assessments].filter((entry) => entry.inForce);
  const lines = [...standing, ...lists].map(({ seq: _seq, at: _at, ...said }) =>
    contentHash(canonicalJson(said)),
  );
  return { count: lines.length, digest: contentHash(lines.sort().join('\n')) };
}
