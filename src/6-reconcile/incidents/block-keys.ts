/**
 * Where reports and happenings are looked for: only those that share a key are compared, so that a new report costs much
 * the same in a large ledger as in a small one. Happenings meet by place and time. Reports meet by two rare words: of a few,
 * where they were published in the same weeks; of more, where one has no date, as few reports have none.
 */
import type { Happening } from '../happenings/happening.ts';
import { hashText, join, mix } from '../words/hash.ts';
import { heaviest, type WordVector } from '../words/word-weights.ts';

const DAYS = 4;
const WEEKS = 21;
const CELL_DEGREES = 0.5;
const WORDS_WITH_DATE = 6;
const WORDS_WITHOUT = 10;

export interface BlockKeys {
  /** Where it is filed. */
  own: number[];
  /** Where others may be filed that it is compared with. */
  looked: number[];
}

const NEAR = [-1, 0, 1];
const NEIGHBOURS = NEAR.flatMap((dx) => NEAR.map((dy) => [dx, dy] as const));

/** Keys of a happening: where and when, the day of publication standing in where no time is told. */
export function placeKeys({ site, period, publishedDay }: Happening): BlockKeys {
  const day = period?.from ?? period?.to ?? publishedDay;
  const keys: BlockKeys = { own: [], looked: [] };
  if (day === null || !site) return keys;
  const span = Math.floor(day / DAYS);
  const said = site.said || site.key;
  const unsettled = (at: number) => numbers(`unsettled ${said}`, at);
  const settled = (at: number) => numbers(`settled ${said}`, at);
  if (site.lat === null || site.lon === null) {
    keys.own.push(unsettled(span));
    for (const near of NEAR) keys.looked.push(unsettled(span + near), settled(span + near));
    return keys;
  }
  // The same name, as another report writes it whose place could not be settled.
  keys.own.push(settled(span));
  for (const near of NEAR) keys.looked.push(unsettled(span + near));
  const x = Math.floor(site.lon / CELL_DEGREES);
  const y = Math.floor(site.lat / CELL_DEGREES);
  keys.own.push(numbers('cell', x, y, span));
  for (const [dx, dy] of NEIGHBOURS)
    for (const near of NEAR) keys.looked.push(numbers('cell', x + dx, y + dy, span + near));
  return keys;
}

/** Keys of a report's words. */
export function wordKeys(words: WordVector, publishedDay: number | null): BlockKeys {
  const keys: BlockKeys = { own: [], looked: [] };
  const many = heaviest(words, WORDS_WITHOUT).sort((a, b) => a - b);
  for (const two of choose(many, 2)) {
    // Filed apart, so that dated reports look only among the undated here.
    keys.own.push(numbers(publishedDay === null ? 'undated' : 'dated', ...two));
    keys.looked.push(numbers('undated', ...two));
    if (publishedDay === null) keys.looked.push(numbers('dated', ...two));
  }
  if (publishedDay === null) return keys;
  const weeks = Math.floor(publishedDay / WEEKS);
  const few = heaviest(words, WORDS_WITH_DATE).sort((a, b) => a - b);
  for (const two of choose(few, 2)) {
    keys.own.push(numbers('pair', ...two, weeks));
    for (const near of NEAR) keys.looked.push(numbers('pair', ...two, weeks + near));
  }
  return keys;
}

function choose(words: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return words.flatMap((word, i) => choose(words.slice(i + 1), count - 1).map((rest) => [word, ...rest]));
}

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
