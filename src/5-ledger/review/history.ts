/** All that was said of one document, loaded from its statements. */
import { type Kysely, sql } from 'kysely';
import type { Reading } from '../../records/index.ts';
import type { Connection } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { parsePayload, type SaidRow } from '../index/stored.ts';
import { asSaid } from '../join/origin.ts';
import { ownId } from '../join/own-id.ts';
import type { Database } from '../tables.ts';
import type { DecisionPayload, DecisionRecord } from './decision.ts';
import type { DocumentHistory } from './document-state.ts';
import type { RetractionInput } from './statements.ts';

interface Said extends SaidRow {
  seq: number;
  at: string;
  kind: string;
}

/** `until`: only statements up to this number. `who`: only this reviewer's decisions, as in blind double coding. */
export interface HistoryLimits {
  until?: number | undefined;
  who?: string | undefined;
}

export async function loadHistory(
  connection: Connection,
  build: Kysely<Database>,
  document: string,
  reading: Reading | null,
  limits: HistoryLimits = {},
): Promise<DocumentHistory> {
  const upTo = limits.until === undefined ? sql`` : sql`and l.seq <= ${limits.until}`;
  const said = await connection.all(
    written<Said>(
      build,
      sql`select s.seq, s.at, s.kind, s.payload, s.replaced from log l join said s on s.seq = l.seq
        where l.document = ${document} and l.kind in ('decision', 'retraction') ${upTo} order by s.seq`,
    ),
  );
  const history = historyOf(document, reading, said, limits.who);
  if (!history.decisions.some(({ origin }) => origin)) return history;
  return { ...history, decisions: asSaid(history.decisions, await ownId(connection, build)) };
}

export function historyOf(
  document: string,
  reading: Reading | null,
  said: readonly Said[],
  who?: string,
): DocumentHistory {
  const decisions: DecisionRecord[] = [];
  const retractions: DocumentHistory['retractions'][number][] = [];
  for (const row of said) {
    const { seq, at, kind } = row;
    const payload = parsePayload<DecisionPayload | RetractionInput>(row);
    // An erased decision has no effect any more.
    if (payload === null) continue;
    if (kind === 'decision') {
      const record = { ...(payload as DecisionPayload), seq, at };
      if (who === undefined || record.who === who) decisions.push(record);
    } else {
      const retraction = payload as RetractionInput;
      retractions.push({ seq, withdraws: retraction.kind === 'withdrawn', claims: retraction.claims });
    }
  }
  return { document, reading, decisions, retractions };
}
