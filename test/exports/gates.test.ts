/** What no file may do: tell of a death that nobody tells, of a person who is private, of a place that is too close. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger, type Recordable } from '../../src/5-ledger/index.ts';
import { fileName } from '../../src/7-publish/exports/source.ts';
import { everything, exported, rows, sourceOf } from './export-all.ts';
import { claimIds, MAYADIN, toldReport } from './told-report.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reportedly-gates-'));
const open: Ledger[] = [];
afterAll(async () => {
  for (const ledger of open) await ledger.close();
  rmSync(root, { recursive: true, force: true });
});

async function ledgerWith(...reports: Recordable[]): Promise<Ledger> {
  const ledger = await openLedger(path.join(root, String(open.length)));
  open.push(ledger);
  await ledger.record(reports);
  return ledger;
}

const reviewAll = async (ledger: Ledger, report: Recordable, who = 'Ana Coder') => {
  await ledger.decide(
    claimIds(report).map((claim) => ({ who, why: null, decision: { type: 'reads-right', claim } })),
  );
};

const WEDNESDAY = { words: 'on Wednesday', from: '2017-10-04', to: '2017-10-04' };
const strike = (
  text: string,
  certainty: 'asserted' | 'denied' | 'expected' | 'unconfirmed' = 'asserted',
) => ({
  text,
  certainty,
  type: 'air-drone-strike' as const,
  place: MAYADIN!,
  time: WEDNESDAY,
  effects: [{ words: '43 civilians', low: 43, high: 43 }],
});

const DATA = ['acled', 'ucdp', 'airwars', 'incidents', 'figures'];

describe('no false deaths', () => {
  it.each(['denied', 'expected', 'unconfirmed'] as const)(
    'what is %s makes no row, point or figure',
    async (certainty) => {
      const report = toldReport({
        sentences: [strike('An air strike killed 43 civilians in Mayadin on Wednesday.', certainty)],
      });
      const ledger = await ledgerWith(report);
      await reviewAll(ledger, report);
      for (const format of DATA) expect(await rows(ledger, format, { unreviewed: true }), format).toEqual([]);
      const map = JSON.parse((await exported(ledger, 'geojson', { unreviewed: true })).text);
      expect(map.features).toEqual([]);
      const { get } = await everything(ledger, { unreviewed: true }).then((files) => ({
        get: (name: string) => files.get(name)!,
      }));
      expect(JSON.parse(get('table json')).rows).toEqual([]);
      // The list of claims says what each is.
      expect((await rows(ledger, 'claims'))[0]).toMatchObject({ certainty, rp_tells: certainty });
    },
  );

  it('a report taken back makes none either', async () => {
    const report = toldReport({
      sentences: [strike('An air strike killed 43 civilians in Mayadin on Wednesday.')],
    });
    const ledger = await ledgerWith(report);
    await reviewAll(ledger, report);
    expect(await rows(ledger, 'ucdp', { unreviewed: true })).toHaveLength(0);
    await ledger.retract({
      ...{ who: 'Ana', why: null, document: report.document.sha256, kind: 'withdrawn' },
      ...{ claims: null, url: null, text: null },
    });
    for (const format of DATA) expect(await rows(ledger, format, { unreviewed: true }), format).toEqual([]);
  });

  it('a denial stands beside the row and changes no figure of it', async () => {
    const told = toldReport({
      publisher: 'Meridian Wire',
      sentences: [
        {
          ...strike(
            'The Norland air force killed 43 civilians in Mayadin on Wednesday, Lantern Rights said.',
          ),
          source: { words: 'Lantern Rights' },
          by: { words: 'Norland air force', name: 'Norland Air Force', kind: 'state-force', of: 'Norland' },
        },
      ],
    });
    const denial = toldReport({
      publisher: 'Northgate News',
      published: '2017-10-06',
      title: 'The ministry denies it',
      sentences: [
        {
          ...strike(
            'The ministry denied that a strike killed 90 civilians in Mayadin on Wednesday.',
            'denied',
          ),
          effects: [{ words: '90 civilians', low: 90, high: 90 }],
          source: { words: 'ministry', name: 'Ministry of Norland', kind: 'state-force', of: 'Norland' },
          by: { words: 'ministry', name: 'Ministry of Norland', kind: 'state-force', of: 'Norland' },
        },
      ],
    });
    const ledger = await ledgerWith(told, denial);
    await reviewAll(ledger, told);
    await reviewAll(ledger, denial);
    const [row, ...more] = await rows(ledger, 'acled');
    expect(more).toEqual([]);
    expect(row).toMatchObject({ rp_killed_low: '43', rp_killed_high: '43', fatalities: '' });
    expect(row!.rp_denied_by).toMatch(/^Ministry of Norland denies: “.*90 civilians/);
    expect(JSON.stringify(row)).not.toContain('"90"');
  });
});

describe('reviewed by a person', () => {
  it('is what leaves by default; the rest says so in its name and every row', async () => {
    const report = toldReport({
      sentences: [strike('An air strike killed 43 civilians in Mayadin on Wednesday.')],
    });
    const ledger = await ledgerWith(report);
    for (const format of [...DATA, 'claims']) expect(await rows(ledger, format), format).toEqual([]);
    expect((await exported(ledger, 'acled')).tally.unreviewed).toBe(1);
    for (const format of [...DATA, 'claims']) {
      const all = await rows(ledger, format, { unreviewed: true });
      if (format !== 'ucdp') expect(all.length, format).toBeGreaterThan(0);
      for (const row of all) {
        expect(row.rp_review, format).toBe('machine-unreviewed');
        expect(row.rp_caption).toBe('Claims as reported, 0 of 1 reviewed by a person, as of 2017-10-20');
      }
    }
    expect(fileName(await sourceOf(ledger, { unreviewed: true }), 'acled', 'csv')).toBe(
      'reportedly-acled-2017-10-20-machine-unreviewed.csv',
    );
    await reviewAll(ledger, report);
    expect((await rows(ledger, 'acled'))[0]).toMatchObject({
      rp_review: 'reviewed',
      rp_claims_reviewed: '1',
    });
  });
});

describe('private persons', () => {
  const NAME = 'Zorvan Quillhaven';
  const URL_NAME = 'zorvan-quillhaven';

  it('a name planted in every field is in no public file', async () => {
    const report = toldReport({
      title: `${NAME} mourns his brother`,
      byline: NAME,
      url: `https://karsa-post.example/${URL_NAME}/brother`,
      location: `reports/${NAME}.eml`,
      headers: { from: `${NAME} <zorvan@quillhaven.example>`, subject: NAME },
      names: [{ text: NAME, type: 'person' }],
      sentences: [
        {
          ...strike(`An air strike killed 43 civilians in Mayadin on Wednesday, ${NAME} said.`),
          source: { words: NAME, kind: 'person' },
        },
        {
          ...strike(
            `Quillhaven said that shells near the house of ${NAME.toUpperCase()} wounded 43 civilians on Wednesday.`,
          ),
          type: 'shelling-artillery-missile',
          place: { text: `house of ${NAME.toUpperCase()}`, name: `House of ${NAME}` },
          by: { words: 'Quillhaven', name: NAME, kind: 'person' },
          against: { words: 'Quillhaven', name: NAME, kind: 'person' },
          effects: [{ words: '43 civilians', what: 'wounded', low: 43, high: 43, label: NAME }],
        },
        { ...strike(`Zorvan denied that 43 civilians fled Mayadin on Wednesday.`, 'denied') },
      ],
    });
    const ledger = await ledgerWith(report);
    await reviewAll(ledger, report, NAME);
    const [claim] = claimIds(report);
    const incident = (await rows(ledger, 'incidents'))[0]!.rp_incident!;
    await ledger.decide([
      { who: NAME, why: NAME, decision: { type: 'note', on: { what: 'claim', id: claim! }, text: NAME } },
      {
        ...{ who: NAME, why: NAME },
        decision: {
          ...{ type: 'code', incident, profile: 'acled', cell: 'notes', value: `As ${NAME} tells.` },
          ...{ derived: null, evidence: '' },
        },
      },
    ]);
    await ledger.assess({
      ...{ who: NAME, why: NAME, on: { what: 'incident', id: incident } },
      assessment: { scheme: 'airwars', grade: 'weak' },
    });
    for (const unreviewed of [false, true])
      for (const [name, text] of await everything(ledger, { unreviewed })) {
        expect(text, name).not.toMatch(/zorvan|quillhaven/i);
        expect(text.length, name).toBeGreaterThan(40);
      }
    const acled = (await rows(ledger, 'acled'))[0]!;
    expect(acled.notes).toBe('As ██████ ██████████ tells.');
    expect(acled).toMatchObject({ rp_masked: 'yes', rp_coded: 'notes by reviewer-1' });
    expect((await exported(ledger, 'dossier', { internal: true })).text).toContain(NAME);
  });

  it('a town keeps its name where somebody is called like it', async () => {
    const report = toldReport({
      names: [{ text: 'Omar Mayadin', type: 'person' }],
      sentences: [
        strike('A strike killed 43 civilians in Mayadin on Wednesday, Omar Mayadin and his sons among them.'),
      ],
    });
    const ledger = await ledgerWith(report);
    await reviewAll(ledger, report);
    const [row] = await rows(ledger, 'acled');
    expect(row).toMatchObject({ location: 'Al Mayādīn', admin1: 'Deir ez-Zor', rp_masked: 'yes' });
    expect(row!.notes).toContain('████ ███████ and his sons');
  });

  it('who speaks for a party is told, and offsets stay', async () => {
    const report = toldReport({
      sentences: [
        {
          ...strike('Colonel Aras Vey told Ali Zorvan that 43 civilians died in Mayadin on Wednesday.'),
          source: { words: 'Aras Vey', kind: 'person', public: true },
          against: { words: 'Ali Zorvan', kind: 'person' },
        },
      ],
    });
    const ledger = await ledgerWith(report);
    await reviewAll(ledger, report);
    const [row] = await rows(ledger, 'claims');
    expect(row).toMatchObject({
      text: 'Colonel Aras Vey told ███ ██████ that 43 civilians died in Mayadin on Wednesday.',
      sources: 'Aras Vey',
      rp_masked: 'yes',
    });
  });
});

describe('points', () => {
  const hospital = {
    ...MAYADIN!,
    text: 'Al-Shifa hospital in Mayadin',
    name: 'Al-Shifa Hospital',
    kind: 'HSP',
    admin2: 'Mayadin District',
  };
  const near = (time: typeof WEDNESDAY) =>
    toldReport({
      sentences: [
        {
          ...strike(`A strike on the Al-Shifa hospital in Mayadin killed 43 civilians ${time.words}.`),
          place: hospital,
          time,
        },
      ],
    });

  it('hospitals, shelters, camps and schools are coarsened to their district', async () => {
    const report = near(WEDNESDAY);
    const ledger = await ledgerWith(report);
    await reviewAll(ledger, report);
    const [row] = await rows(ledger, 'acled');
    expect(row).toMatchObject({
      location: 'Mayadin District',
      latitude: '35.1',
      longitude: '40.5',
      geo_precision: '2',
      rp_point: 'coarsened',
    });
    expect((await rows(ledger, 'claims'))[0]).toMatchObject({ place: 'Mayadin District', latitude: '35.1' });
    expect((await rows(ledger, 'acled', { internal: true }))[0]).toMatchObject({ latitude: '35.0198' });
    for (const [name, text] of await everything(ledger)) expect(text, name).not.toMatch(/35\.0198|40\.4515/);
  });

  it('of the last 72 hours are held back', async () => {
    const fresh = near({ words: 'on Thursday', from: '2017-10-19', to: '2017-10-19' });
    const ledger = await ledgerWith(fresh);
    await reviewAll(ledger, fresh);
    expect((await rows(ledger, 'acled'))[0]).toMatchObject({
      latitude: '',
      location: 'Deir ez-Zor',
      geo_precision: '3',
      rp_point: 'held-back',
    });
    expect((await rows(ledger, 'claims'))[0]).toMatchObject({ latitude: '', rp_point: 'held-back' });
    const map = JSON.parse((await exported(ledger, 'geojson')).text);
    expect(map.features[0].geometry).toBeNull();
    expect((await rows(ledger, 'acled', { delayHours: 0 }))[0]!.latitude).toBe('35.1');
  });
});

it('no cell begins a formula', async () => {
  const report = toldReport({
    publisher: '=HYPERLINK("http://x.example")',
    title: '@SUM(A1)',
    sentences: [strike('+1 strike killed 43 civilians in Mayadin on Wednesday.')],
  });
  const ledger = await ledgerWith(report);
  await reviewAll(ledger, report);
  for (const format of [...DATA, 'claims'])
    for (const row of await rows(ledger, format))
      for (const [name, value] of Object.entries(row))
        expect(value, `${format} ${name}`).not.toMatch(/^[=+@]|^-\D/);
});
