/**
 * Places against public sets. Gold spans, one protocol for all rows, an unanswered
 * toponym is wrong. Countries are right by ISO code, provinces by identity or when the gold point lies in them,
 * all else within 161 km; the plain distance rule for everything is shown beside it.
 */
import type { Figures } from './figures.ts';
import { printEndToEnd } from './places/end-to-end.ts';
import { type GoldText, readLines, SETS } from './places/gold.ts';
import { measureLoad } from './places/load.ts';
import { gazetteer, populationBaseline, resolveGold, score, words } from './places/scoring.ts';
import { scoreUcdp } from './places/ucdp.ts';

const share = (part: number, whole: number) => (whole === 0 ? '  –  ' : (part / whole).toFixed(3));

/**
 * What others reached: scored from their own output files under the plain 161 km rule, unanswered wrong
 * (milangritta/Pragmatic-Guide data, outputs in uhuohuy/toponym-disambiguation-voting). LGL all / towns, GeoWebNews,
 * GeoVirus; on the whole sets, of which ours hold the development part of GeoWebNews.
 */
const PUBLISHED: [system: string, lgl: string, towns: string, gwn: string, geovirus: string][] = [
  ['CLAVIN', '.595', '.551', '.666', '.791'],
  ['CamCoder', '.606', '.576', '.588', '.767'],
  ['CBH', '.673', '.556', '.614', '.663'],
  ['BLINK', '.662', '.643', '.601', '.790'],
  ['adapter', '.795', '.743', '.630', '.600'],
  ['voting of seven', '.773', '.789', '.674', '.820'],
];

/** Prints every table and gives the figures that have goals. `gold` leaves out what needs the language network. */
export function run(args: readonly string[] = []): Figures {
  const figures: Figures = {};
  goldSpans(figures);
  ucdp(figures);
  load(figures);
  if (args.includes('gold')) return figures;
  console.log('\nEnd to end, our own spans:');
  return { ...figures, ...printEndToEnd() };
}

function goldSpans(figures: Figures): void {
  console.log('Gold spans. A161 = within 161 km of the gold point; unanswered counts as wrong.');
  console.log('set         system      n     answered  A161   by id/containment  towns A161');
  for (const [name, file] of Object.entries(SETS)) {
    const texts = readLines<GoldText>(file);
    const systems = {
      population: (text: GoldText) => populationBaseline(text, gazetteer),
      reportedly: (text: GoldText) => resolveGold(text, gazetteer, words),
    };
    for (const [system, answer] of Object.entries(systems)) {
      const row = score(texts, answer);
      if (system === 'reportedly') {
        figures[`${name}.right`] = row.right / row.all;
        if (row.towns > 0) figures[`${name}.towns`] = row.townsRight / row.towns;
      }
      console.log(
        `${name.padEnd(11)} ${system.padEnd(11)} ${String(row.all).padEnd(5)} ${share(row.answered, row.all)}     ${share(row.near, row.all)}  ${share(row.right, row.all)}              ${share(row.townsRight, row.towns)}`,
      );
    }
  }
  console.log('\nOther systems, A161:  LGL all  towns  GeoWebNews  GeoVirus');
  for (const [system, ...reached] of PUBLISHED)
    console.log(`${system.padEnd(21)} ${reached.map((figure) => figure.padEnd(8)).join(' ')}`);
}

function ucdp(figures: Figures): void {
  const { n, right, wrong, ambiguous, missing } = scoreUcdp();
  const percent = (part: number) => `${((100 * part) / n).toFixed(1)} %`;
  console.log(
    `\nUCDP sample, ${n} events at a town or village, country given: right within 25 km ${percent(right)}, wrong ${percent(wrong)}, ambiguous ${percent(ambiguous)}, not in gazetteer ${percent(missing)}`,
  );
  figures['UCDP.right'] = right / n;
  figures['UCDP.Wrong'] = wrong / n;
}

function load(figures: Figures): void {
  const { milliseconds, heapMB, outsideMB } = measureLoad();
  console.log(
    `\nThe built-in gazetteer opens in ${milliseconds.toFixed(0)} ms; ${heapMB.toFixed(1)} MB of heap, ${outsideMB.toFixed(1)} MB outside it`,
  );
  figures['load.Seconds'] = milliseconds / 1000;
  figures['load.heapMB'] = heapMB;
}
