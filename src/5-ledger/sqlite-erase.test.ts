/** Erasing on disk: no byte of what went is left in any file. */
import { readFileSync, writeFileSync } from 'node:fs';
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

describe('erasing on disk', () => {
  const who = 'Ana';
  const why = 'asked';

  it('leaves no byte of a document in any place.file, search index and log files included', async () => {
    const sha256 = synthetic(2).document.sha256;
    await place.recordSome(1, 2, 3);
    const traces = ['Report 2 from', 'post 2-0', sha256.slice(7), 'reports/2.txt'];
    for (const trace of traces.slice(0, 2)) expect(place.everyByte()).toContain(trace);
    await place.with(async (ledger) => {
      await ledger.erase({ who, why, what: 'document', document: sha256 });
      // While it is open, and not only after closing has tidied up.
      for (const trace of traces) expect(place.everyByte(), trace).not.toContain(trace);
      expect(place.everyByte()).toContain('Report 3 from');
    });
  });

  it('leaves no byte of a name, nor its pieces in the search index', async () => {
    await place.recordSome(...Array.from({ length: 30 }, (_, i) => i));
    const name = /mirza/i;
    expect(place.everyByte()).toMatch(name);
    await place.with(async (ledger) => {
      await ledger.erase({ who, why, what: 'person', names: ['Mirza Tal', 'Mirza', 'Tal'] });
      expect(place.everyByte()).not.toMatch(name);
      expect(await ledger.verify()).toMatchObject({ intact: true });
    });
  });

  it('is finished on opening when it was interrupted after the rows were through', async () => {
    await place.recordSome(1, 2);
    const { sha256 } = synthetic(2).document;
    const kept = path.join(place.folder, 'originals', sha256.slice(7, 9), sha256.slice(7));
    const bytes = readFileSync(kept);
    await place.with((ledger) => ledger.erase({ who, why, what: 'document', document: sha256 }));
    writeFileSync(kept, bytes);
    place.byHand(`INSERT INTO ledger VALUES ('erase-due', '["${sha256}"]')`);
    expect(place.everyByte()).toContain(sha256.slice(7));
    const report = await place.with((ledger) => ledger.verify());
    expect(report).toMatchObject({ intact: true, erasureUnfinished: false, unnamedOriginals: 0 });
    expect(place.everyByte()).not.toContain(sha256.slice(7));
  });
});
