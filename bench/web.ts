/**
 * The workbench over a large ledger, in Chromium (`npm run bench -- web [CLAIMS]`, default 100000; `--filled FOLDER` takes a
 * ledger that is there): first view, a filter to its new table, the map under the hand, sizes of what is loaded. Medians.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { openLedger } from '../src/5-ledger/index.ts';
import { makeServer } from '../src/7-publish/api/server.ts';
import { PACKAGE } from '../src/package.ts';
import { launchBrowser } from '../test/support/browser.ts';
import type { Figures } from './figures.ts';
import { templates } from './ledger-claims.ts';
import { fillFor } from './web-ledger.ts';

const TIMES = 7;

export async function run(args: readonly string[] = []): Promise<Figures> {
  const folder = mkdtempSync(path.join(process.env.REPORTEDLY_BENCH_FOLDER ?? tmpdir(), 'reportedly-web-'));
  const filled = args.indexOf('--filled');
  const wanted = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 100_000);
  const web = path.join(folder, 'web');
  const ledger = await openLedger(filled >= 0 ? args[filled + 1]! : path.join(folder, 'ledger'));
  let browser: Browser | null = null;
  try {
    if (filled < 0) await fillFor(ledger, await templates(), wanted);
    await build({
      root: path.join(PACKAGE, 'web'),
      logLevel: 'error',
      build: { outDir: web, emptyOutDir: true },
    });
    const served = await makeServer({ ledger, web });
    const address = await served.listen({ host: '127.0.0.1', port: 0 });
    browser = await launchBrowser();
    const figures = {
      claims: await ledger.countClaims(),
      ...sizes(web),
      ...(await measure(browser, address)),
    };
    await browser.close();
    browser = null;
    await served.close();
    return Object.fromEntries(
      Object.entries(figures).map(([name, n]) => [name, Math.round(n * 1000) / 1000]),
    );
  } finally {
    await browser?.close();
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the first page loads, and what the map adds; compressed. */
function sizes(web: string): Figures {
  const assets = path.join(web, 'assets');
  const size = (test: RegExp) =>
    readdirSync(assets)
      .filter((name) => test.test(name))
      .reduce((sum, name) => sum + gzipSync(readFileSync(path.join(assets, name))).length, 0) / 1e6;
  return { firstLoadMB: size(/^index-.*\.(js|css)$/), mapChunkMB: size(/^(ClaimMap|maplibre).*\.m?js$/) };
}

async function measure(browser: Browser, address: string): Promise<Figures> {
  const firstViews: number[] = [];
  // The first page of all opens the columns of the ledger, which the server keeps.
  for (let i = 0; i <= TIMES; i++) {
    const page = await freshPage(browser);
    await page.goto(address);
    await page.waitForFunction('window.firstClaim !== undefined');
    const seen = (await page.evaluate('window.firstClaim')) as number;
    if (i > 0) firstViews.push(seen / 1000);
    await page.close();
  }
  const page = await freshPage(browser);
  await page.goto(address);
  await page.waitForSelector('.facet label');
  const filters: number[] = [];
  for (let i = 0; i < TIMES; i++) filters.push((await page.evaluate(`(${FILTER})(${i})`)) as number);
  await page.close();
  return {
    firstViewSeconds: median(firstViews),
    filterToTableSeconds: median(filters) / 1000,
    ...(await pan(browser, address)),
  };
}

async function freshPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({
    bypassCSP: true,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(240_000);
  await page.addInitScript(FIRST_CLAIM);
  return page;
}

/** Notes when the first claim is on the page, in milliseconds since the address was asked for. */
const FIRST_CLAIM = `new MutationObserver((_, watch) => {
  if (!document.querySelector('.claim-link')) return;
  watch.disconnect();
  requestAnimationFrame(() => { window.firstClaim = performance.now(); });
}).observe(document, { childList: true, subtree: true });`;

/** Chooses a value of the first two facets and waits until its claims stand in the table; then lets it go. */
const FILTER = `async (i) => {
  const boxes = () => [...document.querySelectorAll('.facet input')];
  const change = (box) => new Promise((resolve) => {
    const before = document.querySelector('h1').textContent;
    const start = performance.now();
    const watch = new MutationObserver(() => {
      if (document.querySelector('h1').textContent === before) return;
      if (document.querySelector('.claims[aria-busy=true]') || !document.querySelector('.claim-link')) return;
      watch.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - start));
    });
    watch.observe(document.querySelector('.ledger-main'), { childList: true, subtree: true, characterData: true, attributes: true });
    box.click();
  });
  const index = 1 + (i % 9);
  const took = await change(boxes()[index]);
  await change(boxes().find((box) => box.checked));
  await new Promise((resolve) => setTimeout(resolve, 400));
  return took;
}`;

/** Drags the map about and counts what was drawn meanwhile. */
async function pan(browser: Browser, address: string): Promise<Figures> {
  const page = await freshPage(browser);
  await page.goto(`${address}/?view=map`);
  await page.waitForSelector('.maplibregl-canvas');
  await page.waitForTimeout(4000);
  const canvas = (await page.locator('.map-canvas').boundingBox())!;
  const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2];
  await page.evaluate(
    'window.frames_ = []; (function next(t) { window.frames_.push(t); window.raf_ = requestAnimationFrame(next); })(performance.now())',
  );
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 0; i < 90; i++) await page.mouse.move(x + 120 * Math.sin(i / 9), y + 80 * Math.cos(i / 9));
  await page.mouse.up();
  const frames = (await page.evaluate('cancelAnimationFrame(window.raf_), window.frames_')) as number[];
  await page.close();
  const gaps = frames.slice(1).map((at, i) => at - frames[i]!);
  return { panFramesPerSecond: 1000 / median(gaps), panLongestFrameSeconds: Math.max(...gaps) / 1000 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
