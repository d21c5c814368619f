/** Makes and lists releases. */
import { sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import type { ReadOptions } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { parsePayload, type SaidRow } from '../index/stored.ts';
import { snapshotAt } from '../read/snapshot.ts';
import { say } from '../review/say.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import { contentHash } from '../statements/hash-chain.ts';
import type { Store } from '../store.ts';
import { contentOf } from './content.ts';
import type { ReleaseEntry, ReleaseInput, ReleasePayload } from './release-types.ts';

/** The content is worked out first, of the state as it is now; other writers need not wait for it. */
export async function createRelease(store: Store, input: ReleaseInput): Promise<ReleaseEntry> {
  const { who, why, name } = input;
  if (!/^[^\p{C}]{1,200}$/u.test(name) || !who) {
    throw new ReportedlyError('decision-invalid', {
      reason: 'a release needs a name in one line, and who makes it',
    });
  }
  const snapshot = await snapshotAt(store);
  const pinned = { ...snapshot, latest: false };
  const content = await contentOf(store, pinned);
  const { build, read } = store;
  const last = await first(
    read,
    build.selectFrom('statements').select('hash').where('seq', '=', snapshot.seq),
  );
  const state = { seq: snapshot.seq, hash: last?.hash ?? '' };
  const release = contentHash(canonicalJson(content));
  const payload: ReleasePayload = { who, why, name, release, content, state };
  return store.write(async (writing) => {
    const query = build
      .selectFrom('log')
      .select('seq')
      .where('kind', '=', 'release')
      .where('target', '=', name);
    if (await first(writing.connection, query)) {
      throw new ReportedlyError('decision-invalid', { reason: `there is a release named ${name} already` });
    }
    return { ...payload, ...(await say(writing, 'release', payload)) };
  });
}

export async function listReleases(store: Store, options?: ReadOptions): Promise<ReleaseEntry[]> {
  const { seq } = await snapshotAt(store, options);
  const rows = await store.read.all(
    written<SaidRow & { seq: number; at: string }>(
      store.build,
      sql`select s.seq, s.at, s.payload, s.replaced from log l join said s on s.seq = l.seq
        where l.kind = 'release' and s.payload is not null and s.seq <= ${seq} order by s.seq`,
    ),
  );
  return rows.map((row) => ({ seq: row.seq, at: row.at, ...parsePayload<ReleasePayload>(row)! }));
}

export async function findRelease(store: Store, name: string): Promise<ReleaseEntry> {
  const found = (await listReleases(store)).find((one) => one.name === name || one.release === name);
  if (!found) throw new ReportedlyError('not-in-ledger', { what: 'release', id: name });
  return found;
}
