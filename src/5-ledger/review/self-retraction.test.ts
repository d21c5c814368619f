/** An article that says of itself that it was withdrawn gives one retraction, once. */
import { expect, it } from 'vitest';
import type { OutletNotice } from '../../records/index.ts';
import type { RetractionEntry } from '../read/said-types.ts';
import { selfRetractions } from './self-retraction.ts';

const notice = (kind: OutletNotice['kind']): OutletNotice => ({
  kind,
  span: [0, 5],
  text: 'words',
  date: null,
});
const ledger = (told: Partial<RetractionEntry>[] = []) => ({
  retractions: async () => told as RetractionEntry[],
});
const DOCUMENT = `sha256:${'0'.repeat(64)}`;

it('records what the article says of itself', async () => {
  const article = { notices: [notice('correction'), notice('withdrawal')], url: null };
  expect(await selfRetractions(ledger(), DOCUMENT, article, 'reader')).toMatchObject([
    { who: 'reader', document: DOCUMENT, kind: 'withdrawn', claims: null, text: 'words' },
  ]);
  expect(await selfRetractions(ledger([{ kind: 'withdrawn' }]), DOCUMENT, article, 'reader')).toEqual([]);
});

it('takes a correction for no withdrawal, nor a Reading made before notes were looked for', async () => {
  expect(
    await selfRetractions(ledger(), DOCUMENT, { notices: [notice('correction')], url: null }, 'x'),
  ).toEqual([]);
  expect(await selfRetractions(ledger(), DOCUMENT, { url: null }, 'x')).toEqual([]);
});
