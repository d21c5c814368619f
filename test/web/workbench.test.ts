/** The workbench in a real browser: what people do with it, and that no document can do anything to it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { synthetic } from '../ledger/synthetic.ts';
import { launchBrowser } from '../support/browser.ts';
import { HOSTILE, inventedReport } from '../support/invented-report.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';
import { journeys } from './journeys.ts';

/** Seconds are enough on a free machine; a busy one only takes longer. */
const BUSY_MS = 60_000;
const INSTALL_MS = 400_000;
vi.setConfig({ testTimeout: BUSY_MS });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const invented = inventedReport();
const hostile = inventedReport(HOSTILE);
const articleOf = ({ document }: typeof invented) => `/documents/${document.sha256.slice(7)}`;

let bench: Workbench;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  const items = [invented, hostile, ...Array.from({ length: 60 }, (_, i) => synthetic(i + 500))];
  const examples = new Set([invented.document.sha256]);
  [bench, browser] = await Promise.all([openWorkbench(items, { examples }), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
}, INSTALL_MS);
afterAll(async () => {
  await browser?.close();
  await bench?.close();
});

let page: Page;
const faults: string[] = [];
const pages = new Map<BrowserContext, Page>();

/** Goes there in the context's one page; whatever goes wrong on it is a fault. */
async function open(path: string, selector: string, within = context): Promise<void> {
  page = pages.get(within) ?? (await newPage(within));
  await page.mouse.move(0, 0);
  await page.goto(bench.address + path);
  await page.waitForSelector(selector);
}

async function newPage(within: BrowserContext): Promise<Page> {
  const made = await within.newPage();
  made.setDefaultTimeout(BUSY_MS);
  made.on('pageerror', (error) => faults.push(String(error)));
  made.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  made.on('request', (request) => {
    if (!request.url().startsWith(bench.address)) faults.push(`asked for ${request.url()}`);
  });
  pages.set(within, made);
  return made;
}

afterEach(() => expect(faults.splice(0)).toEqual([]));

