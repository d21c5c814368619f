/** Takes in what another ledger holds: documents by their hash, Readings, and all that people said there. */
import { sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import type { Document, DocumentRecord } from '../../records/index.ts';
import { written } from '../drivers/written.ts';
import { parsePayload, type SaidRow } from '../index/stored.ts';
import { loadDocument, loadReadingById } from '../read/documents.ts';
import { record } from '../record/record.ts';
import type { DecisionPayload } from '../review/decision.ts';
import type { ReadingPayload } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { conflictsIn, type DecisionFrom } from './conflicts.ts';
import { joinSaid } from './join-said.ts';
import type { Joining, JoinReport } from './join-types.ts';
import { ownId } from './own-id.ts';
import { laterReading } from './reading-in-force.ts';

export async function join(store: Store, joining: Joining): Promise<JoinReport> {
  const report: JoinReport = {
    ledger: joining.ledger,
    documents: { new: 0, known: 0 },
    readings: { new: 0, known: 0 },
    said: { new: 0, known: 0 },
    leftOut: [],
    conflicts: [],
  };
  const own = await ownId(store.read, store.build);
  const readings = await joinDocuments(store, joining, report);
  await joinSaid(store, joining, { own, readings }, report);
  report.conflicts = conflictsIn(await allDecisions(store), own);
  return report;
}

/** Returns the ids here of the Readings there, by their statements' numbers there. */
async function joinDocuments(
  store: Store,
  joining: Joining,
  report: JoinReport,
): Promise<Map<number, string>> {
  const records = new Map<string, DocumentRecord>();
  const readings = new Map<number, string>();
  for await (const { seq, kind, payload } of joining.statements()) {
    if (kind !== 'document' && kind !== 'reading') continue;
    const leaveOut = (reason: string) => void report.leftOut.push({ statement: seq, kind, reason });
    if (kind === 'document') {
      const document = payload as DocumentRecord;
      records.set(document.sha256, document);
      await take(store, joining, document, null, report.documents, leaveOut);
      continue;
    }
    const { given, provenance, reading } = payload as ReadingPayload;
    const document = records.get(reading.document) ?? (await known(store, reading.document));
    if (!document) {
      leaveOut('its document did not come along and is not here');
      continue;
    }
    const id = await take(
      store,
      joining,
      { ...document, given, provenance },
      reading,
      report.readings,
      leaveOut,
    );
    if (id) readings.set(seq, id);
  }
  for (const sha256 of records.keys()) await settle(store, sha256);
  return readings;
}

async function known(store: Store, sha256: string): Promise<DocumentRecord | null> {
  return (await loadDocument(store, sha256))?.record ?? null;
}

/** Records it where it is not here; returns the Reading's id. */
async function take(
  store: Store,
  joining: Joining,
  document: DocumentRecord,
  reading: ReadingPayload['reading'] | null,
  tally: JoinReport['documents'],
  leaveOut: (reason: string) => void,
): Promise<string | null> {
  const { sha256 } = document;
  const bytes = (await joining.original(sha256)) ?? (await store.originals.get(sha256));
  if (!bytes) {
    leaveOut('the bytes of its document did not come along');
    return null;
  }
  try {
    const whole: Document = { ...document, bytes };
    const [recorded] = await record(store, [{ document: whole, reading }]);
    const isNew = reading ? recorded!.readingIsNew : recorded!.isNew;
    if (isNew) tally.new++;
    else tally.known++;
    return recorded!.reading;
  } catch (error) {
    if (!(error instanceof ReportedlyError) || error.exit !== 1) throw error;
    leaveOut(error.message);
    return null;
  }
}

/** Which of a document's Readings is in force must not depend on which ledger came to which. */
async function settle(store: Store, sha256: string): Promise<void> {
  const found = await loadDocument(store, sha256);
  if (!found || found.readings.length < 2) return;
  const last = found.readings.reduce(laterReading);
  if (last.current) return;
  const stored = await loadReadingById(store, last.id);
  const bytes = await store.originals.get(sha256);
  if (!stored || !bytes) return;
  const { given, provenance, reading } = stored;
  await record(store, [{ document: { ...found.record, given, provenance, bytes }, reading }]);
}

async function allDecisions(store: Store): Promise<DecisionFrom[]> {
  const rows = await store.read.all(
    written<SaidRow & { seq: number; at: string }>(
      store.build,
      sql`select s.seq, s.at, s.payload, s.replaced from log l join said s on s.seq = l.seq
        where l.kind = 'decision' and s.payload is not null order by s.seq`,
    ),
  );
  return rows.map((row) => ({ ...parsePayload<DecisionPayload>(row)!, seq: row.seq, at: row.at }));
}
