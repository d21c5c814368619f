import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { synthetic } from '../../../../test/ledger/synthetic.ts';
import { type Ledger, openLedger } from '../../../5-ledger/index.ts';
import { divertOutput } from '../output.ts';
import { readKeys } from './keys.ts';
import { ReviewSession } from './session.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reportedly-session-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let ledger: Ledger;
let count = 0;
beforeEach(async () => {
  ledger = await openLedger(path.join(root, String(++count)));
  await ledger.record([synthetic(1, { claims: 4 })]);
  return () => ledger.close();
});

/** Types the keys into a session; gives back what was shown. */
async function type(typed: string, who = 'Ana', blind = false): Promise<string> {
  let shown = '';
  divertOutput({ data: (text) => (shown += text), line: (text) => (shown += `${text}\n`) });
  const keys = readKeys(Readable.from([typed]), () => undefined);
  try {
    await new ReviewSession(ledger, keys, { who, why: null, filter: {}, blind, width: 100 }).run();
  } finally {
    keys.close();
    divertOutput();
  }
  return shown;
}

const reviews = async () =>
  (await ledger.claims({ review: ['undecided', 'reads-right', 'corrected', 'rejected'] })).rows.map(
    ({ review }) => review,
  );

describe('reviewing by keys', () => {
  it('decides on one claim after another until nothing is left', async () => {
    const shown = await type('aarc\ntype=grenade\n');
    expect(await reviews()).toEqual(['reads-right', 'reads-right', 'rejected', 'corrected']);
    expect(shown).toContain('Nothing is left to decide.');
    expect(shown).toContain('4 decisions recorded.');
  });

  it('skips, undoes and ends', async () => {
    const shown = await type('sauq');
    expect(await reviews()).toEqual(Array(4).fill('undecided'));
    expect(shown).toContain('undone');
  });

  it('says what is wrong with a correction and asks again', async () => {
    const shown = await type('c\ntype=fireworks\na');
    expect(shown).toContain('cannot be set to "fireworks"');
    expect(await reviews()).toEqual(['reads-right', 'undecided', 'undecided', 'undecided']);
  });

  it('shows a second coder nothing of the first when blind', async () => {
    await type('rrrr', 'Ana');
    expect(await type('', 'Bela')).toContain('Nothing is left');
    const shown = await type('aaaa', 'Bela', true);
    expect(shown).not.toContain('rejected');
    expect(shown).not.toContain('Ana');
    const agreement = await ledger.agreement();
    expect(agreement).toMatchObject({ claims: 4, reviewers: ['Ana', 'Bela'] });
  });
});
