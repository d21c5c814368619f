/** What every ledger must do, whatever it is kept in. Run on SQLite and on PostgreSQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleHit, ClaimQuery, ClaimRow, Ledger, Page, Recordable } from '../../src/5-ledger/index.ts';
import { FACET_FIELDS } from '../../src/5-ledger/index.ts';
import { ENGINE, synthetic } from './synthetic.ts';

/** A place for one ledger; `open` may be called again to reopen it. */
export interface LedgerPlace {
  /** `ranked`: with more matches than this a search gives the newest first. */
  open(options?: { at?: () => Date; ranked?: number }): Promise<Ledger>;
}

export async function all(ledger: Ledger, query: ClaimQuery = {}, limit = 1000): Promise<ClaimRow[]> {
  const rows: ClaimRow[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<ClaimRow> = await ledger.claims({ ...query, limit, cursor });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return rows;
}

export const refused = (code: string) => expect.objectContaining({ name: 'ReportedlyError', code });

export function recordingContract(newPlace: () => LedgerPlace): void {
  describe('recording', () => {
    let ledger: Ledger;
    const item = synthetic(1);
    beforeAll(async () => {
      ledger = await newPlace().open();
    });
    afterAll(() => ledger.close());

    it('starts empty and intact', async () => {
      expect(await ledger.coverage()).toEqual({ documents: 0, read: 0, notRead: 0, claims: 0, reviewed: 0 });
      expect(await ledger.claims()).toEqual({ rows: [], next: null });
      expect(await ledger.verify()).toMatchObject({ intact: true, statements: 0 });
    });

    it('says what was new, and adds nothing the second time', async () => {
      const [first] = await ledger.record([item]);
      expect(first).toMatchObject({ isNew: true, readingIsNew: true, claims: 6 });
      const { statements } = await ledger.verify();
      const again = await ledger.record([item, item]);
      expect(again).toEqual([1, 2].map(() => ({ ...first, isNew: false, readingIsNew: false })));
      expect((await ledger.verify()).statements).toBe(statements);
      expect(await all(ledger)).toHaveLength(6);
    });

    it('keeps what failed beside the chain, counts it up, and forgets what was read since', async () => {
      const { statements } = await ledger.verify();
      const failure = { source: 'a.csv', code: 'input-empty', message: 'a', settings: { x: 1 }, due: null };
      await ledger.noteFailures([
        { ...failure, input: 'a.csv, row 2' },
        { ...failure, input: 'b', source: 'b', due: '2017-01-02T00:00:00.000Z' },
      ]);
      await ledger.noteFailures([{ ...failure, input: 'a.csv, row 2', code: 'input-type' }]);
      expect(await ledger.failures({ input: ['a.csv'] })).toEqual([
        expect.objectContaining({ input: 'a.csv, row 2', code: 'input-type', times: 2, settings: { x: 1 } }),
      ]);
      expect(await ledger.failures({ dueBy: '2017-01-02T00:00:00.000Z' })).toHaveLength(1);
      expect(await ledger.failures({ dueBy: '2017-01-01T00:00:00.000Z' })).toEqual([]);
      expect(await ledger.failures({ code: ['input-empty'] })).toHaveLength(1);
      await ledger.reindex();
      await ledger.settleFailures(['a.csv', 'b'], '2000-01-01');
      expect(await ledger.failures()).toHaveLength(2);
      await ledger.settleFailures(['a.csv'], '9999-01-01');
      expect((await ledger.failures()).map(({ input }) => input)).toEqual(['b']);
      expect((await ledger.verify()).statements).toBe(statements);
    });

    it('ties versions of a page by their address and their visits, with what goes with them in one transaction', async () => {
      const url = `https://visits.example/${'long/'.repeat(500)}`;
      const at = (seed: number, day: string) => {
        const { document, reading } = synthetic(seed);
        const provenance = { ...document.provenance, how: 'url' as const, location: url, finalUrl: url };
        return {
          document: { ...document, provenance: { ...provenance, fetched: `${day}T00:00:00.000Z` } },
          reading,
        };
      };
      const [one, two] = [at(91, '2017-01-01'), at(92, '2017-01-02')];
      const [before, after] = [one.document.sha256, two.document.sha256];
      const visit = {
        ...{
          url,
          document: before,
          outcome: 'corrected' as const,
          became: after,
          sha256: after,
          status: 200,
        },
        ...{
          at: '2017-01-02T00:00:00.000Z',
          finalUrl: url,
          redirects: [],
          headers: {},
          notice: 'Correction:',
        },
        claims: { changed: [one.reading!.claims[0]!.id], gone: [] },
      };
      const retraction = {
        who: 'ana',
        why: null,
        document: before,
        kind: 'withdrawn' as const,
        claims: null,
        url,
        text: null,
      };
      expect(await ledger.isFetched(url)).toBe(false);
      await ledger.record([one], { collecting: [{ what: 'feed', key: url, value: { next: 1 } }] });
      const broken = {
        visits: [{ ...visit, document: 'sha256:none' }],
        collecting: [{ what: 'feed', key: url, value: null }],
      };
      await expect(ledger.record([two], broken)).rejects.toThrow();
      expect(await ledger.document(after)).toBeNull();
      await ledger.record([two], {
        visits: [visit],
        retractions: [retraction],
        collecting: [{ what: 'item', key: 'a', value: 1 }],
      });
      const look = async () => {
        expect(await ledger.isFetched(url)).toBe(true);
        expect((await ledger.versions(after)).map(({ sha256 }) => sha256)).toEqual([before, after]);
        expect(await ledger.visits({ document: before })).toMatchObject([visit]);
        expect(await ledger.visits({ url })).toHaveLength(1);
        expect(await ledger.collecting('feed')).toEqual(new Map([[url, { next: 1 }]]));
        expect(await ledger.retractions(before)).toHaveLength(1);
      };
      await look();
      const pages: unknown[] = [];
      for await (const page of ledger.fetchedPages()) if (page.url === url) pages.push(page);
      expect(pages).toEqual([{ url, document: after }]);
      await ledger.reindex();
      await look();
      expect(await ledger.verify()).toMatchObject({ intact: true });
      await ledger.erase({ who: 'ana', why: 'asked', what: 'document', document: before });
      expect(await ledger.visits({ url })).toEqual([]);
      expect(await ledger.verify()).toMatchObject({ intact: true });
    });

    it('takes the same document twice in one call', async () => {
      const twice = synthetic(2);
      const [first, second] = await ledger.record([twice, twice]);
      expect([first!.isNew, second!.isNew]).toEqual([true, false]);
      expect(await ledger.countClaims({ document: [twice.document.sha256] })).toBe(6);
    });

    it('gives bytes and Reading back as they came', async () => {
      const [recorded] = await ledger.record([item]);
      const { reading, document } = recorded as { reading: string; document: string };
      expect(Buffer.from((await ledger.original(document))!)).toEqual(Buffer.from(item.document.bytes));
      expect((await ledger.reading(reading))!.reading).toEqual(item.reading);
      expect((await ledger.currentReading(document))!.id).toBe(reading);
      expect(await ledger.original(`sha256:${'0'.repeat(64)}`)).toBeNull();
      expect(await ledger.reading('sha256:none')).toBeNull();
    });

    it('another publication date given is a new Reading of the same document, and asking again brings the first back', async () => {
      const dated = synthetic(1, { given: { published: '2016-02-03' } });
      const [second] = await ledger.record([dated]);
      expect(second).toMatchObject({ isNew: false, readingIsNew: true });
      const stored = (await ledger.document(item.document.sha256))!;
      expect(stored.readings.map((reading) => reading.current)).toEqual([false, true]);
      expect((await all(ledger, { document: [item.document.sha256] })).map((row) => row.published)).toEqual(
        Array(6).fill('2016-02-03'),
      );
      await ledger.record([item]);
      const back = (await ledger.document(item.document.sha256))!;
      expect(back.readings.map((reading) => reading.current)).toEqual([true, false]);
      expect(await ledger.countClaims({ document: [item.document.sha256] })).toBe(6);
    });

    it('a newer engine takes the place of an older one, and both are kept', async () => {
      const newer = synthetic(2, { engine: { ...ENGINE, version: '0.2.0' }, claims: 6 });
      await ledger.record([newer]);
      const { sha256 } = newer.document;
      expect(await ledger.countClaims({ document: [sha256], engine: ['0.1.0'] })).toBe(0);
      expect(await ledger.countClaims({ document: [sha256], engine: ['0.2.0'] })).toBe(6);
      const stored = (await ledger.document(sha256))!;
      expect(stored.readings.map(({ engine }) => engine.version)).toEqual(['0.1.0', '0.2.0']);
      expect((await ledger.reading(stored.readings[0]!.id))!.reading.engine.version).toBe('0.1.0');
    });

    it('keeps a document that was not read, and counts it so', async () => {
      const { document } = synthetic(3);
      const { documents, read } = await ledger.coverage();
      await ledger.record([{ document, reading: null }]);
      expect(await ledger.coverage()).toMatchObject({ documents: documents + 1, read, notRead: 1 });
      const unread = await ledger.documents({ read: false });
      expect(unread.rows).toMatchObject([{ sha256: document.sha256, reading: null, wasRead: false }]);
      await ledger.record([synthetic(3)]);
      expect(await ledger.coverage()).toMatchObject({ documents: documents + 1, read: read + 1, notRead: 0 });
    });

    it('refuses what would break its promises, and then keeps nothing of the call', async () => {
      const good = synthetic(50);
      const broken: [string, Recordable][] = [];
      const bytes = synthetic(51);
      broken.push(['bytes', { ...bytes, document: { ...bytes.document, bytes: new Uint8Array([1]) } }]);
      const words = structuredClone(synthetic(52));
      words.reading!.claims[2]!.text += '!';
      broken.push(['words', words]);
      const span = structuredClone(synthetic(53));
      span.reading!.claims[0]!.events[0]!.effects[0]!.span = [3, 1_000_000];
      broken.push(['span', span]);
      const other = structuredClone(synthetic(54));
      other.reading!.document = good.document.sha256;
      broken.push(['document', other]);
      for (const [what, item] of broken) {
        await expect(ledger.record([good, item]), what).rejects.toEqual(refused('reading-invalid'));
      }
      expect(await ledger.document(good.document.sha256)).toBeNull();
    });

    it('takes text that databases dislike', async () => {
      const nasty = structuredClone(synthetic(55));
      const { reading } = nasty;
      const text = `${reading!.article.text}\u0000 \ud800 lone ${'x'.repeat(10_000)} <b>"';--`;
      reading!.article.text = text;
      reading!.article.title = '\u0000"\ud800';
      reading!.parties[0]!.name = 'y'.repeat(10_000);
      await ledger.record([nasty]);
      const stored = (await ledger.currentReading(nasty.document.sha256))!;
      expect(stored.reading.article.text).toBe(text);
      await ledger.decide([
        {
          who: 'Ana',
          why: null,
          decision: { type: 'note', on: { what: 'incident', id: '\ud800' }, text: 'seen' },
        },
      ]);
      expect(await ledger.verify()).toMatchObject({ intact: true });
    });

    it('rebuilds its index from its statements alone', async () => {
      const before = await all(ledger);
      const facets = await ledger.facets(FACET_FIELDS);
      await ledger.reindex();
      expect(await all(ledger)).toEqual(before);
      expect(await ledger.facets(FACET_FIELDS)).toEqual(facets);
      expect(await ledger.verify()).toMatchObject({ intact: true });
    });
  });
}

export function readingContract(newPlace: () => LedgerPlace): void {
  describe('reading', () => {
    let ledger: Ledger;
    /** The same ledger opened again, of which nothing is in memory. */
    let fresh: Ledger;
    let rows: ClaimRow[];
    let clock = 0;
    const at = () => new Date(Date.UTC(2018, 0, 1 + clock++));
    beforeAll(async () => {
      const place = newPlace();
      ledger = await place.open({ at });
      for (let seed = 100; seed < 120; seed++) await ledger.record([synthetic(seed)]);
      rows = await all(ledger);
      await ledger.facets(['kind']);
      fresh = await place.open();
    });
    afterAll(async () => {
      await ledger.close();
      await fresh.close();
    });

    it('lists every claim once, in document order, whatever the page size', async () => {
      expect(rows).toHaveLength(120);
      expect(new Set(rows.map((row) => row.id)).size).toBe(120);
      expect(await all(ledger, {}, 7)).toEqual(rows);
      const streamed: ClaimRow[] = [];
      for await (const row of ledger.everyClaim()) streamed.push(row);
      expect(streamed).toEqual(rows);
    });

    /** Each filter with what it must let through, said a second time in plain code. */
    const FILTERS: [name: string, query: ClaimQuery, keeps: (row: ClaimRow) => boolean][] = [
      [
        'certainty',
        { certainty: ['denied', 'hedged'] },
        (row) => ['denied', 'hedged'].includes(row.certainty),
      ],
      ['type', { type: ['attack'] }, (row) => row.type === 'attack'],
      [
        'source',
        { source: ['Norland Radio'] },
        (row) => row.sources.some(({ name }) => name === 'Norland Radio'),
      ],
      ['nearest null', { nearest: [null] }, (row) => row.sources.length === 0],
      [
        'nearest kind',
        { nearestKind: ['author', 'outlet'] },
        (row) => ['outlet', undefined].includes(row.sources.at(-1)?.kind ?? undefined),
      ],
      ['by', { by: ['Hill Guard'] }, (row) => row.by.some(({ name }) => name === 'Hill Guard')],
      [
        'party',
        { party: ['Northern Front'] },
        (row) => [...row.sources, ...row.by].some(({ name }) => name === 'Northern Front'),
      ],
      ['place', { place: ['Karsa', null] }, (row) => row.place === null || row.place.name === 'Karsa'],
      ['placed', { placed: false }, (row) => row.place === null],
      ['box', { box: [40, 34, 41, 36] }, (row) => row.place?.name === 'Karsa'],
      ['box over the antimeridian', { box: [40.5, 34, -170, 36] }, (row) => row.place?.name === 'Al-Dur'],
      ['dated', { dated: false }, (row) => row.time === null],
      [
        'time',
        { timeFrom: '2017-10-10', timeTo: '2017-10-12' },
        (row) => row.time !== null && row.time.from! >= '2017-10-10' && row.time.from! <= '2017-10-12',
      ],
      [
        'published',
        { publishedFrom: '2017-05-01', publishedTo: '2017-07-31' },
        (row) => /^2017-0[567]/.test(row.published ?? ''),
      ],
      [
        'publisher',
        { publisher: ['Karsa Post', null] },
        (row) => [null, 'Karsa Post'].includes(row.publisher),
      ],
      [
        'effect',
        { effect: ['killed'], whom: ['civilians'] },
        (row) => row.effects.some((e) => e.what === 'killed' && e.whom === 'civilians'),
      ],
      [
        'at least',
        { atLeast: 80 },
        (row) => row.effects.some((e) => (e.high ?? Number.POSITIVE_INFINITY) >= 80),
      ],
      ['nothing', { kind: [] }, () => false],
      ['review', { review: ['rejected'] }, () => false],
      [
        'both',
        { type: ['attack'], certainty: ['asserted'] },
        (row) => row.type === 'attack' && row.certainty === 'asserted',
      ],
    ];
    it.each(FILTERS)('filters by %s', async (_name, query, keeps) => {
      const expected = rows.filter(keeps);
      expect((await all(ledger, query)).map((row) => row.id)).toEqual(expected.map((row) => row.id));
      // Counted by the database, and once facets were asked for by the columns in memory.
      expect(await fresh.countClaims(query)).toBe(expected.length);
      expect(await ledger.countClaims(query)).toBe(expected.length);
    });

    it('has filters that let some through and keep some out', () => {
      for (const [name, , keeps] of FILTERS) {
        const kept = rows.filter(keeps).length;
        expect(kept, name).toBeLessThan(rows.length);
        if (!['nothing', 'review'].includes(name)) expect(kept, name).toBeGreaterThan(0);
      }
    });

    it.each([
      ['published', (row: ClaimRow) => row.published ?? ''],
      ['time', (row: ClaimRow) => row.time?.from ?? ''],
    ] as const)('sorts by %s both ways', async (sort, key) => {
      for (const descending of [false, true]) {
        const sorted = await all(ledger, { sort, descending }, 11);
        expect(sorted).toHaveLength(rows.length);
        const keys = sorted.map(key);
        const expected = [...keys].sort();
        expect(keys).toEqual(descending ? expected.reverse() : expected);
      }
    });

    it('counts values, each field without its own condition', async () => {
      const filter: ClaimQuery = { certainty: ['asserted'], by: ['Hill Guard'] };
      const [certainty, by, effect] = await ledger.facets(['certainty', 'by', 'effect'], filter);
      const byHillGuard = rows.filter((row) => row.by.some(({ name }) => name === 'Hill Guard'));
      for (const { value, count } of certainty!.values) {
        expect(count).toBe(byHillGuard.filter((row) => row.certainty === value).length);
      }
      const asserted = rows.filter((row) => row.certainty === 'asserted');
      expect(by!.values.reduce((sum, { count }) => sum + count, 0)).toBe(asserted.length);
      const both = byHillGuard.filter((row) => row.certainty === 'asserted');
      expect(effect!.values.reduce((sum, { count }) => sum + count, 0)).toBe(both.length);
      const counts = certainty!.values.map(({ count }) => count);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    });

    it('counts places with their precision, whatever area is chosen, and what has none by why', async () => {
      const { places, more, placed, unplaced } = await ledger.places({
        certainty: ['asserted'],
        box: [0, 0, 1, 1],
      });
      const asserted = rows.filter((row) => row.certainty === 'asserted');
      const at = asserted.filter((row) => row.place?.lat != null);
      expect([placed, more]).toEqual([at.length, { places: 0, claims: 0 }]);
      for (const { name, lat, lon, precision, claims, certainty } of places) {
        const here = at.filter(
          ({ place }) => place!.name === name && place!.lat === lat && place!.lon === lon,
        );
        expect([claims, certainty[0], precision]).toEqual([here.length, here.length, 'exact']);
      }
      expect(places.reduce((sum, { claims }) => sum + claims, 0)).toBe(at.length);
      expect(unplaced).toEqual([{ status: 'none', claims: asserted.length - at.length }]);
    });

    it('counts claims over time, whatever days are chosen', async () => {
      const { unit, series, bins, before, after, undated } = await ledger.timeline({
        timeFrom: '2017-10-10',
      });
      expect([unit, series.length, before + after]).toEqual(['day', 5, 0]);
      const dated = rows.filter((row) => row.time?.from != null);
      expect(undated).toBe(rows.length - dated.length);
      for (const { start, counts } of bins) {
        const here = dated.filter(({ time }) => time!.from === start);
        expect(counts.reduce((a, b) => a + b, 0)).toBe(here.length);
        expect(counts[0]).toBe(here.filter(({ certainty }) => certainty === 'asserted').length);
      }
      const zoomed = await ledger.timeline({ bars: 'type', first: '2017-10-05', last: '2017-10-20' });
      expect(zoomed.series).toHaveLength(4);
      expect([zoomed.first, zoomed.last]).toEqual(['2017-10-05', '2017-10-20']);
      expect(zoomed.before).toBe(dated.filter(({ time }) => time!.from! < '2017-10-05').length);
      const published = await ledger.timeline({ over: 'published' });
      expect([published.unit, published.undated]).toEqual(['week', 0]);
    });

    it('never lists private persons as values', async () => {
      const private_ = rows.filter((row) => row.sources[0]?.name === 'Mirza Tal').length;
      expect(private_).toBeGreaterThan(0);
      for (const facet of await ledger.facets(['source', 'nearest', 'outermost'])) {
        expect(facet.values.map(({ value }) => value)).not.toContain('Mirza Tal');
        expect(facet.values.map(({ value }) => value)).toContain('Colonel Aras Vey');
        expect(facet.privatePersons).toBe(private_);
      }
    });

    it('searches words in any form, phrases, endings, exclusions and alternatives', async () => {
      const texts = async (text: string) =>
        (await all(ledger, { text, sort: 'document' })).map((row) => row.text);
      const expected = (keeps: (row: ClaimRow) => boolean) => rows.filter(keeps).map((row) => row.text);
      expect(await texts('shelling')).toEqual(expected((row) => row.text.includes('shelled')));
      expect(await texts('"Tel Hamra"')).toEqual(expected((row) => row.text.includes('Tel Hamra')));
      expect(await texts('bes*')).toEqual(expected((row) => row.text.includes('Besna')));
      expect(await texts('bombed -karsa')).toEqual(
        expected((row) => row.text.includes('bombed') && !row.text.includes('Karsa')),
      );
      expect(await texts('karsa OR besna civilians')).toEqual(
        expected((row) => /Karsa|Besna/.test(row.text) && row.text.includes('civilians')),
      );
      // A name that is tied to the claim and not in its words.
      expect(await texts('observatory')).toEqual(
        expected((row) => row.sources.some(({ name }) => name === 'Hillside Observatory')),
      );
      expect(await texts('nowhere')).toEqual([]);
    });

    it('marks matches by offsets', async () => {
      const page = await ledger.claims({ text: 'raided', limit: 5 });
      expect(page.rows.length).toBeGreaterThan(0);
      for (const row of page.rows) {
        const { text, marks } = row.snippet!;
        expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['raided']);
      }
    });

    it('pages through a search by relevance', async () => {
      const whole = await all(ledger, { text: 'civilians' });
      expect(whole.length).toBeGreaterThan(10);
      expect(await all(ledger, { text: 'civilians' }, 4)).toEqual(whole);
      expect(new Set(whole.map((row) => row.id)).size).toBe(whole.length);
    });

    it('takes any search text for what it is', async () => {
      for (const text of [
        '"',
        '"unclosed phrase',
        "o'brien \\ % _",
        'a OR',
        'NEAR(a b)',
        '* karsa',
        'text:karsa',
        "karsa'); drop table claims;--",
        'karsa \u0000',
      ]) {
        await expect(ledger.claims({ text: `karsa ${text}` }), text).resolves.toBeDefined();
      }
      for (const text of ['', '  ', '-only', '!!!', '"']) {
        await expect(ledger.claims({ text }), text).rejects.toEqual(refused('query-invalid'));
      }
    });

    it('gives the newest first where very many match, by any filter, and pages through all', {
      timeout: 120_000,
    }, async () => {
      const place = newPlace();
      const short = await place.open({ ranked: 3 });
      await short.record(Array.from({ length: 12 }, (_, seed) => synthetic(seed)));
      const everything = await all(short);
      for (const filter of [
        {},
        { certainty: ['asserted' as const] },
        { place: ['Karsa'] },
        { atLeast: 20 },
      ]) {
        const query: ClaimQuery = { ...filter, text: 'shelled OR bombed' };
        const wanted = (await all(short, { ...query, sort: 'recorded', descending: true })).map(
          ({ id }) => id,
        );
        expect(wanted.length).toBeGreaterThan(3);
        expect(wanted.length).toBeLessThan(everything.length);
        // Asked of the database first, and of the columns once these are in memory.
        for (let i = 0; i < 2; i++) {
          expect((await all(short, query, 4)).map(({ id }) => id)).toEqual(wanted);
          await short.facets(FACET_FIELDS, filter);
        }
      }
      const titles: (string | null)[] = [];
      let cursor: string | undefined;
      do {
        const page: Page<ArticleHit> = await short.articles({ text: 'front', limit: 5, cursor });
        titles.push(...page.rows.map(({ document }) => document.title));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(titles).toEqual(Array.from({ length: 12 }, (_, i) => `Report ${11 - i} from the front`));
      await short.close();
    });

    it('searches articles', async () => {
      const page = await ledger.articles({ text: '"report 105"' });
      expect(page.rows).toHaveLength(1);
      expect(page.rows[0]!.document.title).toBe('Report 105 from the front');
      const first = await ledger.articles({ text: 'shelled', limit: 3 });
      const second = await ledger.articles({ text: 'shelled', limit: 3, cursor: first.next! });
      expect(first.rows).toHaveLength(3);
      expect(first.rows[0]!.snippet.marks.length).toBeGreaterThan(0);
      const ids = [...first.rows, ...second.rows].map((hit) => hit.document.sha256);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('lists documents in pages', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ledger.documents({ sort: 'published', descending: true, limit: 6, cursor });
        seen.push(...page.rows.map((row) => `${row.published} ${row.sha256}`));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(20);
      expect(seen.map((row) => row.slice(0, 10))).toEqual(
        seen
          .map((row) => row.slice(0, 10))
          .sort()
          .reverse(),
      );
      expect(new Set(seen).size).toBe(20);
    });

    it('tells one claim in full', async () => {
      const row = rows.find((one) => one.place !== null && one.sources.length > 0)!;
      const standing = (await ledger.claim(row.id))!;
      expect(standing.row).toEqual(row);
      expect(standing.claim.text).toBe(row.text);
      expect(standing.claim.event!.place!.name).toBe(row.place!.name);
      expect(standing.claim.chain[0]!.source.party!.name).toBe(row.sources[0]!.name);
      const { reading } = (await ledger.reading(standing.reading!))!;
      expect(reading.claims.some((claim) => claim.id === row.id)).toBe(true);
      expect(await ledger.claim('none')).toBeNull();
    });

    it('keeps a cursor to the state it began with, while documents come in', async () => {
      const first = await ledger.claims({ limit: 100, sort: 'published' });
      const expected = (await all(ledger, { sort: 'published' })).slice(100).map((row) => row.id);
      await ledger.record([synthetic(300)]);
      const second = await ledger.claims({ limit: 1000, sort: 'published', cursor: first.next! });
      expect(second.rows.map((row) => row.id)).toEqual(expected);
    });

    it('answers for a past state', async () => {
      const then = '2018-01-06T00:00:00Z';
      const count = await ledger.countClaims({}, { asOf: then });
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(60);
      const page = await ledger.claims({ limit: 1000 }, { asOf: then });
      expect(page.rows).toEqual(rows.slice(0, count));
      expect(await ledger.coverage({ asOf: then })).toMatchObject({
        claims: count,
        documents: Math.ceil(count / 6),
      });
      expect(await fresh.countClaims({}, { asOf: then })).toBe(count);
      const streamed: ClaimRow[] = [];
      for await (const row of ledger.everyClaim({}, { asOf: then })) streamed.push(row);
      expect(streamed).toEqual(page.rows);
      const documents = await ledger.documents({}, { asOf: then });
      expect(documents.rows.map(({ sha256 }) => sha256)).toEqual([
        ...new Set(streamed.map((row) => row.document)),
      ]);
      const [later] = (await ledger.documents({ descending: true, limit: 1 })).rows;
      expect(await ledger.document(later!.sha256, { asOf: then })).toBeNull();
      expect(await ledger.currentReading(later!.sha256, { asOf: then })).toBeNull();
      const found = await ledger.claims({ text: 'civilians', limit: 1000 }, { asOf: then });
      expect(new Set(found.rows.map(({ id }) => id))).toEqual(
        new Set(
          (await all(ledger, { text: 'civilians' })).flatMap(({ id }) =>
            streamed.some((one) => one.id === id) ? id : [],
          ),
        ),
      );
      const articles = await ledger.articles({ text: 'front', limit: 100 }, { asOf: then });
      expect(articles.rows).toHaveLength(documents.rows.length);
      expect(await ledger.countClaims({}, { asOf: 0 })).toBe(0);
      expect(await ledger.countClaims({}, { asOf: '1999-01-01' })).toBe(0);
      const [facet] = await ledger.facets(['kind'], {}, { asOf: then });
      expect(facet!.values).toEqual([{ value: 'event', count }]);
    });

    it('refuses cursors, limits and times that mean nothing', async () => {
      const { next } = await ledger.claims({ limit: 1 });
      const asked: [ClaimQuery, { asOf?: string | number }?][] = [
        [{ cursor: 'rubbish' }],
        [{ cursor: next!, type: ['attack'] }],
        [{ cursor: Buffer.from('[1,"x",{},1,1,1]').toString('base64url') }],
        [{ limit: 0 }],
        [{ limit: 100_000 }],
        [{ sort: 'relevance' }],
        [{}, { asOf: 'yesterday' }],
        [{}, { asOf: -1 }],
      ];
      for (const [query, options] of asked) {
        await expect(ledger.claims(query, options), JSON.stringify([query, options])).rejects.toEqual(
          refused('query-invalid'),
        );
      }
    });
  });
}

export function ledgerContract(newPlace: () => LedgerPlace): void {
  recordingContract(newPlace);
  readingContract(newPlace);
}
