/** What a newer engine should read again, and how two Readings of a document differ. */
import { sql } from 'kysely';
import { ReportedlyError } from '../../errors.ts';
import type { EngineStamp, Reading } from '../../records/index.ts';
import { written } from '../drivers/written.ts';
import { articleFacts } from '../index/article-facts.ts';
import { explode } from '../index/explode.ts';
import { resolveClaims } from '../index/resolve.ts';
import { loadPayload, loadReading } from '../index/stored.ts';
import { canonicalJson } from '../statements/canonical-json.ts';
import type { DocumentPayload } from '../statements/kinds.ts';
import type { Store } from '../store.ts';
import { columnsOf, type RowValues, type TableRow } from '../tables.ts';
import type { ClaimRow } from './claim-types.ts';
import { loadReadingById } from './documents.ts';
import { asClaimRow } from './load-claims.ts';
import type { ReadingDifference, Rereadable } from './said-types.ts';

/** Documents whose Reading in force was not made by `engine`, or that have none. Those whose bytes were erased are left out. */
export async function* documentsToReread(store: Store, engine: EngineStamp): AsyncIterable<Rereadable> {
  const { build, read, originals } = store;
  const stamp = canonicalJson(engine);
  const rows = await read.all(
    written<{ seq: number; reading: number | null }>(
      build,
      sql`select d.seq, k.reading from documents d
        left join current_readings k on k.document = d.sha256 and k.until is null
        left join readings r on r.seq = k.reading
        where r.engine is null or r.engine <> ${stamp} order by d.seq`,
    ),
  );
  for (const row of rows) {
    const record = await loadPayload<DocumentPayload>(read, build, row.seq);
    const bytes = record && (await originals.get(record.sha256));
    if (!record || !bytes) continue;
    const last = row.reading === null ? null : await loadReading(read, build, row.reading);
    const { given, provenance } = last ?? record;
    yield { document: { ...record, given, provenance, bytes }, engine: last?.reading.engine ?? null };
  }
}

/**
 * Claims are told apart by id, and where another extraction moved the text, by their words, sources and trigger where only
 * one of each side has them. What kept its identity and says something else is changed.
 */
export async function compareReadings(
  store: Store,
  before: string,
  after: string | Reading,
): Promise<ReadingDifference> {
  const old = await claimsOf(store, before);
  const difference: ReadingDifference = { same: 0, added: [], removed: [], changed: [] };
  const left: ClaimRow[] = [];
  const compare = (known: ClaimRow, row: ClaimRow) => {
    old.delete(known.id);
    const fields = differingFields(known, row);
    if (fields.length === 0) difference.same++;
    else difference.changed.push({ before: known, after: row, fields });
  };
  for (const [id, row] of await claimsOf(store, after)) {
    const known = old.get(id);
    if (known) compare(known, row);
    else left.push(row);
  }
  const gone = byWords([...old.values()]);
  const came = byWords(left);
  for (const row of left) {
    const [known, another] = gone.get(wordsOf(row)) ?? [];
    const unique = known !== undefined && another === undefined && came.get(wordsOf(row))!.length === 1;
    if (unique) compare(known, row);
    else difference.added.push(row);
  }
  difference.removed.push(...old.values());
  return difference;
}

const wordsOf = ({ text, sources, trigger }: ClaimRow) =>
  JSON.stringify([text, sources.map((source) => source.text), trigger]);

function byWords(rows: readonly ClaimRow[]): Map<string, ClaimRow[]> {
  const groups = new Map<string, ClaimRow[]>();
  for (const row of rows) groups.set(wordsOf(row), [...(groups.get(wordsOf(row)) ?? []), row]);
  return groups;
}

const NOT_OF_THE_CLAIM = new Set(['id', 'reading', 'position', 'start', 'review', 'withdrawn']);

/** Fields of a claim that differ, those that say where it stands in text and ledger left out. */
export function differingFields(before: ClaimRow, after: ClaimRow): string[] {
  const json = (row: ClaimRow, field: string) => JSON.stringify(row[field as keyof ClaimRow]);
  return Object.keys(after).filter(
    (field) => !NOT_OF_THE_CLAIM.has(field) && json(before, field) !== json(after, field),
  );
}

async function claimsOf(store: Store, of: string | Reading): Promise<Map<string, ClaimRow>> {
  const stored = typeof of === 'string' ? await loadReadingById(store, of) : { reading: of, seq: null };
  if (!stored) throw new ReportedlyError('not-in-ledger', { what: 'Reading', id: String(of) });
  const facts = articleFacts(stored.reading.article);
  return new Map(
    resolveClaims(stored.reading).map((claim) => {
      const rows = explode(
        { claim, review: 'undecided', withdrawn: false },
        { documentSeq: 0, reading: stored.seq },
        facts,
      );
      const named = <T>(table: 'claims' | 'claim_parties' | 'claim_effects', values: RowValues) =>
        Object.fromEntries(columnsOf(table).map((column, i) => [column, values[i] ?? null])) as T;
      const row = asClaimRow(
        named<TableRow<'claims'>>('claims', [0, 0, null, ...rows.claim]),
        rows.parties.map((party) => named<TableRow<'claim_parties'>>('claim_parties', [0, ...party])),
        rows.effects.map((effect) => named<TableRow<'claim_effects'>>('claim_effects', [0, ...effect])),
      );
      return [claim.id, row];
    }),
  );
}
