/** `npx tsx scripts/pictures.ts [ADDRESS]`: every page, light and dark, into docs/pictures/. Reads the examples unless an address is given. */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openLedger } from '../src/5-ledger/index.ts';
import { makeServer } from '../src/7-publish/api/server.ts';
import { exampleFiles, readExamples } from '../src/7-publish/cli/examples.ts';
import { openEngine } from '../src/engine.ts';
import { PACKAGE } from '../src/package.ts';
import { launchBrowser } from '../test/support/browser.ts';

const FOLDER = path.join(PACKAGE, 'docs/pictures');
const LARGEST = 250 * 1024;

interface Picture {
  name: string;
  /** Where to go, and what to do there. */
  open: (page: Page, address: string) => Promise<void>;
}

/** A claim with much to show: who says so, an event, a place, a time and a figure. */
async function richClaim(address: string): Promise<{ id: string; document: string }> {
  const response = await fetch(`${address}api/v1/claims?limit=1000&placed=true&dated=true`);
  const { rows } = (await response.json()) as {
    rows: { id: string; document: string; sources: unknown[]; effects: unknown[]; by: unknown[] }[];
  };
  const worth = (row: (typeof rows)[number]) =>
    Math.min(row.sources.length, 2) + row.by.length + 2 * Math.min(row.effects.length, 2);
  const sourced = rows.filter(({ sources }) => sources.length > 0);
  return sourced.reduce((a, b) => (worth(b) > worth(a) ? b : a));
}

const article = (act: (page: Page) => Promise<void>) => async (page: Page, address: string) => {
  const { id, document } = await richClaim(address);
  await page.goto(`${address}documents/${document.replace('sha256:', '')}?claim=${id}`);
  await page.waitForSelector('.card[data-chosen=true] .field');
  await act(page);
};

const PICTURES: Picture[] = [
  {
    name: 'ledger',
    open: async (page, address) => {
      await page.goto(address);
      await page.waitForSelector('.claim-link');
    },
  },
  {
    name: 'article',
    open: article(async (page) => {
      await page.hover('.card[data-chosen=true] [data-field=source0] .field-words');
    }),
  },
  {
    name: 'incident',
    open: async (page, address) => {
      const response = await fetch(`${address}api/v1/incidents?limit=1000`);
      const { rows } = (await response.json()) as { rows: { id: string; claims: number }[] };
      const { id } = rows.reduce((a, b) => (b.claims > a.claims ? b : a));
      await page.goto(`${address}incidents/${id}`);
      await page.waitForSelector('.incident');
    },
  },
  {
    name: 'documents',
    open: async (page, address) => {
      await page.goto(`${address}documents`);
      await page.waitForSelector('.document');
    },
  },
];

async function takeAll(address: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const { name, open } of PICTURES) {
        const page = await browser.newPage({
          viewport: { width: 1280, height: 800 },
          colorScheme,
          reducedMotion: 'reduce',
        });
        await open(page, address);
        await page.waitForSelector('.foot >> text=In this ledger');
        await page.waitForTimeout(400);
        const file = path.join(FOLDER, `${name}-${colorScheme}.png`);
        await page.screenshot({ path: file });
        await page.close();
        const { size } = statSync(file);
        console.log(`${path.relative(PACKAGE, file)} ${Math.round(size / 1024)} kB`);
        if (size > LARGEST) throw new Error(`${file} is larger than ${LARGEST} bytes`);
      }
    }
  } finally {
    await browser.close();
  }
}

const given = process.argv[2];
if (given) {
  await takeAll(given.endsWith('/') ? given : `${given}/`);
} else {
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-pictures-'));
  const ledger = await openLedger(folder);
  const files = exampleFiles();
  await readExamples(ledger, files, openEngine);
  const app = await makeServer({
    ledger,
    web: path.join(PACKAGE, 'dist/web'),
    examples: new Set(files.keys()),
  });
  try {
    await takeAll(`${await app.listen({ host: '127.0.0.1', port: 0 })}/`);
  } finally {
    await app.close();
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
