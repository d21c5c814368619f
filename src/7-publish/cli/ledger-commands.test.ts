/** The commands over the ledger, run as a person runs them, on ledgers in a passing folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { synthetic } from '../../../test/ledger/synthetic.ts';
import { cli, type Ran } from '../../../test/support/cli.ts';
import { type ClaimRow, openLedger } from '../../5-ledger/index.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reportedly-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let ledger: string;
let count = 0;
beforeEach(async () => {
  ledger = path.join(root, String(++count));
  const opened = await openLedger(ledger);
  await opened.record([synthetic(1), synthetic(2)]);
  await opened.close();
});
const on = (...args: string[]): Promise<Ran> => cli('--ledger', ledger, ...args);
const by = (...args: string[]): Promise<Ran> => on(...args, '--by', 'Ana', '--why', 'as the text has it');
const document = (seed: number) => synthetic(seed).document.sha256;

async function claims(...args: string[]): Promise<ClaimRow[]> {
  const { lines, status, said } = await on('claims', '--format', 'json', ...args);
  expect(status, said).toBe(0);
  return lines.map((line) => JSON.parse(line) as ClaimRow);
}

describe('reading the ledger', () => {
  it('lists, filters, counts and pages', async () => {
    expect(await claims()).toHaveLength(12);
    const attacks = await claims('--type', 'attack');
    expect(attacks.every(({ type }) => type === 'attack')).toBe(true);
    expect((await claims('--place', 'none')).every(({ place }) => place === null)).toBe(true);
    const first = await on('claims', '--limit', '5');
    expect(first.said).toContain('5 of 12 claims');
    const cursor = /--after (\S+)/.exec(first.said)![1]!;
    const second = await on('claims', '--limit', '5', '--after', cursor);
    expect(second.data).not.toBe(first.data);
    const facets = await on('facets', 'certainty', '--json');
    const [{ values }] = JSON.parse(facets.data) as [{ values: { count: number }[] }];
    expect(values.reduce((sum, value) => sum + value.count, 0)).toBe(12);
    expect((await on('claims', '--box', 'here')).status).toBe(2);
    expect(await claims('--document', document(2).slice(7, 15))).toHaveLength(6);
    expect((await on('claims', '--document', 'ffffffff')).said).toContain('[document-not-found]');
  });

  it('shows documents, one with its Readings, and searches the articles', async () => {
    const list = await on('documents');
    expect(list.said).toContain('2 documents, 2 read, 0 not read; 12 claims, 0 reviewed');
    const one = await on('documents', document(2).slice(7, 20));
    expect(one.data).toContain(document(2));
    expect(one.data).toContain('6 claims, in force');
    expect((await on('documents', '--text', '"Report 2"', '--json')).lines).toHaveLength(1);
    expect(await on('documents', 'ffffffff')).toMatchObject({ status: 1 });
  });

  it('explains a claim on its words, by the beginning of its id', async () => {
    const [claim] = await claims();
    const { data } = await on('explain', claim!.id.slice(0, 10));
    expect(data).toContain(claim!.text);
    expect(data).toContain('review       undecided');
    expect((await on('explain', 'zzzz')).said).toContain('[claim-not-found]');
  });

  it('answers for a past state', async () => {
    const [claim] = await claims();
    const said = await by('review', claim!.id, '--reject');
    const before = String(Number(said.lines[0]) - 1);
    expect(await claims()).toHaveLength(11);
    expect(await claims('--as-of', before)).toHaveLength(12);
    expect((await on('explain', claim!.id, '--as-of', before)).data).toContain('undecided');
    expect((await on('documents', '--as-of', '2001-01-01')).said).toContain('0 documents');
    expect((await on('claims', '--as-of', 'yesterday')).said).toContain('[query-invalid]');
  });
});

describe('deciding', () => {
  it('reads right, rejects, corrects and undoes, each with who and why', async () => {
    const [first, second, third] = await claims();
    await by('review', first!.id, '--right', '--note', 'checked twice');
    await by('review', second!.id, '--reject');
    const corrected = await by(
      'review',
      third!.id,
      '--correct',
      'type=grenade',
      'killed=3-5 civilians',
      'place=Besna@33.9,39.2',
      'time=2017-10',
      'certainty=hedged',
      'by=Hill Guard; Nobody Known',
      'chain=Norland Radio < Mirza Tal (person)',
    );
    expect(corrected.status, corrected.said).toBe(0);
    const rows = await claims('--review', 'reads-right', 'corrected');
    expect(rows).toHaveLength(2);
    const row = rows.find(({ review }) => review === 'corrected')!;
    expect(row).toMatchObject({
      type: 'grenade',
      certainty: 'hedged',
      place: { name: 'Besna', lat: 33.9 },
      time: { from: '2017-10-01', to: '2017-10-31', precision: 'month' },
    });
    expect(row.sources.map(({ name }) => name)).toEqual(['Norland Radio', 'Mirza Tal']);
    expect(row.by.map(({ name }) => name)).toEqual(['Hill Guard', 'Nobody Known']);
    expect(row.effects).toContainEqual(expect.objectContaining({ what: 'killed', low: 3, high: 5 }));
    await by('decide', 'undo', corrected.lines[0]!);
    expect((await on('explain', third!.id)).data).toContain('not in force');
    expect((await on('verify')).data).toMatch(/^intact/);
  });

  it('refuses what cannot be, in a sentence that says what to do', async () => {
    const [claim] = await claims();
    const refusals: [string[], string][] = [
      [['review', claim!.id, '--reject'], 'Say who does this'],
      [['review', claim!.id, '--by', 'Ana'], 'Decide with'],
      [['review', claim!.id, '--by', 'Ana', '--right', '--reject'], 'not both'],
      [['review', claim!.id, '--by', 'Ana', '--correct', 'type=fireworks'], '[value-invalid]'],
      [['review', claim!.id, '--by', 'Ana', '--correct', 'colour=red'], '[value-invalid]'],
      [['review', claim!.id, '--by', 'Ana', '--correct', 'killed=many'], '[value-invalid]'],
      [['review', claim!.id, '--by', 'Ana', '--correct', 'time=2017-02-31'], '[value-invalid]'],
      [['review', claim!.id, '--by', 'Ana', '--correct', 'trigger=exploded'], '[quote-not-found]'],
      [['decide', 'undo', '99999', '--by', 'Ana'], '[not-in-ledger]'],
    ];
    for (const [args, message] of refusals) {
      const ran = await on(...args);
      expect(ran.status, args.join(' ')).toBeGreaterThan(0);
      expect(ran.said).toContain(message);
    }
    expect((await on('log', '--kind', 'decision')).lines).toEqual([]);
  });

  it('merges, splits, notes, codes and takes decisions from a file', async () => {
    const rows = await claims('--document', document(1));
    await by('decide', 'merge', 'claim', rows[0]!.id, rows[1]!.id);
    const [head, tail] = rows[2]!.text.split(', where ');
    const split = await by('decide', 'split', 'claim', rows[2]!.id, head!, `where ${tail}`);
    expect(split.status, split.said).toBe(0);
    expect(await claims('--document', document(1), '--origin', 'person')).toHaveLength(2);
    await by('decide', 'status', document(1), 'complete');
    const coded = await by('decide', 'code', rows[4]!.id, 'acled', 'fatalities', '12');
    expect(coded.status, coded.said).toBe(0);
    const file = path.join(root, 'decisions.jsonl');
    const reject = { who: 'Bela', why: null, decision: { type: 'reject', claim: rows[3]!.id } };
    writeFileSync(file, `${JSON.stringify(reject)}\n`);
    expect((await on('decide', 'file', file)).status).toBe(0);
    writeFileSync(file, 'no json\n');
    expect((await on('decide', 'file', file)).said).toContain('line 1 is no JSON');
    const log = await on('log', '--kind', 'decision', '--ascending');
    expect(log.lines.map((line) => line.split('  ')[2])).toEqual(
      ['merge', 'split', 'status', 'code', 'reject'].map((type) => `decision ${type}`),
    );
    expect((await on('log', '--who', 'Bela')).lines).toHaveLength(1);
    expect((await on('log', '--as-of', '2')).lines.map((line) => line.split(' ')[0])).toEqual(['#2', '#1']);
    expect((await on('release', 'list', '--as-of', '2')).lines).toEqual([]);
  });
});

describe('adding claims', () => {
  it('of words selected in a document', async () => {
    const { text } = synthetic(1).reading!.article;
    const quote = /\S+ \S+ near post 1-0/.exec(text)![0];
    const added = await by(
      'add',
      document(1),
      '--quote',
      quote,
      '--set',
      'type=attack',
      'kind=event',
      'wounded=2',
    );
    expect(added.status, added.said).toBe(0);
    const [row] = await claims('--origin', 'person');
    expect(row).toMatchObject({ text: quote, type: 'attack', review: 'added' });
    expect(text.slice(row!.start, row!.start + quote.length)).toBe(quote);
    expect((await by('add', document(1), '--quote', 'not there')).said).toContain('[quote-not-found]');
    expect((await by('add', document(1), '--quote', ' near post ')).said).toContain('[quote-ambiguous]');
  });

  it('beside a scan that is kept unread, given and translated', async () => {
    const scan = path.join(root, 'scan.png');
    writeFileSync(scan, Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, count]));
    const added = await by(
      'add',
      scan,
      '--given',
      'قصفت القوات القرية',
      '--translation',
      'The forces shelled the village',
      '--set',
      'type=shelling-artillery-missile',
      '--published',
      '2017-10-07',
    );
    expect(added.status, added.said).toBe(0);
    const [row] = await claims('--origin', 'person');
    expect(row).toMatchObject({ published: '2017-10-07', reading: null });
    expect((await on('explain', row!.id)).data).toContain('The forces shelled the village');
    expect((await on('documents', '--no-read')).lines[0]).toContain('scan.png');
    expect((await on('verify')).data).toMatch(/^intact: .* 3 documents/);
  });
});

describe('grading and taking back', () => {
  it('keeps grades and retractions', async () => {
    const [claim] = await claims();
    await by('assess', 'claim', claim!.id, '--admiralty', 'b2');
    await by('assess', 'source', 'Norland Radio', '--admiralty', 'C-');
    expect((await on('assess')).lines).toHaveLength(2);
    expect((await on('explain', claim!.id)).data).toContain('Admiralty B2');
    expect((await by('assess', 'claim', claim!.id, '--admiralty', 'X9')).status).toBe(2);
    await by('retract', document(2), '--withdrawn', '--text', 'We regret');
    expect(await claims('--withdrawn')).toHaveLength(6);
    expect((await by('retract', document(2))).status).toBe(2);
  });

  it('tells how far two reviewers agree', async () => {
    const [first, second] = await claims();
    for (const who of ['Ana', 'Bela']) {
      await on('review', first!.id, '--right', '--by', who);
      await on('review', second!.id, who === 'Ana' ? '--right' : '--reject', '--by', who);
    }
    const { data } = await on('agreement', '--json');
    expect(JSON.parse(data)).toMatchObject({ claims: 2, reviewers: ['Ana', 'Bela'] });
    expect((await on('agreement')).data).toMatch(/accepted +2 +50 %/);
    expect(JSON.parse((await on('agreement', '--json', '--as-of', '4')).data)).toMatchObject({ claims: 0 });
  });
});

describe('keeping and erasing', () => {
  it('names releases and tells them apart with reasons', async () => {
    const one = await by('release', 'create', 'one');
    expect(one.data).toMatch(/head +statement 4, [0-9a-f]{64}/);
    expect(one.said).toContain('Deposit the head hash');
    const [claim] = await claims();
    await by('review', claim!.id, '--reject');
    const diff = await on('release', 'diff', 'one');
    expect(diff.data).toContain(`− ${claim!.id.slice(0, 8)}`);
    expect(diff.data).toContain('decision reject');
    expect((await on('release', 'list')).data).toContain('one');
  });

  it('backs up and restores', async () => {
    const [claim] = await claims();
    await by('review', claim!.id, '--reject');
    const folder = path.join(root, `backup-${count}`);
    expect((await on('backup', folder)).status).toBe(0);
    const restored = path.join(root, `restored-${count}`);
    const ran = await cli('--ledger', restored, 'restore', folder);
    expect(ran.said).toContain('intact');
    expect(ran.said).not.toContain('verified');
    const again = await cli('--ledger', restored, 'claims', '--format', 'json');
    expect(again.data).toBe((await on('claims', '--format', 'json')).data);
    expect((await cli('--ledger', restored, 'restore', folder)).said).toContain('[ledger-unusable]');
  });

  it('erases only when it is really meant, with who and why', async () => {
    const before = await on('erase', 'document', document(2), '--by', 'Ana');
    expect(before).toMatchObject({ status: 2 });
    const dry = await by('erase', 'document', document(2));
    expect(dry.data).toMatch(/^would erase: /);
    expect(await claims()).toHaveLength(12);
    const done = await by('erase', 'document', document(2), '--really');
    expect(done.data).toMatch(/^erased: /);
    expect(await claims()).toHaveLength(6);
    await by('erase', 'person', 'Mirza Tal', 'Mirza', '--really');
    const words = await by('erase', 'words', document(1), 'Report 1', '--really');
    expect(words.status, words.said).toBe(0);
    const verify = await on('verify');
    expect(verify.data).toMatch(/^intact: .* [1-9]\d* erased/);
    expect(verify.said).toContain('It does not say that any claim is true');
    expect((await on('log', '--kind', 'erasure')).lines.length).toBeGreaterThanOrEqual(2);
  });

  it('says where there is no ledger', async () => {
    const nowhere = await cli('--ledger', path.join(root, 'nowhere'), 'claims');
    expect(nowhere).toMatchObject({ status: 3 });
    expect(nowhere.said).toContain('[ledger-unusable]');
  });
});
