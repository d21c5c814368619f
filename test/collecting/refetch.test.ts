/** Pages asked again: what was edited without a word, corrected, taken back, or taken away. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger, Visit } from '../../src/5-ledger/index.ts';
import { openLedger } from '../../src/5-ledger/index.ts';
import { versionsOf } from '../../src/6-reconcile/index.ts';
import { PageVersions } from '../../src/7-publish/api/schemas/versions.ts';
import { makeServer } from '../../src/7-publish/api/server.ts';
import { refetch } from '../../src/collecting/refetch.ts';
import { type Outcome, readInputs } from '../../src/pipeline.ts';
import { expectFits } from '../api/fits.ts';
import { passingFolders } from '../ledger/sqlite-folder.ts';
import { NewsSite } from '../support/news-site.ts';
import { lineCutter, plainReader } from '../support/plain-reader.ts';
import { testMeans } from './watch-means.ts';

const TEXT = [
  'The council said that four people were killed near the mill on Monday.',
  'The road to the north stays closed until the evening, the council said.',
  'Shells fell in two villages, and a school was hit.',
].join('\n');

const folders = passingFolders();
let site: NewsSite;
let ledger: Ledger;
let count = 0;
beforeAll(async () => {
  site = await NewsSite.open();
});
beforeEach(async () => {
  ledger = await openLedger(folders.next().folder);
});
afterAll(async () => {
  await site.server.close();
  folders.remove();
});

async function read(...urls: string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const { session } = testMeans(ledger, site.server.host);
  for await (const outcome of readInputs(urls, plainReader, ledger, { session })) outcomes.push(outcome);
  return outcomes;
}

async function again(): Promise<(Visit | string)[]> {
  const visits: (Visit | string)[] = [];
  for await (const one of refetch(ledger.fetchedPages(), testMeans(ledger, site.server.host)))
    visits.push(one.ok ? one.visit : one.error.code);
  return visits;
}

/** A page that is in the ledger, with what it says changed by `edit`, asked again. */
async function edited(edit: (text: string) => string) {
  const item = site.add(`page-${++count}`, TEXT);
  const [first] = await read(site.url(item.guid));
  const before = first?.ok ? first.document.sha256 : '';
  item.text = edit(item.text);
  const [visit] = await again();
  return { item, before, visit: visit as Visit, retractions: await ledger.retractions(before) };
}

/** Over the API, of any of the versions. */
async function givesVersions(...documents: string[]): Promise<void> {
  const app = await makeServer({ ledger });
  for (const document of documents) {
    const url = `/api/v1/documents/${document}/versions`;
    const response = await app.inject({ method: 'GET', url, headers: { host: '127.0.0.1:4710' } });
    expect(response.statusCode, response.body).toBe(200);
    const body = response.json() as PageVersions;
    expectFits(PageVersions, body);
    expect(body.versions.map((version) => version.document.sha256)).toEqual(documents);
  }
  await app.close();
}

describe('a page asked again', () => {
  it('that is as it was is only told to be', async () => {
    const { visit, before, retractions } = await edited((text) => text);
    expect(visit).toMatchObject({ outcome: 'same', document: before, became: before, status: 200 });
    expect(retractions).toEqual([]);
    expect((await ledger.coverage()).documents).toBe(1);
  });

  it('that was edited without a word has its claims marked and nothing taken back', async () => {
    const { visit, before, retractions } = await edited((text) =>
      text.replace('four people', 'nine people').replace(/\nShells.*/, ''),
    );
    expect(visit).toMatchObject({ outcome: 'changed', document: before, notice: null });
    const claims = await ledger.claimsOf(before);
    const texts = (ids: readonly string[]) =>
      ids.map((id) => claims.find(({ claim }) => claim.id === id)?.claim.text);
    expect(texts(visit.claims.changed)).toEqual([expect.stringContaining('four people')]);
    expect(texts(visit.claims.gone)).toEqual([expect.stringContaining('a school')]);
    expect(retractions).toEqual([]);
    const versions = await versionsOf(ledger, visit.became!, lineCutter);
    expect(versions.map(({ document }) => document.sha256)).toEqual([before, visit.became]);
    expect(versions[1]!.difference?.sentences.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'changed', before: TEXT.split('\n')[0], after: expect.stringContaining('nine people') },
      { kind: 'gone', before: TEXT.split('\n')[2], after: null },
    ]);
    expect(await ledger.verify()).toMatchObject({ intact: true });
    await givesVersions(before, visit.became!);
  });

  it('that says it was corrected takes back the claims that changed', async () => {
    const { visit, before, retractions } = await edited(
      (text) => `${text.replace('four', 'five')}\nAn earlier version of this article gave a wrong figure.`,
    );
    expect(visit).toMatchObject({ outcome: 'corrected', notice: expect.stringMatching(/earlier version/i) });
    expect(retractions).toMatchObject([{ kind: 'corrected', claims: visit.claims.changed, who: 'test' }]);
    const withdrawn = (await ledger.claimsOf(before)).filter((one) => one.withdrawn);
    expect(withdrawn.map(({ claim }) => claim.id)).toEqual(visit.claims.changed);
  });

  it('that says it was taken back, or is emptied, takes back all', async () => {
    const taken = await edited(() => 'This article has been retracted.');
    expect(taken.visit.outcome).toBe('withdrawn');
    expect(taken.retractions).toMatchObject([{ kind: 'withdrawn', claims: null }]);
    await ledger.close();
    ledger = await openLedger(folders.next().folder);
    const emptied = await edited(() => 'Sorry.');
    expect(emptied.visit.outcome).toBe('emptied');
    expect(emptied.retractions).toMatchObject([{ kind: 'withdrawn' }]);
  });

  it('that is gone takes back all, once, however often it is asked', async () => {
    const item = site.add(`page-${++count}`, TEXT);
    const [first] = await read(site.url(item.guid));
    item.isGone = true;
    expect(await again()).toMatchObject([{ outcome: 'gone', status: 410, became: null }]);
    expect(await again()).toMatchObject([{ outcome: 'gone' }]);
    const document = first?.ok ? first.document.sha256 : '';
    expect(await ledger.retractions(document)).toHaveLength(1);
    expect(await ledger.visits({ document })).toHaveLength(2);
  });

  it('that cannot be had says why and records nothing', async () => {
    const item = site.add(`page-${++count}`, TEXT);
    await read(site.url(item.guid));
    const busy = `/news/${item.guid}`;
    site.special.set(busy, (_, response) => response.writeHead(503, { 'retry-after': '3600' }).end());
    expect(await again()).toEqual(['url-busy']);
    site.special.delete(busy);
    expect(await ledger.visits()).toEqual([]);
  });
});

describe('what is in the ledger', () => {
  it('is passed over when a feed names it again, unless it is told', async () => {
    const guids = [1, 2].map((n) => site.add(`known-${n}`, `${TEXT}\nNumber ${n}.`).guid);
    const one = site.url(guids[0]!);
    await read(one);
    site.server.asked.length = 0;
    const { session } = testMeans(ledger, site.server.host);
    const isKnown = (url: string) => ledger.isFetched(url);
    const inputs: string[] = [];
    for await (const { input } of readInputs([site.feed], plainReader, ledger, { session, isKnown }))
      inputs.push(input);
    expect(inputs).toContain(site.url(guids[1]!));
    expect(site.server.asked).not.toContain(`/news/${guids[0]}`);
  });
});
