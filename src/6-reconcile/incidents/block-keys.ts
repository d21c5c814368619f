/**
 * Where a happening is looked for: only happenings that share one of these keys are compared, so that a new report costs
 * much the same in a large ledger as in a small one. Place and time together; or rare words and time; or, where no time is
 * known, three rare words.
 */
import type { Happening } from '../happenings/happening.ts';
import { hashText, join, mix } from '../words/hash.ts';
import { heaviest } from '../words/word-weights.ts';

const DAYS = 4;
const MONTH = 30;
const CELL_DEGREES = 0.5;
const WORDS_OF_CLAIMS = 5;
const WORDS_OF_REPORT = 6;

export interface BlockKeys {
  /** Where it is filed. */
  own: number[];
  /** Where others may be filed that it is compared with. */
  looked: number[];
}

const NO_TIME = 'no time';

export function blockKeys(happening: Happening): BlockKeys {
  const day = happening.period?.from ?? happening.period?.to ?? happening.publishedDay;
  const keys = { own: new Set<number>(), looked: new Set<number>() };
  const { site } = happening;
  if (day !== null && site) {
    const span = Math.floor(day / DAYS);
    for (const near of [-1, 0, 1]) {
      if (site.lat !== null && site.lon !== null) {
        const x = Math.floor(site.lon / CELL_DEGREES);
        const y = Math.floor(site.lat / CELL_DEGREES);
        for (const [dx, dy] of NEIGHBOURS) {
          const key = numbers('cell', x + dx, y + dy, span + near);
          keys.looked.add(key);
          if (near === 0 && dx === 0 && dy === 0) keys.own.add(key);
        }
      } else {
        const key = numbers(site.key, span + near);
        keys.looked.add(key);
        if (near === 0) keys.own.add(key);
      }
    }
  }
  wordKeys(happening, day, keys);
  return { own: [...keys.own], looked: [...keys.looked] };
}

function wordKeys(
  happening: Happening,
  day: number | null,
  { own, looked }: { own: Set<number>; looked: Set<number> },
): void {
  const lists = [
    ordered(heaviest(happening.words, WORDS_OF_CLAIMS)),
    ordered(heaviest(happening.reportWords, WORDS_OF_REPORT)),
  ];
  for (const list of lists) {
    for (const [i, a] of list.entries())
      for (const b of list.slice(i + 1)) {
        if (day === null) continue;
        const month = Math.floor(day / MONTH);
        own.add(numbers('pair', a, b, month));
        for (const near of [-1, 0, 1]) looked.add(numbers('pair', a, b, month + near));
      }
  }
  const words = lists[1]!;
  for (const [i, a] of words.entries())
    for (const [j, b] of words.slice(i + 1).entries())
      for (const c of words.slice(i + j + 2)) {
        const all = numbers('three', a, b, c);
        const undated = numbers(NO_TIME, a, b, c);
        own.add(day === null ? undated : all);
        looked.add(undated);
        if (day === null) looked.add(all);
      }
}

const NEIGHBOURS = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));

const ordered = (words: number[]): number[] => words.sort((a, b) => a - b);

/** One number of a kind and several: 52 bits, so that two keys are hardly ever the same. */
function numbers(kind: string, ...parts: number[]): number {
  let high = hashText(kind);
  let low = mix(high);
  for (const part of parts) {
    high = join(high, part);
    low = join(low ^ 0x5bd1e995, part);
  }
  return (high & 0xfffff) * 4294967296 + low;
}
