/** Lists of documents, on every store: each order and filter gives what sorting all of them by hand gives. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentQuery, DocumentRow, Ledger } from '../../src/5-ledger/index.ts';
import type { LedgerPlace } from './ledger.contract.ts';
import { ENGINE, synthetic } from './synthetic.ts';

async function paged(ledger: Ledger, query: DocumentQuery): Promise<DocumentRow[]> {
  const rows: DocumentRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await ledger.documents({ ...query, cursor, limit: 3 });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}

export function documentsContract(newPlace: () => LedgerPlace): void {
  describe('lists of documents', () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await newPlace().open();
      for (let seed = 1; seed <= 24; seed++) {
        const { document, reading } = synthetic(seed, { claims: 1 });
        const article = { ...reading!.article };
        if (seed % 4 === 1) article.published = null;
        if (seed % 5 === 1) article.title = null;
        const notRead = { step: 'read', reason: 'not-read: another language', span: null };
        const notes = seed % 6 === 2 ? [notRead] : [];
        const made = { ...reading!, article, notes, claims: notes.length > 0 ? [] : reading!.claims };
        await ledger.record([{ document, reading: seed % 3 === 0 ? null : made }]);
        // Some are read again, so that a Reading is there which is not in force.
        if (seed % 8 === 4) {
          const newer = { ...made, engine: { ...ENGINE, version: '0.2.0' } };
          await ledger.record([
            { document, reading: { ...newer, article: { ...article, title: `B ${seed}` } } },
          ]);
        }
      }
    });
    afterAll(() => ledger.close());

    const SORTS = ['recorded', 'published', 'title'] as const;
    it.each(SORTS.flatMap((sort) => [false, true].map((descending) => ({ sort, descending }))))(
      'are whole and in order: $sort, descending $descending',
      async ({ sort, descending }) => {
        const all = (await ledger.documents({ limit: 100 })).rows;
        const recorded = new Map(all.map(({ sha256 }, i) => [sha256, i]));
        const key = (row: DocumentRow) => (sort === 'recorded' ? '' : (row[sort] ?? ''));
        const compare = (a: DocumentRow, b: DocumentRow) =>
          (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : recorded.get(a.sha256)! - recorded.get(b.sha256)!) *
          (descending ? -1 : 1);
        for (const read of [undefined, true, false]) {
          for (const publisher of [undefined, [null], ['Karsa Post'], ['Delta Wire', null]]) {
            const wanted = all
              .filter((row) => read === undefined || row.wasRead === read)
              .filter((row) => publisher?.includes(row.publisher) ?? true)
              .sort(compare);
            const found = await paged(ledger, { sort, descending, read, publisher });
            const ids = (rows: DocumentRow[]) => rows.map(({ sha256 }) => sha256);
            expect(ids(found), JSON.stringify({ read, publisher })).toEqual(ids(wanted));
            expect(found).toEqual(wanted);
          }
        }
      },
    );
  });
}
