/** Examples are known by their bytes, and by the file they were read from when that has changed since. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openLedger } from '../../src/5-ledger/index.ts';
import { exampleDocuments, exampleFiles, readExamples } from '../../src/7-publish/cli/examples.ts';
import { synthetic } from '../ledger/synthetic.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const neverOpened = (): never => {
  throw new Error('the engine was opened');
};

it('marks examples whose file has changed, and reads nothing beside reports of one’s own', async () => {
  const reports = path.join(folder, 'examples/reports');
  mkdirSync(reports, { recursive: true });
  writeFileSync(path.join(reports, 'a.txt'), 'The newer words of the example.');
  writeFileSync(path.join(reports, 'about.md'), 'no report');
  const files = exampleFiles(path.join(folder, 'examples'));
  expect([...files.values()]).toEqual([path.join(reports, 'a.txt')]);

  const ledger = await openLedger(path.join(folder, 'ledger'));
  const older = synthetic(1);
  older.document.provenance.location = path.join(reports, 'a.txt');
  await ledger.record([older]);
  expect(await exampleDocuments(ledger, files)).toEqual(new Set([...files.keys(), older.document.sha256]));
  await readExamples(ledger, files, neverOpened);
  await ledger.record([synthetic(2)]);
  writeFileSync(path.join(reports, 'b.txt'), 'Another example.');
  await readExamples(ledger, exampleFiles(path.join(folder, 'examples')), neverOpened);
  await ledger.close();
});
