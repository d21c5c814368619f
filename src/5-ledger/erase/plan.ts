/** What an erasure concerns: which statements go, what is left of them, which originals go. Writes nothing. */
import { sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import type { Span } from '../../records/index.ts';
import { first } from '../drivers/driver.ts';
import { written } from '../drivers/written.ts';
import { parsePayload, type SaidRow } from '../index/stored.ts';
import { loadCurrentReading } from '../read/documents.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import type { DocumentPayload, ReadingPayload, StatementKind } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import type { EraseInput } from './erase-types.ts';
import { type Mask, maskAll, maskNames, maskReading } from './mask.ts';

/** One statement to erase; `left` is what takes its place, null where nothing does. */
export interface Erased {
  seq: number;
  kind: StatementKind;
  left: unknown | null;
}

export interface ErasePlan {
  statements: Erased[];
  /** Documents whose bytes go, with the numbers of their statements. */
  originals: { seq: number; sha256: string }[];
  /** Documents whose index rows must be built anew. */
  documents: Set<string>;
}

type Row = SaidRow & { seq: number; kind: StatementKind; document: string | null; claim: string | null };

export async function planErasure(store: Store, input: EraseInput): Promise<ErasePlan> {
  if (input.what === 'person') return planMasking(store, maskNames(input.names), null, []);
  const known = await first(
    store.read,
    store.build.selectFrom('documents').select('seq').where('sha256', '=', input.document),
  );
  if (!known) throw new ReportedlyError('not-in-ledger', { what: 'document', id: input.document });
  if (input.what === 'document') return planDocument(store, input.document, known.seq!);
  const [start, end] = input.span;
  const reading = (await loadCurrentReading(store, input.document))?.reading;
  const words = reading?.article.text.slice(start, end) ?? '';
  if (words.trim() === '') {
    throw new ReportedlyError('decision-invalid', { reason: 'there are no words at that span' });
  }
  return planMasking(store, maskNames([words]), input.document, [[words, [start, end]]]);
}

/** Everything recorded of the document or said of it and its claims. */
async function planDocument(store: Store, document: string, seq: number): Promise<ErasePlan> {
  const rows = await store.read.all(
    written<Row>(
      store.build,
      sql`select s.seq, s.kind, s.payload, s.replaced, l.document, l.claim from log l join said s on s.seq = l.seq
        where s.payload is not null and (l.document = ${document}
          or l.claim in (select claim from claims where document_seq = ${seq})) order by s.seq`,
    ),
  );
  const statements = rows.map((row) => ({ seq: row.seq, kind: row.kind, left: null }));
  return { statements, originals: [{ seq, sha256: document }], documents: new Set([document]) };
}

/** Each statement that holds the words; with `document`, only those on it. */
async function planMasking(
  store: Store,
  mask: Mask,
  document: string | null,
  spans: [words: string, span: Span][],
): Promise<ErasePlan> {
  const plan: ErasePlan = { statements: [], originals: [], documents: new Set() };
  const within = document === null ? sql`1 = 1` : sql`l.document = ${document}`;
  const rows = store.driver.stream(
    written<Row>(
      store.build,
      sql`select s.seq, s.kind, s.payload, s.replaced, l.document, l.claim from log l join said s on s.seq = l.seq
        where s.payload is not null and s.kind not in ('erasure', 'replacement') and ${within} order by s.seq`,
    ),
  );
  const concerned = new Set<string>();
  for await (const row of rows) {
    const payload = parsePayload<unknown>(row);
    const left =
      row.kind === 'reading' ? maskedReading(payload as ReadingPayload, mask, spans) : maskAll(payload, mask);
    if (canonicalJson(left) !== canonicalJson(payload)) {
      plan.statements.push({ seq: row.seq, kind: row.kind, left });
      if (row.document) concerned.add(row.document);
      if (row.document && row.kind === 'reading') plan.documents.add(row.document);
    }
  }
  for (const sha256 of concerned) plan.documents.add(sha256);
  await planOriginals(store, mask, document, plan);
  return plan;
}

function maskedReading(
  payload: ReadingPayload,
  mask: Mask,
  spans: [words: string, span: Span][],
): ReadingPayload {
  const { text } = payload.reading.article;
  // The span itself too, where it holds the words without being whole words of its own.
  const also = spans
    .filter(([words, [start, end]]) => text.slice(start, end) === words)
    .map(([, span]) => span);
  const { reading, ...rest } = payload;
  return { ...maskAll(rest, mask), reading: maskReading(reading, mask, also) };
}

/** Bytes cannot be masked and still be what came in: they go where the words stand in them or in what was read of them. */
async function planOriginals(store: Store, mask: Mask, only: string | null, plan: ErasePlan): Promise<void> {
  const read = new Set(plan.statements.filter(({ kind }) => kind === 'reading').map(({ seq }) => seq));
  const documents = await store.read.all(
    written<SaidRow & { seq: number; sha256: string }>(
      store.build,
      sql`select d.seq, d.sha256, s.payload, s.replaced from documents d join said s on s.seq = d.seq
        where ${only === null ? sql`1 = 1` : sql`d.sha256 = ${only}`} order by d.seq`,
    ),
  );
  const readings = await store.read.all(store.build.selectFrom('readings').select(['seq', 'document']));
  const concerned = new Set(readings.filter(({ seq }) => read.has(seq!)).map(({ document }) => document));
  for (const row of documents) {
    const bytes = await store.originals.get(row.sha256);
    if (bytes === null) continue;
    if (concerned.has(row.sha256) || holdsWords(bytes, parsePayload<DocumentPayload>(row)?.charset, mask)) {
      plan.originals.push({ seq: row.seq, sha256: row.sha256 });
    }
  }
}

function holdsWords(bytes: Uint8Array, charset: string | null | undefined, mask: Mask): boolean {
  for (const label of new Set(['utf-8', charset ?? 'utf-8', 'utf-16le'])) {
    let text: string;
    try {
      text = new TextDecoder(label).decode(bytes);
    } catch {
      continue;
    }
    if (mask(text) !== text) return true;
  }
  return false;
}
