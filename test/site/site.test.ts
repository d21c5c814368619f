/** The static site of a release: complete, closed in itself, honest about review, and with no private person in it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import { reconcileLedger } from '../../src/6-reconcile/from-ledger.ts';
import { openTables } from '../../src/6-reconcile/index.ts';
import { openSource } from '../../src/7-publish/exports/source.ts';
import { openExportTables } from '../../src/7-publish/exports/tables.ts';
import { writeSite } from '../../src/7-publish/site/write-site.ts';
import { caption } from '../../src/7-publish/words/caption.ts';
import { readPackageFile } from '../../src/package.ts';
import { synthetic } from '../ledger/synthetic.ts';
import { inventedReport } from '../support/invented-report.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-site-'));
const site = path.join(folder, 'site');
const invented = inventedReport('<script>alert(1)</script>');
let ledger: Ledger;
let files: Map<string, string>;

beforeAll(async () => {
  ledger = await openLedger(path.join(folder, 'ledger'));
  await ledger.record([invented, synthetic(100)]);
  const claim = invented.reading!.claims[0]!.id;
  await ledger.decide([{ who: 'rhea', why: null, decision: { type: 'reads-right', claim } }]);
  const release = await ledger.createRelease({ who: 'rhea', why: null, name: 'first' });
  // Said after the release: no part of it.
  await ledger.record([synthetic(101)]);
  const asOf = release.state.seq;
  const source = await openSource(
    {
      ledger,
      reconciler: () => reconcileLedger(ledger, { tables: openTables(readPackageFile), asOf }),
      tables: openExportTables(readPackageFile),
      now: new Date('2030-01-01T00:00:00Z'),
    },
    { asOf, unreviewed: true },
  );
  const line = caption(await ledger.coverage({ asOf }), '2017-10-20');
  await writeSite({ ...source, caption: line }, release, site);
  files = new Map(
    readdirSync(site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(site, file), readFileSync(file, 'utf8')]),
  );
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a site', () => {
  it('holds the claims of the release, each under its document', async () => {
    const { claims } = await ledger.coverage({ asOf: (await ledger.releases())[0]!.state.seq });
    const pages = [...files].filter(([name]) => name.startsWith('documents/'));
    expect(pages.length).toBe(2);
    const told = pages.flatMap(([, text]) => text.match(/<blockquote>/g) ?? []).length;
    expect(told).toBe(claims);
    expect([...files.keys()].filter((name) => name.startsWith('incidents/')).length).toBeGreaterThan(0);
  });

  it('says on every page what it is and how much of it a person has seen', () => {
    for (const [name, text] of files) {
      if (!name.endsWith('.html')) continue;
      expect(text, name).toMatch(/Claims as reported, 1 of \d+ reviewed by a person, as of 2017-10-20/);
      expect(text, name).toContain('never what is true');
    }
  });

  it('asks nothing of anybody else, and runs no words of a report', () => {
    for (const [name, text] of files) {
      if (!name.endsWith('.html')) continue;
      expect(text, name).not.toMatch(/<script>alert|href="javascript/);
      for (const [, to] of text.matchAll(/(?:src|href)="([^"]*)"/g)) {
        expect(to, name).not.toMatch(/^[a-z]+:|^\/\//i);
        const target = path.normalize(path.join(path.dirname(name), to!.split('#')[0]!));
        if (!to!.startsWith('#')) expect([...files.keys()], `${name} leads to ${to}`).toContain(target);
      }
    }
  });

  it('names no private person', () => {
    for (const [name, text] of files) expect(text, name).not.toMatch(/Mirza|\bTal\b/);
    expect([...files.values()].join('')).toContain('█');
  });

  it('has all its claims in the search', () => {
    const found: { text: string; document: string }[] = [];
    for (const [name, text] of files) {
      if (name.startsWith('data/'))
        runInNewContext(text, { reportedlyClaims: (more: typeof found) => found.push(...more) });
    }
    expect(found.some(({ text }) => text.includes('Shells hit the mill'))).toBe(true);
    for (const { document } of found) expect(files.has(`documents/${document}.html`)).toBe(true);
  });
});
