/** What people come to do, from end to end, in a real browser; what they decided is looked up in the ledger. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StandingClaim } from '../../src/5-ledger/index.ts';
import { synthetic } from '../ledger/synthetic.ts';
import { HOSTILE, inventedReport } from '../support/invented-report.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const BUSY_MS = 240_000;
const report = inventedReport();
const hostile = inventedReport(HOSTILE);
/** Two more reports, for reviewing by keyboard and twice. */
const five = synthetic(7, { claims: 5 });
const twice = synthetic(9, { claims: 4 });
const hash = ({ document }: typeof report) => document.sha256.slice(7);

interface Shared {
  browser: Browser;
  /** Folder of the built workbench. */
  web: string;
  axe: string;
}

export function journeys(shared: () => Shared): void {
  let bench: Workbench;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    bench = await openWorkbench([report, hostile, five, twice], {}, shared().web);
    context = await as('Ada');
    page = await openPage(context);
  }, BUSY_MS);
  afterAll(async () => {
    await context?.close();
    await bench?.close();
  });
  afterEach(() => expect(faults.splice(0)).toEqual([]));

  async function as(name: string): Promise<BrowserContext> {
    const made = await shared().browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    await made.addInitScript(`localStorage.setItem('reportedly.reviewer', ${JSON.stringify(name)})`);
    return made;
  }
  async function openPage(within: BrowserContext): Promise<Page> {
    const made = await within.newPage();
    made.setDefaultTimeout(BUSY_MS);
    made.on('pageerror', (error) => faults.push(String(error)));
    made.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    return made;
  }
  const go = async (path: string, selector: string) => {
    await page.goto(bench.address + path);
    await page.waitForSelector(selector);
  };
  const claim = async (index: number, of = report): Promise<StandingClaim> =>
    (await bench.ledger.claim(of.reading!.claims[index]!.id))!;
  const onClaim = (index: number, of = report) =>
    `/review?document=${hash(of)}&claim=${of.reading!.claims[index]!.id}`;
  /** Drags over words of the text, as a person selects them. */
  async function drag(words: string): Promise<void> {
    const box = (await page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.querySelector('.article-text'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.nodeValue.indexOf(${JSON.stringify(words)});
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + ${words.length});
        const { left, right, top, height } = range.getBoundingClientRect();
        return { left, right, y: top + height / 2 };
      }
    })()`)) as { left: number; right: number; y: number };
    await page.mouse.move(box.left + 2, box.y);
    await page.mouse.down();
    await page.mouse.move(box.right - 2, box.y, { steps: 4 });
    await page.mouse.up();
  }

  describe('journeys', () => {
    it('add a document: pasted with its publisher and date, read, opened', async () => {
      await go('/add', '.drop');
      await page.getByLabel('Paste text').check();
      await page
        .getByLabel('Text of the report')
        .fill('Shelling killed 14 civilians in the town of Hama on Monday, the ministry said.\n');
      await page.getByLabel('Publisher').fill('River Gazette');
      await page.getByLabel('Published on').fill('2017-10-11');
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.waitForSelector('.addition.is-done');
      expect(await page.getByLabel('Text of the report').inputValue()).toBe('');
      await page.locator('.addition-result a').click();
      await page.waitForSelector('.card');
      expect(await page.locator('.article-head').innerText()).toMatch(/River Gazette[\s\S]*11 Oct 2017/);
      expect((await bench.ledger.coverage()).documents).toBe(5);
    });

    it('a report that fails says why, with its code, and can be tried again', async () => {
      await go('/add', '.drop');
      await page.getByLabel('Files to add').setInputFiles({
        name: 'empty.txt',
        mimeType: 'text/plain',
        buffer: Buffer.alloc(0),
      });
      await page.waitForSelector('.addition.is-failed');
      expect(await page.locator('.addition').innerText()).toContain('input-empty');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.waitForSelector('.addition.is-failed');
    });

    it('find a claim and read it in its report', async () => {
      await go('/', '.claim-link');
      await page.keyboard.press('/');
      await page.keyboard.type('mill soldiers Shells');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.claim-link .found');
      await page.locator('.claim-link').first().click();
      await page.waitForSelector('.card[data-chosen=true]');
      expect(await page.locator('.read-state').innerText()).toMatch(/machine-read[\s\S]*0 of 5 reviewed/);
    });

    it('correct a field from words picked by keyboard, and one by the mouse; both are grounded', async () => {
      await go(onClaim(1), '.claim-said');
      await page.keyboard.press('v');
      await page.keyboard.press('ArrowUp');
      await page.waitForSelector('.picked');
      for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Escape');
      await drag('Karsa');
      await page.waitForSelector('.pick-bar q');
      await page.keyboard.press('p');
      await expect.poll(async () => (await claim(1)).claim.event?.place?.text).toBe('Karsa');
      const { span, lat } = (await claim(1)).claim.event!.place!;
      const { text } = report.reading!.article;
      expect([text.slice(...span!), lat]).toEqual(['Karsa', 35.02]);
      await page.keyboard.press('v');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('t');
      await expect.poll(async () => (await claim(1)).claim.event?.trigger?.text).toBe('anybody had');
      await page.waitForSelector('.claim-head .tag >> text=corrected');
    });

    it('correct a certainty and a type from the code lists, by keyboard alone', async () => {
      await go(onClaim(2), '.claim-said');
      await page.keyboard.press('e');
      await expect
        .poll(() => page.evaluate('document.activeElement.classList.contains("row-value")'))
        .toBe(true);
      await page.locator('[data-row=certainty]').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('unconf');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await claim(2)).claim.certainty).toBe('unconfirmed');
      await page.locator('[data-row=type]').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('siege');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await claim(2)).claim.event?.type).toBe('siege-blockade');
    });

    it('set a figure with its bounds', async () => {
      await go(onClaim(0), '.claim-said');
      await page.locator('[data-row=effect0]').click();
      await page.getByLabel('At most').fill('');
      await page.getByRole('button', { name: 'Set figure' }).click();
      await expect.poll(async () => (await claim(0)).claim.event!.effects[0]!.high).toBeNull();
      expect((await claim(0)).claim.event!.effects[0]!.low).toBe(12);
    });

    it('add a claim that was missed, from words selected in the text', async () => {
      await go(`/review?document=${hash(report)}`, '.desk');
      await drag('no word');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.claim-head >> text=New claim');
      await page.keyboard.press('a');
      await expect
        .poll(async () =>
          (await bench.ledger.claimsOf(report.document.sha256)).map(({ claim: { text } }) => text),
        )
        .toContain('no word');
    });

    it('reject with a reason, and undo: a new decision, nothing overwritten', async () => {
      await go(onClaim(4), '.claim-said');
      await page.keyboard.press('r');
      await page.keyboard.type('background');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await claim(4)).review).toBe('rejected');
      await page.keyboard.press('u');
      await expect.poll(async () => (await claim(4)).review).toBe('undecided');
      const all = await bench.ledger.decisions({ document: report.document.sha256 });
      expect(all.slice(-2).map(({ decision, why }) => [decision.type, why])).toEqual([
        ['reject', 'background, not reported here'],
        ['undo', null],
      ]);
    });

    it('merge a claim into the one that says the same', async () => {
      await go(onClaim(3), '.claim-said');
      await page.keyboard.press('m');
      await page.waitForSelector('.claim-head .notice');
      await page.locator(`[data-claim="${report.reading!.claims[2]!.id}"]`).first().click();
      await page.waitForFunction(`location.search.includes('${report.reading!.claims[2]!.id}')`);
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await claim(3)).review).toBe('merged');
    });

    it('split a claim into the parts picked in its words', async () => {
      await go(onClaim(4), '.claim-said');
      await page.keyboard.press('s');
      await page.waitForSelector('.pick-bar');
      await drag('Relief is to reach');
      await drag('the town on Sunday');
      await page
        .locator('.claim-head')
        .getByRole('button', { name: /Split into 2/ })
        .click();
      await expect.poll(async () => (await claim(4)).review).toBe('split');
    });

    it('merge two incidents, compare their tolls, and code a cell with its reason', async () => {
      const [first, second] = [report.reading!.claims[0]!.id, five.reading!.claims[0]!.id];
      const name = async (id: string) => {
        const response = await fetch(`${bench.address}/api/v1/incidents/${id}`);
        return ((await response.json()) as { incident: { id: string } }).incident.id;
      };
      const other = await name(second);
      await go(`/review/incidents/${first}`, '.members');
      await page.getByLabel('Name of an incident').fill(other);
      await page
        .locator('form', { has: page.getByLabel('Name of an incident') })
        .getByRole('button')
        .click();
      await expect.poll(() => name(second)).toBe(await name(first));
      await page.locator('.cell-line', { hasText: 'fatalities' }).click();
      await page.getByLabel('Value of fatalities').fill('12');
      await page.getByLabel('Why', { exact: true }).fill('the lower of two figures');
      await page.getByRole('button', { name: 'Code it' }).click();
      await page.waitForSelector('.cell-line .is-coded >> text=12');
      await go(`/incidents/${first}`, '.incident');
      expect(await page.locator('.toll').count()).toBeGreaterThan(0);
      expect(await page.locator('.incident').innerText()).toContain('shaped by a person');
    });

    it('export what the ledger shows as CSV', async () => {
      await go('/?text=mill', '.claim-link');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.tools').getByRole('link', { name: 'CSV' }).click(),
      ]);
      const stream = await download.createReadStream();
      let csv = '';
      for await (const piece of stream) csv += piece;
      expect(csv).toContain('Shells hit the mill at Karsa');
    });

    it('review five claims with nothing but the keyboard', async () => {
      await go(`/review?document=${hash(five)}`, '.claim-said');
      for (let i = 0; i < 5; i++) {
        await page.keyboard.press('a');
        await page.waitForSelector(`.review-bar .progress b >> text="${i + 1}"`);
      }
      await expect
        .poll(async () => (await bench.ledger.claimsOf(five.document.sha256)).map(({ review }) => review))
        .toEqual(Array(5).fill('reads-right'));
      await page.waitForSelector('.review >> text=5 of 5 reviewed');
      await page.keyboard.press('c');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.status.is-complete >> text=Ada');
    });

    it('nothing is lost while the server is away: kept, said, tried again', async () => {
      await go(onClaim(0, twice), '.claim-said');
      await context.setOffline(true);
      await page.keyboard.press('a');
      await page.waitForSelector('.outbox >> text=not recorded yet');
      await page.reload().catch(() => undefined);
      await context.setOffline(false);
      faults.splice(0);
      await go(onClaim(0, twice), '.claim-said');
      await expect.poll(async () => (await claim(0, twice)).review).toBe('reads-right');
      faults.splice(0);
    });

    it('code twice, the second blind to the first, and see how far both agree', async () => {
      const second = await as('Ben');
      const theirs = await openPage(second);
      await theirs.goto(`${bench.address}/review?document=${hash(twice)}&blind=1`);
      await theirs.waitForSelector('.claim-said');
      expect(await theirs.locator('.claim-head .tag').first().innerText()).toBe('not reviewed');
      await theirs.keyboard.press('r');
      await theirs.keyboard.press('Enter');
      await theirs.waitForSelector('.review >> text=1 of 4 reviewed');
      await expect
        .poll(async () => (await bench.ledger.agreement({ document: twice.document.sha256 })).claims)
        .toBe(1);
      await theirs.goto(`${bench.address}/agreement`);
      await theirs.waitForSelector('.sheet-table');
      expect(await theirs.locator('.plain-sheet').innerText()).toMatch(/Ada[\s\S]*Ben/);
      await second.close();
    });

    it('Ctrl+K finds what can be done, and does it', async () => {
      await go(onClaim(0), '.claim-said');
      await page.keyboard.press('Control+k');
      await page.waitForSelector('.palette [role=option]');
      await page.keyboard.type('note');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.claim-head [role=combobox]');
      await page.keyboard.type('see the later report');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (await claim(0)).decisions.map(({ decision }) => decision.type))
        .toContain('note');
    });

    it('a hostile report harms neither the desk nor the original as kept', async () => {
      for (const [path, selector] of [
        [`/review?document=${hash(hostile)}`, '.claim-said'],
        [`/review/incidents/${hostile.reading!.claims[0]!.id}`, '.members'],
        [`/documents/${hash(hostile)}`, '.card'],
      ] as const) {
        await go(path, selector);
        if (selector === '.card') {
          await page.locator('summary', { hasText: 'The original as kept' }).click();
          await page.waitForSelector('.original');
        }
        expect(await page.evaluate('window.hurt'), path).toBeUndefined();
        expect(await page.locator('main script, main img, main b:has-text("bold")').count(), path).toBe(0);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true);
      }
    });
  });

  describe('axe finds nothing on the pages for deciding, and none is wider than 360 px', () => {
    const first = report.reading!.claims[0]!.id;
    const pages: [name: string, path: string, selector: string, act?: () => Promise<void>][] = [
      ['review', `/review?document=${hash(report)}&claim=${first}`, '.claim-said'],
      [
        'review, a field open',
        `/review?document=${hash(report)}&claim=${first}`,
        '.claim-said',
        async () => {
          await page.locator('[data-row=type]').click();
          await page.waitForSelector('.choice');
        },
      ],
      [
        'review, words picked',
        `/review?document=${hash(report)}&claim=${first}`,
        '.claim-said',
        async () => {
          await page.keyboard.press('v');
          await page.waitForSelector('.pick-bar');
        },
      ],
      ['the incident’s desk', `/review/incidents/${first}`, '.cell-line'],
      ['agreement', '/agreement', '.plain-sheet'],
      ['add', '/add', '.drop'],
      ['article', `/documents/${hash(report)}`, '.read-state .status'],
    ];
    for (const [name, path, selector, act] of pages) {
      it(name, async () => {
        await go(path, selector);
        await page.waitForSelector('.foot >> text=In this ledger');
        await act?.();
        await page.addScriptTag({ content: shared().axe });
        const violations = async (run: string) =>
          (
            (await page.evaluate(run)) as {
              violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
            }
          ).violations.map(({ id, nodes }) => [id, nodes[0]!.html, nodes[0]!.failureSummary]);
        expect(await violations('axe.run()')).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations('axe.run({ runOnly: ["color-contrast"] })')).toEqual([]);
        await page.emulateMedia({ colorScheme: 'light' });
        await page.setViewportSize({ width: 360, height: 740 });
        await expect
          .poll(() => page.evaluate('document.documentElement.scrollWidth'))
          .toBeLessThanOrEqual(360);
        await page.setViewportSize({ width: 1280, height: 800 });
      });
    }
  });
}
