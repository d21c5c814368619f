/** Files as other people's readers take them: exact heads, types, code lists, there and back; and why each cell is as it is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/5-ledger/index.ts';
import { ACLED_COLUMNS } from '../../src/7-publish/exports/acled/columns.ts';
import type { Column } from '../../src/7-publish/exports/coding/cell.ts';
import { RULES } from '../../src/7-publish/exports/coding/rules.ts';
import { compareFile } from '../../src/7-publish/exports/compare/compare.ts';
import { isoDay } from '../../src/7-publish/exports/compare/their-events.ts';
import { PROFILES } from '../../src/7-publish/exports/formats.ts';
import { tableXlsx } from '../../src/7-publish/exports/table/files.ts';
import { periodOf } from '../../src/7-publish/exports/table/periods.ts';
import { makeTable, rangeText } from '../../src/7-publish/exports/table/table.ts';
import { openExportTables } from '../../src/7-publish/exports/tables.ts';
import { priogridCell } from '../../src/7-publish/exports/ucdp/priogrid.ts';
import { ledgerId, publicId } from '../../src/7-publish/exports/view.ts';
import { readPackageFile } from '../../src/package.ts';
import { ACLED_EVENT_TYPES } from '../../src/records/index.ts';
import { cli } from '../support/cli.ts';
import { exported, type Row, rows, sourceOf } from './export-all.ts';
import { claimIds, MAYADIN, toldReport } from './told-report.ts';

const root = mkdtempSync(path.join(tmpdir(), 'reportedly-formats-'));
const folder = path.join(root, 'ledger');
let ledger: Ledger;
afterAll(async () => {
  await ledger.close();
  rmSync(root, { recursive: true, force: true });
});

const RUSSIA = {
  words: 'Russian air force',
  name: 'Russian Aerospace Forces',
  kind: 'state-force' as const,
  of: 'Russia',
};
const IS = { words: 'Islamic State', kind: 'armed-group' as const };
const reports = [
  toldReport({
    publisher: 'Meridian Wire',
    url: 'https://meridian-wire.example/ferry',
    title: 'Strike on a ferry',
    sentences: [
      {
        text: 'Lantern Rights said the Russian air force killed 43 civilians in Mayadin on Wednesday.',
        type: 'air-drone-strike',
        source: { words: 'Lantern Rights' },
        by: RUSSIA,
        place: MAYADIN!,
        time: { words: 'on Wednesday', from: '2017-10-04', to: '2017-10-04' },
        effects: [{ words: '43 civilians', low: 43, high: 43 }],
      },
    ],
  }),
  toldReport({
    publisher: 'Northgate News',
    published: '2017-10-12',
    title: 'Fighters killed',
    sentences: [
      {
        text: 'The Russian ministry said its air force killed up to 80 fighters of Islamic State in Mayadin on Tuesday.',
        type: 'armed-clash',
        source: {
          words: 'Russian ministry',
          name: 'Ministry of Defence of Russia',
          kind: 'state-force',
          of: 'Russia',
        },
        by: { ...RUSSIA, words: 'its air force' },
        against: IS,
        place: MAYADIN!,
        time: { words: 'on Tuesday', from: '2017-10-10', to: '2017-10-10' },
        effects: [{ words: '80 fighters', whom: 'militants', low: null, high: 80 }],
      },
      {
        text: 'Islamic State wounded at least 7 soldiers in Mayadin on Tuesday.',
        type: 'armed-clash',
        by: IS,
        place: MAYADIN!,
        time: { words: 'on Tuesday', from: '2017-10-10', to: '2017-10-10' },
        effects: [{ words: '7 soldiers', what: 'wounded', whom: 'soldiers', low: 7, high: null }],
      },
    ],
  }),
  toldReport({
    publisher: 'Valley Monitor',
    published: '2017-10-15',
    title: 'Somewhere, some time',
    sentences: [
      {
        text: 'Gunmen killed 5 civilians in the village of Buqrus, the Valley Monitor reported.',
        type: 'attack',
        place: { text: 'village of Buqrus' },
        effects: [{ words: '5 civilians', low: 5, high: 5 }],
      },
    ],
  }),
];

beforeAll(async () => {
  ledger = await openLedger(folder);
  await ledger.record(reports);
  const claims = reports.flatMap(claimIds);
  await ledger.decide(
    claims.map((claim) => ({ who: 'Ana', why: null, decision: { type: 'reads-right', claim } })),
  );
});

function fits(row: Row, columns: readonly Column[]): void {
  for (const { name, type, codes } of columns) {
    const value = row[name]!;
    if (value === '') continue;
    if (type === 'integer') expect(value, name).toMatch(/^-?\d+$/);
    if (type === 'number') expect(Number.isFinite(Number(value)), name).toBe(true);
    if (type === 'date') expect(value, name).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (codes) expect(codes.map(String), name).toContain(value);
  }
}

const ACLED_HEAD =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp';
const UCDP_HEAD =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob';

describe('contracts', () => {
  it.each([
    ['acled', ACLED_HEAD, 31],
    ['ucdp', UCDP_HEAD, 49],
  ])('%s has its head, its types and its codes, then ours', async (format, head, count) => {
    const { text } = await exported(ledger, format);
    const names = text.slice(0, text.indexOf('\n')).split(',');
    expect(names.slice(0, count).join(',')).toBe(head);
    expect(names.slice(count).every((name) => name.startsWith('rp_'))).toBe(true);
    const profile = PROFILES.find(({ name }) => name === format)!;
    const all = await rows(ledger, format);
    expect(all.length).toBeGreaterThan(0);
    for (const row of all) {
      expect(Object.values(row)[0]).toMatch(/^RP-/);
      fits(row, profile.columns);
    }
  });

  it('the same file, read and written again, is the same', async () => {
    const { parse } = await import('csv-parse/sync');
    const { stringify } = await import('csv-stringify/sync');
    for (const format of ['acled', 'ucdp', 'airwars', 'claims', 'figures']) {
      const { text } = await exported(ledger, format);
      expect(stringify(parse(text) as string[][]), format).toBe(text);
    }
  });

  it('ACLED has numbers for kinds of actor when asked', async () => {
    const [strike] = await rows(ledger, 'acled');
    expect(strike).toMatchObject({
      event_date: '2017-10-04',
      time_precision: '1',
      sub_event_type: 'Air/drone strike',
      actor1: 'Russian Aerospace Forces',
      inter1: 'External/Other forces',
      actor2: 'Civilians (Syria)',
      interaction: 'External/Other forces-Civilians',
      civilian_targeting: 'Civilian targeting',
      iso: '760',
      region: 'Middle East',
      fatalities: '',
      source: 'Meridian Wire',
    });
    const [numbered] = await rows(ledger, 'acled', { interNumbers: true });
    expect(numbered).toMatchObject({ inter1: '8', inter2: '7', interaction: '78' });
    for (const row of await rows(ledger, 'acled', { interNumbers: true })) fits(row, ACLED_COLUMNS);
  });

  it('UCDP: no low of "up to", no enemy dead of a belligerent, best left to people', async () => {
    const without = await rows(ledger, 'ucdp');
    expect(without).toHaveLength(1);
    expect(without[0]).toMatchObject({
      type_of_violence: '3',
      dyad_name: 'Government of Russia (Soviet Union) - Civilians',
      ...{ low: '43', high: '43', best: '', deaths_civilians: '', gwnoa: '365', country_id: '652' },
      ...{ priogrid_gid: '180441', geom_wkt: 'POINT (40.4515 35.0198)', date_prec: '1' },
      source_original: 'Lantern Rights',
    });
    const counted = (await rows(ledger, 'ucdp', { enemyDead: true })).find(({ low }) => low === '')!;
    expect(counted).toMatchObject({
      low: '',
      high: '80',
      dyad_name: 'Government of Russia (Soviet Union) - Islamic State',
    });
    expect(counted.rp_profile).toContain('enemy’s dead counted');
    const fight = (await rows(ledger, 'acled')).find(
      ({ sub_event_type }) => sub_event_type === 'Armed clash',
    )!;
    expect(fight).toMatchObject({
      rp_killed_high: '',
      rp_enemy_dead_high: '80',
      rp_enemy_dead_low: '',
      rp_wounded_low: '7',
      rp_wounded_high: '',
    });
  });
});

it('a person sets fatalities; the export says who by a pseudonym', async () => {
  const [row] = await rows(ledger, 'acled');
  const [said] = await ledger.decide([
    {
      ...{ who: 'Ana Coder', why: 'the lowest told' },
      decision: {
        ...{ type: 'code', incident: row!.rp_incident!, profile: 'acled', cell: 'fatalities', value: 31 },
        ...{ derived: null, evidence: '' },
      },
    },
  ]);
  expect((await rows(ledger, 'acled'))[0]).toMatchObject({
    fatalities: '31',
    rp_coded: 'fatalities by reviewer-2',
  });
  await ledger.decide([{ who: 'Ana', why: null, decision: { type: 'undo', decision: said!.seq } }]);
  expect((await rows(ledger, 'acled'))[0]!.fatalities).toBe('');
});

it('a battle after which a place changed hands is that change', async () => {
  const clash = (text: string, type: 'armed-clash' | 'government-regains-territory') => ({
    ...{ text, type, place: MAYADIN!, time: { words: 'on Friday', from: '2017-10-06', to: '2017-10-06' } },
    by: { words: 'army', name: 'Norland Army', kind: 'state-force' as const, of: 'Norland' },
    against: { words: 'League', name: 'River League', kind: 'armed-group' as const },
  });
  const report = toldReport({
    published: '2017-10-08',
    sentences: [
      clash('The army fought the League in Mayadin on Friday.', 'armed-clash'),
      clash('The army again fought the League in Mayadin on Friday.', 'armed-clash'),
      clash('The army took Mayadin from the League on Friday.', 'government-regains-territory'),
    ],
  });
  const ledger = await openLedger(path.join(root, 'changed-hands'));
  await ledger.record([report]);
  const told = await rows(ledger, 'acled', { unreviewed: true });
  await ledger.close();
  expect(told.map(({ sub_event_type }) => sub_event_type)).toEqual(['Government regains territory']);
});

it('every cell tells its rule, and its words where they stand', async () => {
  const texts = new Map(reports.map(({ reading }) => [reading!.document, reading!.article.text]));
  for (const format of ['acled', 'ucdp', 'airwars', 'incidents']) {
    const lines = await rows(ledger, format, { why: true });
    const cells = new Map<string, number>();
    for (const { row, column, value, rule, document, start, end, words } of lines) {
      expect(Object.keys(RULES), `${format} ${column}`).toContain(rule);
      cells.set(`${row} ${column}`, 1);
      if (start !== '') expect(texts.get(document!)!.slice(Number(start), Number(end))).toBe(words);
      else if (value !== '')
        expect(['state-of-export', 'coded-by-person'], `${format} ${column}`).toContain(rule);
    }
    const all = await rows(ledger, format);
    const columns = PROFILES.find(({ name }) => name === format)!.columns.length;
    expect(cells.size).toBe(all.length * columns);
  }
});

describe('the table of 17:00', () => {
  it('has ranges over incidents, open ones as such, and rows for the unplaced and undated', async () => {
    const table = await makeTable(await sourceOf(ledger), ['admin1', 'week'], ['killed', 'wounded']);
    const shown = table.rows.map(({ keys, figures, incidents }) => [
      ...[keys.admin1, keys.week],
      ...[figures.killed!.text, figures.wounded!.text, incidents],
    ]);
    expect(shown).toEqual([
      ['Deir ez-Zor', '2017-W40', '43', '', 1],
      ['Deir ez-Zor', '2017-W41', '', '≥7', 1],
      [null, null, '5', '', 1],
    ]);
    expect(table.rows[2]).toMatchObject({ placed: false, dated: false, unreviewed: 0 });
    expect(table.rows[1]).toMatchObject({ from: '2017-10-09', to: '2017-10-15' });
    expect(table.total).toMatchObject({ incidents: 3 });
    expect(table.total.figures.killed).toMatchObject({ low: 48, high: 48, open: false });
    const file = await tableXlsx(table);
    expect(file.subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    ['2017-10-04', '2017-W40'],
    ['2017-01-01', '2016-W52'],
    ['2018-12-31', '2019-W01'],
    ['2020-12-31', '2020-W53'],
  ])('%s is in week %s', (day, week) => {
    expect(periodOf({ from: day, to: day }, 'week')!.name).toBe(week);
  });

  it('writes ranges', () => {
    expect([
      rangeText(12, 43),
      rangeText(12, 12),
      rangeText(12, null),
      rangeText(null, 80),
      rangeText(null, null),
    ]).toEqual(['12–43', '12', '≥12', '≤80', '']);
  });
});

it('the tables know every type, every country, every kind of victim', () => {
  const tables = openExportTables(readPackageFile);
  expect([...tables.acledTypes.keys()]).toEqual([...ACLED_EVENT_TYPES]);
  expect(tables.countries.get('SY')).toMatchObject({ iso: 760, gw: 652, acledRegion: 'Middle East' });
  expect(tables.byName.get('Russia')).toMatchObject({ iso2: 'RU', ucdpName: 'Russia (Soviet Union)' });
  const known = readPackageFile('dictionaries/gazetteer/countries.tsv').match(/^[A-Z]{2}(?=\t)/gm)!;
  for (const code of known) expect(tables.countries.has(code), code).toBe(true);
  expect([...tables.inter.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const persons = readPackageFile('dictionaries/en/person-nouns.tsv')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t')[1]!);
  for (const whom of new Set(persons)) expect(tables.whom.has(whom), whom).toBe(true);
});

it('a name in a file leads back to the ledger’s', () => {
  for (const id of ['R-P625TZ', 'CIV-P625TZ']) expect(ledgerId(publicId(id))).toBe(id);
});

it('PRIO-GRID counts from the south-west', () => {
  expect([priogridCell(-90, -180), priogridCell(90, 180), priogridCell(35.0198, 40.4515)]).toEqual([
    1, 259_200, 180_441,
  ]);
});

describe('what comes back in', () => {
  it('corrections are shown first, and recorded all or none', async () => {
    const where = path.join(root, 'corrections');
    const own = await openLedger(where);
    await own.record(reports);
    await own.close();
    const on = (...args: string[]) => cli('--ledger', where, ...args);
    const [claim] = claimIds(reports[0]!);
    const [incident] = (await on('incidents', '--json')).lines.map((line) => JSON.parse(line).id);
    const file = path.join(root, 'corrections.csv');
    writeFileSync(
      file,
      `claim,field,incident,profile,cell,value,why\n${claim},certainty,,,,hedged,as the text has it\n${claim},reads-right,,,,,\n,,RP-${incident.slice(2)},acled,fatalities,31,lowest\n`,
    );
    const dry = await on('decide', 'corrections', file, '--dry-run');
    expect(dry.said).toContain('3 lines fit; nothing recorded');
    expect(dry.lines).toHaveLength(4);
    expect((await on('log', '--kind', 'decision')).lines.length).toBeLessThanOrEqual(1);
    expect((await on('decide', 'corrections', file, '--by', 'Ana')).said).toContain('3 decisions recorded');
    writeFileSync(file, 'claim,field,value\nffffffff,certainty,hedged\n');
    expect(await on('decide', 'corrections', file, '--by', 'Ana')).toMatchObject({
      status: 1,
      said: expect.stringContaining('line 2'),
    });
  });

  it('their events are laid beside ours', async () => {
    const file = path.join(root, 'theirs.csv');
    writeFileSync(
      file,
      'event_id_cnty,event_date,time_precision,sub_event_type,country,location,latitude,longitude,fatalities\n' +
        'SYR1,04 October 2017,1,Air/drone strike,Syria,Mayadin,35.02,40.45,31\n' +
        'SYR2,2017-10-04,1,Armed clash,Syria,Raqqa,35.95,39.01,3\n',
    );
    const tally = { events: 0, undated: 0, withClaims: 0, incidents: 0, met: 0 };
    const found = [];
    for await (const one of compareFile(file, await sourceOf(ledger), tally)) found.push(one);
    expect(found.map(({ event, here }) => [event.id, here.length])).toEqual([
      ['SYR1', 1],
      ['SYR2', 0],
    ]);
    expect(tally).toMatchObject({ events: 2, withClaims: 1, incidents: 3, met: 1 });
  });

  it('days are read as they are written', () => {
    expect([isoDay('2017-10-06 00:00:00.000'), isoDay('6 October 2017'), isoDay('soon')]).toEqual([
      '2017-10-06',
      '2017-10-06',
      null,
    ]);
  });
});
