/** Takes in and extracts spoiled inputs, and says what went wrong: a crash, a hang, words that are not where they are said to be. */
import { extract } from '../../src/2-extract/extract.ts';
import { entryDocuments } from '../../src/2-extract/live-blog/entry-documents.ts';
import { takeIn, uploadOf } from '../support/acquired.ts';
import { rules } from '../support/extract-rules.ts';
import { mutated, Random } from './mutate.ts';
import { seeds } from './seeds.ts';

export interface FuzzReport {
  inputs: number;
  /** What must not be: seed, file and fault. */
  faults: string[];
  /** Processor time of the slowest input. */
  slowestMs: number;
  slowest: string;
  /** Most memory beyond what was used at the start. */
  growth: number;
  /** How often each code or status came out. */
  outcomes: Map<string, number>;
}

const MAX_BYTES = 2_000_000;

export async function fuzz(
  inputs: number,
  from = 0,
  told: (done: number) => void = () => {},
): Promise<FuzzReport> {
  const all = await seeds();
  const report: FuzzReport = {
    inputs,
    faults: [],
    slowestMs: 0,
    slowest: '',
    growth: 0,
    outcomes: new Map(),
  };
  // Libraries are loaded and compiled before anything is measured.
  for (const { name, bytes } of all) await takeIn(uploadOf(name, bytes), { maxBytes: MAX_BYTES });
  const before = process.memoryUsage().rss;
  for (let i = 0; i < inputs; i++) {
    const random = new Random(from + i);
    const { name, bytes } = all[i % all.length]!;
    const spoiled = mutated(bytes, random.of(all).bytes, random);
    const about = `${from + i} ${name}`;
    const start = process.cpuUsage();
    try {
      for (const { code, status, article, document } of await takeIn(uploadOf(name, spoiled), {
        maxBytes: MAX_BYTES,
      })) {
        const outcome = code ?? status!;
        report.outcomes.set(outcome, (report.outcomes.get(outcome) ?? 0) + 1);
        for (const entry of document ? entryDocuments(document) : []) extract(entry, rules);
        if (article?.furniture.some(([a, b]) => a < 0 || b > article.text.length || a >= b)) {
          report.faults.push(`${about}: furniture outside the text`);
        }
      }
    } catch (error) {
      report.faults.push(`${about}: ${(error as Error).stack?.split('\n').slice(0, 4).join(' | ') ?? error}`);
    }
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    if (ms > report.slowestMs) Object.assign(report, { slowestMs: ms, slowest: about });
    if (i % 50 === 0) {
      report.growth = Math.max(report.growth, process.memoryUsage().rss - before);
      told(i);
    }
  }
  return report;
}
