/** Records documents and Readings: the way in. */
import { ReportedlyError } from '../../errors.ts';
import type { Document, DocumentRecord, Reading } from '../../records/index.ts';
import type { Recordable, Recorded, RecordedWith } from '../contract.ts';
import { first } from '../drivers/driver.ts';
import { groundingFaults } from '../grounding.ts';
import {
  applyCurrent,
  applyDocument,
  applyReading,
  currentReading,
  type DocumentKey,
} from '../index/apply.ts';
import { readingId } from '../index/reading-id.ts';
import { documentMustBeThere, say } from '../review/say.ts';
import { checkRetraction, checkVisit } from '../review/validate.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import { contentHash } from '../statements/hash-chain.ts';
import type { CurrentPayload } from '../statements/kinds.ts';
import type { Store, Writing } from '../store.ts';
import { writeCollecting } from '../visits/collecting.ts';

/**
 * Records each document once and each Reading once, all or nothing. The bytes are on disk before any row names them;
 * when it resolves, all of it is.
 */
export async function record(
  store: Store,
  items: readonly Recordable[],
  { visits = [], retractions = [], collecting = [] }: RecordedWith = {},
): Promise<Recorded[]> {
  for (const item of items) check(item);
  const said = [
    ...visits.map((visit) => ['visit', checkVisit(visit)] as const),
    ...retractions.map((retraction) => ['retraction', checkRetraction(retraction)] as const),
  ];
  await refuseErased(store, items);
  await store.originals.keep(items.map(({ document }) => document));
  return store.write(async (writing) => {
    const recorded: Recorded[] = [];
    const known = await knownDocuments(writing, items);
    for (const item of items) recorded.push(await recordOne(writing, item, known));
    if (said.length > 0) await writing.index.flush();
    for (const [kind, payload] of said) {
      await documentMustBeThere(writing, payload.document);
      await say(writing, kind, payload);
    }
    await writeCollecting(store, writing.connection, collecting);
    return recorded;
  });
}

/** What would break the ledger's promises is refused at the door. */
function check({ document, reading }: Recordable): void {
  const refuse = (reason: string): never => {
    throw new ReportedlyError('reading-invalid', { input: document.provenance.location, reason });
  };
  if (contentHash(document.bytes) !== document.sha256)
    refuse('the bytes do not have the sha256 given for them');
  if (!reading) return;
  if (reading.document !== document.sha256) refuse(`it is a Reading of ${reading.document}`);
  const ids = new Set(reading.claims.map((claim) => claim.id));
  if (ids.size !== reading.claims.length) refuse('two of its claims have one id');
  const fault = groundingFaults(reading)[0];
  if (fault) refuse(fault);
}

/** Bytes that were erased for the words in them must not come back by reading the file once more. */
async function refuseErased({ read, build }: Store, items: readonly Recordable[]): Promise<void> {
  for (const some of inParts(items)) {
    const erased = build
      .selectFrom('documents')
      .innerJoin('erased_originals', 'document_seq', 'seq')
      .select('sha256')
      .where('sha256', 'in', hashesOf(some));
    const found = await first(read, erased);
    if (!found) continue;
    const { document } = some.find((item) => item.document.sha256 === found.sha256)!;
    throw new ReportedlyError('document-erased', { input: document.provenance.location });
  }
}

/** Numbers of the documents that are known already. */
async function knownDocuments(
  { connection, build }: Writing,
  items: readonly Recordable[],
): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  for (const some of inParts(items)) {
    const query = build
      .selectFrom('documents')
      .select(['sha256', 'seq'])
      .where('sha256', 'in', hashesOf(some));
    for (const { sha256, seq } of await connection.all(query)) known.set(sha256!, seq!);
  }
  return known;
}

const hashesOf = (items: readonly Recordable[]) => items.map(({ document }) => document.sha256);

/** Far fewer than the parameters that a query may have. */
const PART = 500;

function* inParts(items: readonly Recordable[]): Iterable<readonly Recordable[]> {
  for (let i = 0; i < items.length; i += PART) yield items.slice(i, i + PART);
}

async function recordOne(
  writing: Writing,
  { document, reading }: Recordable,
  known: Map<string, number>,
): Promise<Recorded> {
  const { appender } = writing;
  const { sha256 } = document;
  let seq = known.get(sha256) ?? null;
  const isNew = seq === null;
  if (seq === null) {
    const payload = documentRecord(document);
    const made = appender.append('document', payload);
    applyDocument(writing, made, payload);
    known.set(sha256, (seq = made.seq));
  }
  const base = { document: sha256, isNew, reading: null, readingIsNew: false, claims: 0 };
  if (!reading) return base;
  return { ...base, ...(await recordReading(writing, document, { seq, sha256 }, reading, isNew)) };
}

async function recordReading(
  writing: Writing,
  { given, provenance }: Document,
  document: DocumentKey,
  reading: Reading,
  fresh: boolean,
): Promise<Pick<Recorded, 'reading' | 'readingIsNew' | 'claims'>> {
  const readingJson = canonicalJson(reading);
  const id = readingId(reading, given, readingJson);
  const claims = reading.claims.length;
  const known = fresh ? undefined : await findReading(writing, id);
  if (known !== undefined) {
    await askAgain(writing, document, known);
    return { reading: id, readingIsNew: false, claims };
  }
  const json = `{"given":${canonicalJson(given)},"provenance":${canonicalJson(provenance)},"reading":${readingJson}}`;
  const made = writing.appender.appendJson('reading', json);
  await applyReading(writing, made, { given, provenance, reading }, document, fresh, id);
  return { reading: id, readingIsNew: true, claims };
}

async function findReading({ connection, build, index }: Writing, id: string): Promise<number | undefined> {
  // A document may come twice in one call: what was gathered of it must be in the tables to be found.
  await index.flush();
  const query = build.selectFrom('readings').select('seq').where('id', '=', id);
  return (await first(connection, query))?.seq ?? undefined;
}

/** A known Reading came in again: it adds nothing, save where another had taken its place meanwhile. */
async function askAgain(writing: Writing, document: DocumentKey, seq: number): Promise<void> {
  if ((await currentReading(writing, document.sha256)) === seq) return;
  await writing.appender.flush();
  const payload: CurrentPayload = { document: document.sha256, reading: seq };
  const made = writing.appender.append('current', payload);
  await applyCurrent(writing, made, payload, document);
}

function documentRecord({ sha256, size, mediaType, charset, provenance, given }: Document): DocumentRecord {
  return { sha256, size, mediaType, charset, provenance, given };
}
