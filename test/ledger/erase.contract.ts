/** Erasing, on every store. What is left in files is checked by the stores' own tests, which know their files. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/5-ledger/index.ts';
import { all, type LedgerPlace, refused } from './ledger.contract.ts';
import { reread } from './review.contract.ts';
import { synthetic } from './synthetic.ts';

/** Every string that any read of the ledger gives. */
export async function everythingSaid(ledger: Ledger): Promise<string> {
  const said: unknown[] = [
    await all(ledger, {
      review: ['undecided', 'reads-right', 'corrected', 'added', 'rejected', 'merged', 'split'],
    }),
    (await ledger.documents({ limit: 1000 })).rows,
    (await ledger.log({ limit: 1000 })).rows,
    await ledger.decisions(),
    await ledger.assessments(),
    await ledger.retractions(),
    await ledger.orphans(),
  ];
  for (const { sha256 } of (await ledger.documents({ limit: 1000 })).rows) {
    const document = (await ledger.document(sha256))!;
    said.push(document);
    for (const { id } of document.readings) said.push(await ledger.reading(id));
    const bytes = await ledger.original(sha256);
    if (bytes) said.push(new TextDecoder().decode(bytes));
  }
  return JSON.stringify(said);
}

export function eraseContract(newPlace: () => LedgerPlace): void {
  describe('erasing', () => {
    const open: Ledger[] = [];
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await newPlace().open();
      open.push(ledger);
      for (let seed = 1; seed <= 4; seed++) await ledger.record([synthetic(seed)]);
    });
    afterAll(async () => {
      for (const one of open) await one.close();
    });
    const who = 'Ana';
    const why = 'a court ordered it';

    it('takes a whole document with all that was said of it, and keeps the rest and the chain', async () => {
      const { sha256 } = synthetic(2).document;
      await ledger.record([reread(2)]);
      const [claim] = await all(ledger, { document: [sha256] });
      await ledger.decide([
        { who, why: 'post 2-0 is right', decision: { type: 'reads-right', claim: claim!.id } },
        {
          who,
          why: null,
          decision: { type: 'note', on: { what: 'document', id: sha256 }, text: 'see post 2-0' },
        },
      ]);
      const assessment = { scheme: 'airwars', grade: 'weak' } as const;
      await ledger.assess({ who, why: 'post 2-0', on: { what: 'claim', id: claim!.id }, assessment });
      const others = (await all(ledger)).filter((row) => row.document !== sha256);
      const dry = await ledger.erase({ who, why, what: 'document', document: sha256 }, true);
      expect(dry).toMatchObject({ seq: null, statements: 6, originals: 1 });
      const report = await ledger.erase({ who, why, what: 'document', document: sha256 });
      expect(report).toMatchObject({ statements: 6, masked: 0, originals: 1 });
      expect(await all(ledger)).toEqual(others);
      expect(await ledger.document(sha256)).toBeNull();
      expect(await ledger.original(sha256)).toBeNull();
      const said = await everythingSaid(ledger);
      for (const trace of ['Report 2', 'post 2-', 'reports/2.txt', sha256.slice(7), claim!.id])
        expect(said).not.toContain(trace);
      expect((await ledger.claims({ text: '"post 2"' })).rows).toEqual([]);
      expect((await ledger.articles({ text: '"report 2"' })).rows).toEqual([]);
      expect(await ledger.verify()).toMatchObject({ intact: true, erased: 6, erasureUnfinished: false });
      expect((await ledger.log({ kind: ['erasure'] })).rows).toMatchObject([
        { seq: report.seq, who, type: 'document' },
      ]);
    });

    it('masks words in one document, keeps offsets, and does not take the file again', async () => {
      const item = synthetic(3);
      const { sha256 } = item.document;
      const text = item.reading!.article.text;
      const words = 'post 3-1';
      const start = text.indexOf(words);
      const before = await all(ledger, { document: [sha256] });
      await ledger.decide([{ who, why: null, decision: { type: 'reject', claim: before[1]!.id } }]);
      const report = await ledger.erase({
        who,
        why,
        what: 'words',
        document: sha256,
        span: [start, start + words.length],
      });
      expect(report).toMatchObject({ statements: 2, masked: 2, originals: 1 });
      expect(await everythingSaid(ledger)).not.toContain(words);
      const { reading } = (await ledger.currentReading(sha256))!;
      expect(reading.article.text).toHaveLength(text.length);
      expect(reading.article.text.slice(start, start + words.length)).toBe('████ ███');
      const after = await all(ledger, { document: [sha256] });
      // The decision stands where it stood, on the same claim.
      expect(after.map((row) => row.id)).toEqual(before.filter((_, i) => i !== 1).map((row) => row.id));
      expect((await ledger.claim(before[1]!.id))!.claim.text).toContain('████ ███');
      expect(await ledger.verify()).toMatchObject({ intact: true, erased: 2, erasedOriginals: 1 });
      await expect(ledger.record([item])).rejects.toEqual(refused('document-erased'));
    });

    it('masks a person everywhere, in any case and over line breaks', async () => {
      const trace = /mirza\s+tal/i;
      await ledger.record([synthetic(9)]);
      await ledger.assess({
        who,
        why: 'MIRZA\nTAL told me',
        on: { what: 'incident', id: 'RP-1' },
        assessment: { scheme: 'airwars', grade: 'weak' },
      });
      const [claim] = (await all(ledger)).filter((row) => row.sources[0]?.name === 'Mirza Tal');
      await ledger.decide([{ who: 'Mirza Tal', why: null, decision: { type: 'reject', claim: claim!.id } }]);
      expect(await everythingSaid(ledger)).toMatch(trace);
      await ledger.erase({ who, why: 'Mirza Tal asks for it', what: 'person', names: ['Mirza Tal'] });
      const said = await everythingSaid(ledger);
      expect(said).not.toMatch(trace);
      expect(said).toContain('█████ ███');
      expect((await ledger.claims({ text: 'mirza' })).rows).toEqual([]);
      expect((await ledger.log({ who: 'Mirza Tal' })).rows).toEqual([]);
      const report = await ledger.verify();
      expect(report).toMatchObject({ intact: true });
      expect(report.erased).toBeGreaterThan(3);
      // A second erasure over what the first left.
      const again = await ledger.erase({ who, why, what: 'person', names: ['Northern Front'] });
      expect(again.masked).toBeGreaterThan(3);
      expect(await everythingSaid(ledger)).not.toMatch(/northern\s+front/i);
      expect(await ledger.verify()).toMatchObject({ intact: true });
    });

    it('gives the same index when it is built anew, past states too', async () => {
      const { sha256 } = synthetic(1).document;
      const [claim] = await all(ledger, { document: [synthetic(2).document.sha256] });
      await ledger.decide([{ who, why: null, decision: { type: 'reject', claim: claim!.id } }]);
      await ledger.erase({ who, why, what: 'document', document: sha256 });
      await ledger.erase({ who, why, what: 'person', names: ['Norland Radio', 'Hill Guard'] });
      await ledger.erase({ who, why, what: 'person', names: ['River Brigades'] });
      const look = async () => [
        (await ledger.claims({ limit: 1000 }, { asOf: 6 })).rows,
        await all(ledger),
        (await ledger.log({ limit: 1000 })).rows,
        await ledger.decisions(),
        (await ledger.documents({}, { asOf: 6 })).rows,
      ];
      const before = await look();
      expect((before[0] as unknown[]).length).toBe(12);
      await ledger.reindex();
      expect(await look()).toEqual(before);
    });

    it('does nothing where there is nothing, and refuses what it cannot find', async () => {
      expect(await ledger.erase({ who, why, what: 'person', names: ['Nobody Here'] })).toMatchObject({
        seq: null,
        statements: 0,
      });
      await expect(ledger.erase({ who, why, what: 'document', document: 'none' })).rejects.toEqual(
        refused('not-in-ledger'),
      );
      const { sha256 } = synthetic(1).document;
      await expect(ledger.erase({ who, why, what: 'words', document: sha256, span: [5, 5] })).rejects.toEqual(
        refused('decision-invalid'),
      );
      await expect(ledger.erase({ who, why: '', what: 'document', document: sha256 })).rejects.toEqual(
        refused('decision-invalid'),
      );
      expect(await ledger.verify()).toMatchObject({ intact: true, erased: 0, statements: 8 });
    });
  });
}

