/** Servers that do wrong or harm: each case ends in the error it should, or in the right article, in time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acquire } from '../../src/1-acquire/acquire.ts';
import type { ResolvedAddress, WebPolicy } from '../../src/1-acquire/web/web-policy.ts';
import { extract } from '../../src/2-extract/extract.ts';
import { rules } from '../support/extract-rules.ts';
import { CASES, PLACES } from './cases.ts';
import { type HostileServer, hostileServer } from './server.ts';

const LONGEST_MS = 20_000;
let server: HostileServer;
beforeAll(async () => {
  server = await hostileServer(
    (path) => PLACES.get(path) ?? CASES[Number(/^\/case\/(\d+)/.exec(path)?.[1])]?.behaviour,
  );
});
afterAll(() => server.close());

let turn = 0;
const local: ResolvedAddress = { address: '127.0.0.1', family: 4 };
const NAMES: Readonly<Record<string, () => Promise<ResolvedAddress[]>>> = {
  'inside.test': async () => [local],
  'mixed.test': async () => [{ address: '192.0.2.1', family: 4 }, local],
  // Documentation addresses are refused too: a public one would leave the machine.
  'rebind.test': async () => [turn++ === 0 ? { address: '203.0.113.7', family: 4 } : local],
  'nowhere.test': async () => [],
  'never.test': () => new Promise(() => {}),
};

function policy(settings: Partial<WebPolicy> = {}): Partial<WebPolicy> {
  return {
    totalMs: 15_000,
    idleMs: 8_000,
    connectMs: 2_000,
    hostEveryMs: 0,
    resolve: (name) =>
      NAMES[name]?.() ?? Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' })),
    ...settings,
  };
}

/** Codes and articles in the order they came. */
async function endsOf(
  address: string,
  settings?: Partial<WebPolicy>,
): Promise<{ ends: string[]; text: string }> {
  const ends: string[] = [];
  let text = '';
  for await (const item of acquire(address, {
    web: policy(settings),
    allowHosts: [server.host],
    maxBytes: 6_000_000,
  })) {
    if (item.ok) {
      ends.push('article');
      text += extract(item.document, rules).article.text;
    } else {
      ends.push(item.error.code);
      expect(item.error.message).not.toMatch(/undefined|\{\w+\}/);
    }
  }
  return { ends, text };
}

describe('hostile servers', () => {
  it('are sixty and more', () => expect(CASES.length).toBeGreaterThanOrEqual(60));

  for (const [i, { name, ends, words, address, policy: settings }] of CASES.entries()) {
    it(name.slice(0, 80), { timeout: LONGEST_MS + 10_000 }, async () => {
      const asked = (address ?? `http://${server.host}/case/${i}`).replace('PORT', String(server.port));
      const begun = performance.now();
      const found = await endsOf(asked, settings);
      expect(found.ends).toEqual(ends);
      if (words) expect(found.text).toContain(words);
      expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
    });
  }

  it('an escape would have been seen: the server is reached only by the name that was allowed', () => {
    expect(server.asked.every((path) => /^\/(?:case\/|page|gone|private|robots)/.test(path))).toBe(true);
    expect(server.asked).not.toContain('/private/page');
  });
});
