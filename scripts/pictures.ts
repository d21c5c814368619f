/** `npx tsx scripts/pictures.ts [ADDRESS]`: every page, light and dark, into docs/pictures/. Reads the examples unless an address is given. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openLedger } from '../src/5-ledger/index.ts';
import { makeServer } from '../src/7-publish/api/server.ts';
import { exampleFiles, readExamples } from '../src/7-publish/cli/examples.ts';
import { openEngine } from '../src/engine.ts';
import { PACKAGE } from '../src/package.ts';
import { launchBrowser } from '../test/support/browser.ts';

const FOLDER = path.join(PACKAGE, 'docs/pictures');
/** All of them together, in bytes. */
const LARGEST = 1.5e6;

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

/** Goes to a page and waits for what it shows. */
const at =
  (path: string, ...selectors: string[]) =>
  async (page: Page, address: string) => {
    await page.goto(address + path);
    for (const selector of selectors) await page.waitForSelector(selector);
    // The map draws in a thread of its own, and says to nobody that it is done.
    if (path.includes('map')) await page.waitForTimeout(10_000);
  };

const PICTURES: Picture[] = [
  { name: 'ledger', open: at('', '.claim-link', '.timeline .bar') },
  { name: 'map', open: at('?view=map', '.timeline .bar', '.maplibregl-canvas') },
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
  { name: 'sources', open: at('sources', '.compare') },
  {
    name: 'source',
    open: async (page, address) => {
      const response = await fetch(`${address}api/v1/sources?limit=1`);
      const { rows } = (await response.json()) as { rows: { id: string }[] };
      await at(`sources/${encodeURIComponent(rows[0]!.id)}`, '.record')(page, address);
    },
  },
  { name: 'parties', open: at('parties', '.party-columns a') },
  { name: 'table', open: at('table', '.figures') },
  { name: 'documents', open: at('documents', '.document') },
  {
    name: 'review',
    open: async (page, address) => {
      const { id, document } = await richClaim(address);
      const hash = document.replace('sha256:', '');
      await page.addInitScript("localStorage.setItem('reportedly.reviewer', 'Ada Example')");
      await at(`review?claim=${id}&on=${hash}`, '.claim-said')(page, address);
      await page.waitForSelector('.desk .status');
      await page.hover('[data-row=source0]');
    },
  },
  { name: 'add', open: at('add', '.drop') },
];

async function takeAll(address: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  const small = await smallOnes(browser);
  let bytes = 0;
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
        const file = path.join(FOLDER, `${name}-${colorScheme}.webp`);
        const picture = await small(await page.screenshot());
        writeFileSync(file, picture);
        await page.close();
        bytes += picture.length;
        console.log(`${path.relative(PACKAGE, file)} ${Math.round(picture.length / 1024)} kB`);
      }
    }
  } finally {
    await browser.close();
  }
  if (bytes > LARGEST) throw new Error(`The pictures are ${bytes} bytes; ${LARGEST} are allowed`);
}

/** Makes WebP of PNG, with what the browser has for it. */
async function smallOnes(browser: Browser): Promise<(png: Buffer) => Promise<Buffer>> {
  const page = await browser.newPage();
  return async (png) => {
    const url = (await page.evaluate(
      `(async (png) => {
        const image = await createImageBitmap(await (await fetch(png)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        canvas.getContext('2d').drawImage(image, 0, 0);
        const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.72 });
        const bytes = new Uint8Array(await blob.arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
      })('data:image/png;base64,${png.toString('base64')}')`,
    )) as string;
    return Buffer.from(url, 'base64');
  };
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
