/** What a whole new report costs in ledgers of 10 k to 1 M claims: taken in, and the list of all incidents asked for after it. */
import { Reconciler, type ReconcileTables, type Report } from '../../src/6-reconcile/index.ts';
import type { ReportClaim } from '../../src/6-reconcile/report.ts';
import type { Figures } from '../figures.ts';
import { generator, wordsOf } from './made-up.ts';

const CLAIMS_A_REPORT = 10;
const REPORTS_A_DAY = 20;
const SIZES = [1_000, 10_000, 100_000];
const PLACES = 300;
const MEASURED = 100;
const FIRST_DAY = Date.UTC(2016, 0, 1) / 86_400_000;

export function wholeCosts(tables: ReconcileTables, million: boolean): Figures {
  const random = generator(11);
  const reconciler = new Reconciler({ tables });
  const figures: Figures = {};
  let made = 0;
  const next = () => madeUpReport(made++, random);
  for (const claims of [...SIZES, ...(million ? [1_000_000] : [])]) {
    while (made * CLAIMS_A_REPORT < claims) reconciler.set(next());
    reconciler.incidents();
    const spent = (what: (report: Report) => void): number => {
      const reports = Array.from({ length: MEASURED }, next);
      const start = process.cpuUsage();
      for (const report of reports) what(report);
      const { user, system } = process.cpuUsage(start);
      return Math.round((user + system) / MEASURED / 10) / 100;
    };
    figures[`whole.${claims}.takenInMilliseconds`] = spent((report) => reconciler.set(report));
    figures[`whole.${claims}.takenInAndShownMilliseconds`] = spent((report) => {
      reconciler.set(report);
      reconciler.incident(report.claims[0]!.claim.id);
    });
    reconciler.incidents();
    figures[`whole.${claims}.takenInAndListedMilliseconds`] = spent((report) => {
      reconciler.set(report);
      reconciler.incidents();
    });
    figures[`whole.${claims}.incidents`] = reconciler.incidents().length;
    for (const [name, figure] of Object.entries(figures))
      if (name.startsWith(`whole.${claims}.`)) console.log(name, figure);
  }
  return figures;
}

/** Two happenings of five claims each, one by the author and four by others. */
function madeUpReport(number: number, random: () => number): Report {
  const day = FIRST_DAY + Math.floor(number / REPORTS_A_DAY);
  const place = Math.floor(random() * random() * PLACES);
  const document = `sha256:${number}`;
  const published = new Date((day + 1) * 86_400_000).toISOString().slice(0, 10);
  const text = wordsOf(random, place, day);
  const claims = Array.from({ length: CLAIMS_A_REPORT }, (_, position): ReportClaim => {
    const second = position >= CLAIMS_A_REPORT / 2;
    const killed = 1 + Math.floor(random() * 60);
    return madeUpClaim(document, position, (place + Number(second)) % PLACES, day, killed, random() < 0.5);
  });
  return {
    ...{ document, title: null, byline: null, publisher: `Outlet ${number % 40}`, url: null },
    ...{ published: { value: published, basis: 'given', span: null }, modified: null },
    ...{ credits: [], text, furniture: [], read: true, claims },
  } as Report;
}

function madeUpClaim(
  document: string,
  position: number,
  place: number,
  day: number,
  killed: number,
  strike: boolean,
): ReportClaim {
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const source = {
    spans: [],
    text: `Source ${place % 50}`,
    kind: 'organisation',
    party: null,
    basis: 'stated',
  };
  const at = {
    ...{ status: 'resolved', precision: 'exact', geonames: place + 1, country: 'SY', rule: null, box: null },
    ...{ text: `Place ${place}`, name: `Place ${place}` },
    ...{ lat: 33 + (place % 20) * 0.4, lon: 36 + Math.floor(place / 20) * 0.4 },
  };
  const effect = {
    ...{
      id: `f${position}`,
      what: 'killed',
      whom: 'civilians',
      low: killed,
      high: killed,
      approximate: false,
    },
    ...{
      unit: 'persons',
      scope: 'happening',
      partOf: null,
      sums: [],
      text: `${killed} civilians`,
      label: null,
    },
  };
  const event = {
    ...{
      type: strike ? 'air-drone-strike' : 'armed-clash',
      happening: `h${place}`,
      trigger: null,
      by: [],
      against: [],
    },
    ...{
      place: at,
      time: { from: date, to: date, precision: 'day', relation: 'at' },
      effects: [effect],
      means: [],
    },
  };
  const claim = {
    ...{
      id: `${document} ${position}`,
      document,
      position,
      text: `killed ${killed} at place${place}`,
      kind: 'event',
    },
    ...{
      spans: [[position * 10, position * 10 + 9]],
      certainty: 'asserted',
      certaintyWords: [],
      about: null,
      rules: [],
    },
    chain: position % 5 === 0 ? [] : [{ attribution: null, source, cue: null, mode: 'indirect' }],
    event,
  };
  return { claim, review: 'undecided', withdrawn: false } as unknown as ReportClaim;
}