async function violations(run: string): Promise<string[][]> {
  const found = (await page.evaluate(run)) as {
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return found.violations.map(({ id, nodes }) => [id, nodes[0]!.html, nodes[0]!.failureSummary]);
}

const texts = (selector: string) => page.locator(selector).allInnerTexts();

describe('the ledger', () => {
  it('loads only rows in view, with counts and the line at its foot', async () => {
    await open('/', '.claim-link');
    expect(await page.locator('h1').innerText()).toBe('370 claims');
    expect(await page.locator('.claims-all .claim-row').count()).toBeLessThan(40);
    await page.waitForSelector('.foot >> text=In this ledger');
    expect(await page.locator('.foot').innerText()).toMatch(
      /^Claims as reported, 0 of 370 reviewed by a person, as of \d{4}-\d\d-\d\d\.\s+In this ledger: 62 documents, 62 read, 0 not read\.$/,
    );
  });

  it('a choice changes the address and the rows, and the address gives the choice back', async () => {
    await open('/', '.facet label');
    await page.locator('.facet label', { hasText: 'denied' }).click();
    await page.waitForSelector('.chip');
    expect(new URL(page.url()).search).toBe('?certainty=denied');
    await page.waitForSelector('.claims[aria-busy=true]', { state: 'detached' });
    const shown = async () => [...new Set(await texts('.claims-all .c-claim .certainty .unseen'))];
    await expect.poll(shown).toEqual(['denied']);
    const total = await page.locator('h1').innerText();
    await page.reload();
    await page.waitForSelector('.chip');
    await page.waitForSelector('.claim-link');
    expect(await page.locator('h1').innerText()).toBe(total);
    await page.locator('.chip').click();
    await page.waitForURL(`${bench.address}/`);
  });

  it('scrolls to the last of all rows', async () => {
    await open('/?sort=recorded', '.claim-link');
    await page.locator('.claims-pane').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
    await page.waitForSelector('.claims-all .claim-row[data-index="369"] .claim-link');
  });

  it('finds words, and says so where there are none', async () => {
    await open('/', '.claim-link');
    await page.keyboard.press('/');
    await page.keyboard.type('mill Karsa');
    await page.waitForSelector('.claim-link .found');
    await page.keyboard.type(' zeppelin');
    await page.waitForSelector('.empty');
    await page.getByRole('button', { name: 'Show all claims' }).click();
    await page.waitForSelector('.claim-link');
  });

  it('says what is wrong with a query in the server’s words', async () => {
    await open('/?text=-only', '.notice');
    expect(await page.locator('.notice').innerText()).toMatch(/at least one word[\s\S]*query-invalid/);
    faults.splice(0);
  });

  it('is read by keyboard: j, k, o', async () => {
    await open('/', '.claim-link');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.waitForSelector('.claim-row.current[data-index="0"]');
    await page.keyboard.press('o');
    await page.waitForSelector('.card[data-chosen=true]');
    expect(page.url()).toMatch(/\/documents\/[0-9a-f]{64}\?claim=/);
  });

  it('marks examples, and lists no private person among the choices', async () => {
    await open('/?text=mill', '.claim-link');
    expect(await page.locator('.claim-row .tag').first().innerText()).toBe('example');
    await open('/?certainty=denied', '.facet >> text=private persons');
    expect(await page.locator('.facets').innerText()).not.toContain('Mirza Tal');
  });
});

describe('an article', () => {
  it('shows its very text, each claim’s words marked by certainty, furniture folded', async () => {
    await open(articleOf(invented), '.card');
    const { text, furniture } = invented.reading!.article;
    for (const paragraph of await page.locator('.article-text p[data-start]').all()) {
      const [start, end] = await paragraph.evaluate((p) => [Number(p.dataset.start), Number(p.dataset.end)]);
      expect(await paragraph.textContent()).toBe(text.slice(start, end));
    }
    for (const { id, text: words, certainty } of invented.reading!.claims) {
      const mark = page.locator(`[data-claim="${id}"]`);
      expect(await mark.innerText()).toBe(words);
      expect(await mark.getAttribute('class')).toContain(`said-${certainty}`);
    }
    const lines = (await page.evaluate(
      'Array.from(document.querySelectorAll(".claim-words"), (mark) => getComputedStyle(mark).textDecorationStyle)',
    )) as string[];
    expect(new Set(lines).size).toBe(5);
    expect(await page.locator('.article-text .furniture').getAttribute('open')).toBeNull();
    expect(await page.locator('.article-text .furniture p').textContent()).toBe(text.slice(...furniture[0]!));
  });

  it('lights the words of a field that is pointed at or reached by keyboard', async () => {
    const [first, second] = invented.reading!.claims;
    await open(`${articleOf(invented)}?claim=${first!.id}`, '[data-field=effect0]');
    await page.hover('[data-field=effect0] .field-words');
    await expect.poll(() => texts('.lit')).toEqual(['12 soldiers']);
    await page.hover('[data-field=place] .field-words');
    await expect.poll(() => texts('.lit')).toEqual(['Karsa']);
    await page.mouse.move(5, 5);
    await expect.poll(() => texts('.lit')).toEqual([]);
    await page.focus('[data-field=type] .field-words');
    await expect.poll(() => texts('.lit')).toEqual(['Shells']);
    await page.goto(`${bench.address}${articleOf(invented)}?claim=${second!.id}`);
    await page.focus('[data-field=source0] .field-words');
    await expect.poll(() => texts('.lit')).toEqual(['Mirza Tal']);
    expect(await page.locator('[data-field=source0]').innerText()).toContain('private person');
  });

  it('is walked through by j and k; a mark chooses its claim; o opens it', async () => {
    await open(articleOf(invented), '.card');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.waitForSelector('.card:nth-child(2)[data-chosen=true]');
    await page.keyboard.press('k');
    await page.waitForSelector('.card:nth-child(1)[data-chosen=true]');
    const third = invented.reading!.claims[2]!;
    await page.locator(`[data-claim="${third.id}"]`).click();
    await page.waitForSelector('.card:nth-child(3)[data-chosen=true]');
    await page.keyboard.press('o');
    await page.waitForSelector('.claim-title');
    expect(page.url()).toBe(`${bench.address}/claims/${third.id}`);
    expect(await page.locator('.context .claim-words').innerText()).toBe(third.text);
  });
});

describe('incidents', () => {
  it('are listed with where they stand, and in which ledger that holds', async () => {
    await open('/incidents', '.incident-line');
    expect(await page.locator('.coverage').innerText()).toContain(
      'in this ledger: 62 documents, 62 read, 0 not read',
    );
    await page.locator('#find-incidents').fill('Karsa');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${bench.address}/incidents?text=Karsa`);
    await page.locator('.incident-line a').first().click();
    await page.waitForSelector('.incident');
    expect(page.url()).toMatch(/\/incidents\/R-[0-9A-Z]{6}$/);
  });

  it('are reached from a claim, and say who tells it, how many, and what is only suggested', async () => {
    const { id } = invented.reading!.claims[0]!;
    await open(`${articleOf(invented)}?claim=${id}`, '.card[data-chosen=true]');
    await page.getByRole('link', { name: 'Its incident' }).click();
    await page.waitForURL(/\/incidents\/R-[0-9A-Z]{6}$/);
    const text = await page.locator('.incident').innerText();
    expect(text).toContain('in this ledger: 62 documents');
    expect(text).toContain('12 soldiers killed');
    expect(await page.locator('.suggestion').innerText()).toMatch(
      /^A suggestion, not an assessment[\s\S]*What would change it:/,
    );
    await page.locator('.toll td a').first().click();
    await page.waitForSelector('.card[data-chosen=true]');
    expect(page.url()).toContain('?claim=');
  });
});

describe('table, map and timeline', () => {
  it('share one choice: a stretch of the timeline, an area of the map', async () => {
    await open('/?view=both', '.timeline-plot .bar');
    await page.waitForSelector('.maplibregl-canvas');
    const all = await page.locator('h1').innerText();
    const plot = (await page.locator('.timeline .catch').boundingBox())!;
    await page.mouse.move(plot.x + plot.width * 0.3, plot.y + 20);
    await page.mouse.down();
    await page.mouse.move(plot.x + plot.width * 0.6, plot.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/timeFrom=2017-10-\d\d&timeTo=2017-10-\d\d/);
    await expect.poll(() => page.locator('h1').innerText()).not.toBe(all);
    await page.locator('.place', { hasText: 'Karsa' }).first().click();
    await page.waitForURL(/box=40\.4498%2C35\.0198/);
    await page.waitForSelector('.claims[aria-busy=true]', { state: 'detached' });
    await expect
      .poll(async () => [...new Set(await texts('.claims-all .c-where .line:first-child'))])
      .toEqual(['Karsa']);
    await page.reload();
    await page.waitForSelector('.chip >> text=Area');
  });

  it('move the stretch by arrows, and hold what has no day or place in the open', async () => {
    await open('/?view=map', '.timeline-plot .bar');
    await page.focus('.timeline-keys');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/timeFrom=/);
    const first = new URL(page.url()).searchParams.get('timeFrom');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).searchParams.get('timeFrom')).not.toBe(first);
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.get('timeFrom')).toBeNull();
    await page.locator('.bin', { hasText: 'undated' }).click();
    await page.waitForURL(/dated=false/);
    await page.locator('.bin', { hasText: 'no place told' }).click();
    await page.waitForURL(/placeStatus=none/);
  });

  it('keeps a search by name, and orders by a column', async () => {
    await open('/?certainty=denied', '.claim-link');
    await page.getByText('Saved searches').click();
    await page.fill('#search-name', 'Denials');
    await page.keyboard.press('Enter');
    await open('/', '.claim-link');
    await page.getByText('Saved searches').click();
    await page.getByRole('link', { name: 'Denials' }).click();
    await page.waitForURL(/certainty=denied/);
    await page.getByRole('button', { name: 'When' }).click();
    await page.waitForURL(/descending=true&sort=time/);
  });
});

describe('sources and parties', () => {
  it('have profiles, save for private persons', async () => {
    await open('/sources', '.compare');
    expect(await page.locator('.compare').innerText()).not.toContain('Mirza Tal');
    await page.getByRole('link', { name: 'Norland Radio' }).click();
    await page.waitForSelector('.record');
    expect(await page.locator('.incident').innerText()).toMatch(/No grade[\s\S]*told alone/);
    await open('/parties/Mirza%20Tal', '.plain-page');
    expect(await page.locator('.plain-page').innerText()).toContain('private person');
  });
});

it('a hostile document harms no page', async () => {
  const claim = hostile.reading!.claims[0]!.id;
  const hurt = [
    [articleOf(hostile), '.card'],
    [`${articleOf(hostile)}?claim=${claim}`, '.field'],
    [`/claims/${claim}`, '.context'],
    ['/?text=mill', '.claim-link'],
    ['/documents', '.document'],
    ['/incidents', '.incident-line'],
    [`/incidents/${claim}`, '.incident'],
    ['/?view=both', '.place'],
    ['/sources', '.compare'],
    ['/parties', '.party-columns'],
  ] as const;
  for (const [path, selector] of hurt) {
    await open(path, selector);
    expect(await page.evaluate('window.hurt'), path).toBeUndefined();
    expect(await page.locator('main script, main img, main b:has-text("bold")').count(), path).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
  }
  await open(articleOf(hostile), '.control');
  expect(await page.locator('.article-text .control').first().getAttribute('title')).toContain('override');
  expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
});

describe('axe finds nothing, in light or dark, and no page is wider than 360 px', () => {
  const claim = invented.reading!.claims[0]!.id;
  const addresses: [path: string, selector: string][] = [
    ['/', '.claim-link'],
    ['/?certainty=denied', '.chip'],
    ['/?text=zeppelin', '.empty'],
    [`${articleOf(invented)}?claim=${claim}`, '.field'],
    [`/claims/${claim}`, '.context'],
    ['/documents', '.document'],
    ['/incidents', '.incident-line'],
    [`/incidents/${claim}`, '.incident'],
    ['/?view=map', '.map-tools'],
    ['/sources', '.compare'],
    ['/sources/northern%20front', '.profile'],
    ['/parties', '.party-columns'],
    ['/table', '.figures'],
    ['/parties/Northern%20Front', '.profile .share-bar'],
    ['/nowhere', '.plain-page'],
  ];
  /** Each page once: light whole, then what the dark colours change, then as narrow as a telephone. */
  let themed: BrowserContext;
  beforeAll(async () => {
    themed = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce', bypassCSP: true });
  });
  for (const [path, selector] of addresses) {
    it(path.replace(/[0-9a-f]{64}/g, '…'), async () => {
      await open(path, selector, themed);
      await page.waitForSelector('.foot >> text=In this ledger');
      await page.addScriptTag({ content: axe });
      expect(await violations('axe.run()')).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations('axe.run({ runOnly: ["color-contrast"] })')).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      const wide = page.viewportSize()!;
      await page.setViewportSize({ width: 360, height: 740 });
      await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      await page.setViewportSize(wide);
    });
  }
});

journeys(() => ({ browser, web: bench.web, axe }));
