/** A ledger edited by hand: `verify` fails and says what is wrong where. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { passingFolders, type SqliteFolder } from '../../test/ledger/sqlite-folder.ts';
import { synthetic } from '../../test/ledger/synthetic.ts';

const folders = passingFolders();
afterAll(folders.remove);
let place: SqliteFolder;
beforeEach(() => {
  place = folders.next();
});

describe('a ledger edited by hand', () => {
  const EDITS: [what: string, sql: string, fault: string, where: RegExp][] = [
    [
      'a word of a Reading',
      "UPDATE statements SET payload = replace(payload, 'Karsa', 'Besna') WHERE seq = 2",
      'payload-changed',
      /^statement 2$/,
    ],
    [
      'a time',
      "UPDATE statements SET at = '2001-01-01T00:00:00.000Z' WHERE seq = 3",
      'statement-changed',
      /^statement 3$/,
    ],
    ['a kind', "UPDATE statements SET kind = 'decision' WHERE seq = 4", 'statement-changed', /^statement 4$/],
    [
      'a hash',
      'UPDATE statements SET hash = lower(hex(randomblob(32))) WHERE seq = 2',
      'statement-changed',
      /^statement [23]$/,
    ],
    ['a statement gone', 'DELETE FROM statements WHERE seq = 3', 'statement-missing', /^statement 3$/],
    ['the last one gone', 'DELETE FROM statements WHERE seq = 6', 'statement-missing', /^statement 6$/],
    [
      'content gone',
      'UPDATE statements SET payload = NULL, salt = NULL WHERE seq = 4',
      'payload-gone',
      /^statement 4$/,
    ],
    [
      'only the salt gone',
      'UPDATE statements SET salt = NULL WHERE seq = 4',
      'payload-changed',
      /^statement 4$/,
    ],
    ['the head', 'UPDATE head SET hash = lower(hex(randomblob(32)))', 'head-differs', /^head$/],
    [
      'the ledger’s id',
      "UPDATE ledger SET value = '00000000-0000-4000-8000-000000000000' WHERE key = 'id'",
      'statement-changed',
      /^statement 1$/,
    ],
    [
      'a figure in the index',
      'UPDATE claim_effects SET high = 4000 WHERE "row" = 3',
      'index-differs',
      /^claims /,
    ],
    [
      'a certainty in the index',
      "UPDATE claims SET certainty = 'asserted', text = text || '!' WHERE \"row\" = 5",
      'index-differs',
      /^claims /,
    ],
    [
      'a source in the index',
      "UPDATE claim_parties SET name = 'Somebody' WHERE \"row\" = 7 AND role = 'by'",
      'index-differs',
      /^claims /,
    ],
    ['a claim gone from the index', 'DELETE FROM claims WHERE "row" = 9', 'index-differs', /^claims /],
    [
      'a claim made up in the index',
      `INSERT INTO claims SELECT 9999, since, until, 'made-up', document, document_seq, reading, position, start, origin, text, names, certainty, kind, type, cue, happening, about_claim, about_as, depth, nearest, nearest_kind, nearest_public, outermost, outermost_kind, outermost_public, place, place_text, place_status, precision, geonames, country, admin1, lat, lon, time_text, time_from, time_to, time_precision, published, publisher, title, url, language, review, withdrawn FROM claims WHERE "row" = 1`,
      'index-differs',
      /^claims made-up/,
    ],
    ['a name in the log', "UPDATE log SET who = 'Somebody' WHERE seq = 1", 'index-differs', /^log 1$/],
    [
      'a publication date in the index',
      "UPDATE readings SET published = '1999-01-01' WHERE seq = 2",
      'index-differs',
      /^readings 2$/,
    ],
    [
      'another Reading in force',
      'UPDATE current_readings SET reading = 4 WHERE reading = 2',
      'index-differs',
      /^current_readings /,
    ],
  ];

  it.each(EDITS)('fails: %s', async (_what, sql, fault, where) => {
    await place.recordSome(1, 2, 3);
    expect(await place.with((ledger) => ledger.verify())).toMatchObject({ intact: true, faults: [] });
    place.byHand(sql);
    const report = await place.with((ledger) => ledger.verify());
    expect(report.intact).toBe(false);
    expect(report.faults).toContainEqual(
      expect.objectContaining({ what: fault, where: expect.stringMatching(where) }),
    );
  });

  it('fails also where a text holds the characters that the comparing of rows puts between values', async () => {
    const { document, reading } = synthetic(1);
    const article = { ...reading!.article, title: 'A title\u001fwith a separator', publisher: 'Karsa Post' };
    await place.with((ledger) =>
      ledger.record([{ document, reading: { ...reading!, article } }, synthetic(2)]),
    );
    expect(await place.with((ledger) => ledger.verify())).toMatchObject({ intact: true });
    // The same characters in the same order, cut elsewhere.
    place.byHand(`UPDATE claims SET publisher = publisher || char(31) || 'A title', title = 'with a separator'
      WHERE "row" = 1`);
    expect((await place.with((ledger) => ledger.verify())).faults.map(({ what }) => what)).toEqual([
      'index-differs',
    ]);
    place.byHand('DELETE FROM claims WHERE document_seq = 1');
    const { faults } = await place.with((ledger) => ledger.verify());
    const claims = faults.filter(({ where }) => /^claims [0-9a-f]/.test(where));
    expect(claims).toHaveLength(reading!.claims.length);
  });

  it('is told the same by threads, each with a stretch of it', { timeout: 120_000 }, async () => {
    await place.recordSome(1, 2, 3, 4);
    place.byHand(`UPDATE claim_effects SET high = 4000 WHERE "row" = 3;
      UPDATE claims SET since = 1 WHERE "row" = 14;
      DELETE FROM claims WHERE "row" = 9;
      INSERT INTO log SELECT 5000, kind, type, who, at, document, claim, target, summary FROM log WHERE seq = 1;
      UPDATE current_readings SET reading = 4 WHERE reading = 2`);
    await place.with(async (ledger) => {
      const one = await ledger.verify({ threads: 1 });
      expect(one.faults.length).toBeGreaterThan(3);
      expect(await ledger.verify({ threads: 2 })).toEqual(one);
    });
    place.byHand("UPDATE statements SET at = '2001-01-01T00:00:00.000Z' WHERE seq IN (3, 7)");
    await place.with(async (ledger) => {
      const one = await ledger.verify({ threads: 1 });
      expect(one).toMatchObject({ intact: false, indexCompared: false });
      expect(await ledger.verify({ threads: 2 })).toEqual(one);
    });
  });

  it('fails: an original changed or gone, and says which', async () => {
    await place.recordSome(1, 2, 3);
    const originals = path.join(place.folder, 'originals');
    const files = readdirSync(originals, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const [first, second] = files.map((entry) => path.join(entry.parentPath, entry.name));
    writeFileSync(first!, 'changed');
    rmSync(second!);
    const { faults } = await place.with((ledger) => ledger.verify());
    expect(faults.map(({ what }) => what).sort()).toEqual(['original-changed', 'original-missing']);
    expect(faults.map(({ where }) => where).join()).toContain(path.basename(first!));
  });

  it('is mended in its index by building it anew', async () => {
    await place.recordSome(1, 2, 3);
    place.byHand('UPDATE claim_effects SET high = 4000; DELETE FROM claims WHERE "row" = 2');
    await place.with(async (ledger) => {
      expect((await ledger.verify()).intact).toBe(false);
      await ledger.reindex();
      expect((await ledger.verify()).intact).toBe(true);
    });
  });
});