export function releaseContract(newPlace: () => LedgerPlace): void {
  describe('releasing', () => {
    it('names a state by its content, whatever the order it came in, and tells two apart with reasons', async () => {
      const [one, two] = [await newPlace().open(), await newPlace().open()];
      await one.record([synthetic(1)]);
      await one.record([synthetic(2)]);
      await two.record([synthetic(2), synthetic(1)]);
      const input = { who: 'Ana', why: null, name: 'October' };
      const first = await one.createRelease(input);
      expect((await two.createRelease(input)).release).toBe(first.release);
      expect(first.content).toMatchObject({ claims: 12, documents: { count: 2 } });
      expect(first.state).toMatchObject({ seq: 4, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      await expect(one.createRelease(input)).rejects.toEqual(refused('decision-invalid'));

      const [a, b] = await all(one);
      await one.decide([
        { who: 'Ana', why: 'wrong', decision: { type: 'reject', claim: a!.id } },
        { who: 'Ana', why: null, decision: { type: 'reads-right', claim: b!.id } },
        {
          who: 'Bela',
          why: null,
          decision: { type: 'correct', claim: b!.id, field: 'type', value: 'grenade' },
        },
      ]);
      await one.record([synthetic(3, { claims: 1 })]);
      const second = await one.createRelease({ ...input, name: 'November' });
      expect(second.release).not.toBe(first.release);
      const releases = await one.releases();
      expect(releases.map(({ name }) => name)).toEqual(['October', 'November']);
      expect(await one.releases({ asOf: releases[0]!.seq })).toEqual(releases.slice(0, 1));
      const changes = [];
      for await (const change of one.compareReleases('October', 'November')) changes.push(change);
      expect(changes).toMatchObject([
        {
          claim: b!.id,
          change: 'changed',
          fields: ['type', 'review'],
          reasons: [
            { who: 'Ana', type: 'reads-right', why: null },
            { who: 'Bela', type: 'correct' },
          ],
        },
        {
          claim: a!.id,
          change: 'removed',
          after: null,
          reasons: [{ who: 'Ana', type: 'reject', why: 'wrong' }],
        },
        { change: 'added', before: null, reasons: [{ kind: 'reading' }] },
      ]);
      for await (const change of one.compareReleases('November', null)) expect(change).toBeNull();
      await expect(() =>
        one.compareReleases('November', 'October')[Symbol.asyncIterator]().next(),
      ).rejects.toEqual(refused('query-invalid'));
      await expect(() => one.compareReleases('May', null)[Symbol.asyncIterator]().next()).rejects.toEqual(
        refused('not-in-ledger'),
      );
      await one.close();
      await two.close();
    });
  });
}
