/** What one more report costs in ledgers of 1 k to 1 M claims: made-up reports of a war that goes on at the same pace. */
import type { Happening } from '../../src/6-reconcile/happenings/happening.ts';
import { IncidentIndex } from '../../src/6-reconcile/incidents/incident-index.ts';
import type { ReconcileTables } from '../../src/6-reconcile/index.ts';
import type { Figures } from '../figures.ts';
import { generator, wordsOf } from './made-up.ts';

const CLAIMS_A_REPORT = 10;
const REPORTS_A_DAY = 20;
const PLACES = 300;
const MEASURED = 500;

export function costs({ families, weights }: ReconcileTables, million: boolean): Figures {
  const random = generator(7);
  const index = new IncidentIndex(families);
  const figures: Figures = {};
  let made = 0;
  const add = () => {
    const report = made++;
    const day = 17_000 + Math.floor(report / REPORTS_A_DAY);
    const place = Math.floor(random() * random() * PLACES);
    const text = wordsOf(random, place, day);
    const words = weights.vector(text);
    const happenings = [0, 1].map((rank): Happening => {
      const killed = Math.floor(random() * 60);
      return {
        id: `${report}-${rank}`,
        document: `d${report}`,
        claims: Array.from({ length: CLAIMS_A_REPORT / 2 }, (_, i) => `${report}-${rank}-${i}`),
        types: [random() < 0.5 ? 'air-drone-strike' : 'armed-clash'],
        site: random() < 0.15 ? null : site((place + rank) % PLACES),
        siteWords: [],
        elsewhere: [],
        period: random() < 0.3 ? null : { from: day, to: day, day: true },
        inCourt: false,
        parties: [`p${place % 7}`],
        figures: [{ what: 'killed', whom: 'civilians', low: killed, high: killed }],
        words,
        reportWords: words,
        reportNames: words,
        rank,
        focus: 1,
        publishedDay: random() < 0.03 ? null : day + 1,
      };
    });
    index.set(`d${report}`, happenings);
  };
  for (const claims of [1_000, 10_000, 100_000, ...(million ? [1_000_000] : [])]) {
    while (made * CLAIMS_A_REPORT < claims) add();
    const [before, start] = [index.compared, process.cpuUsage()];
    for (let i = 0; i < MEASURED; i++) add();
    const used = process.cpuUsage(start);
    figures[`cost.${claims}.millisecondsADocument`] = Math.round((used.user + used.system) / MEASURED) / 1000;
    figures[`cost.${claims}.pairsADocument`] = Math.round((index.compared - before) / MEASURED);
    console.log(
      claims,
      figures[`cost.${claims}.millisecondsADocument`],
      figures[`cost.${claims}.pairsADocument`],
    );
  }
  return figures;
}

const site = (place: number): Happening['site'] => ({
  key: `g${place}`,
  name: `Place ${place}`,
  said: `place ${place}`,
  country: 'SY',
  lat: 33 + (place % 20) * 0.4,
  lon: 36 + Math.floor(place / 20) * 0.4,
  radiusKm: 8,
  precise: true,
  carried: false,
});
