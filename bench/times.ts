/**
 * Times against the visible part of TempEval-3: `npm run bench -- times [show]`. Our own spans; a span counts when it
 * overlaps the gold one (relaxed), its value when it is the same string. chrono-node, with a step that turns its
 * nearest dates into past ones, runs beside it on the same texts.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as chrono from 'chrono-node';
import { timexesOf } from '../src/4-resolve/times/resolve-times.ts';
import { parseTimeWords } from '../src/4-resolve/times/time-words.ts';
import { openLanguage } from '../src/engine.ts';
import type { Article } from '../src/records/index.ts';
import type { Figures } from './figures.ts';
import { readLines } from './places/gold.ts';

let language: ReturnType<typeof openLanguage>['language'];
const EN = path.resolve(import.meta.dirname, '../dictionaries/en');
const words = parseTimeWords(
  readFileSync(path.join(EN, 'times-words.tsv'), 'utf8'),
  readFileSync(path.join(EN, 'times-rules.tsv'), 'utf8'),
);

export interface GoldText {
  id: string;
  set: string;
  dct: string;
  text: string;
  timexes: { start: number; end: number; text: string; type: string; value: string }[];
}

export interface Answer {
  start: number;
  end: number;
  value: string | null;
  rule: string;
}

function articleOf({ text, dct }: GoldText): Article {
  return {
    title: null,
    byline: null,
    subject: null,
    publisher: null,
    url: null,
    language: 'en',
    published: { value: dct, basis: 'given', span: null },
    modified: null,
    credits: [],
    text,
    furniture: [],
  };
}

export function ours(gold: GoldText): Answer[] {
  return timexesOf({ parsed: language.parse(gold.text), article: articleOf(gold) }, words);
}

/** chrono's nearest dates turned past where neither day nor year was said. */
function byChrono(gold: GoldText): Answer[] {
  const [year, month, day] = gold.dct.split('-').map(Number) as [number, number, number];
  const reference = new Date(Date.UTC(year, month - 1, day, 12));
  return chrono.parse(gold.text, { instant: reference, timezone: 0 }).map(({ index, text, start }) => {
    let date = new Date(Date.UTC(start.get('year')!, start.get('month')! - 1, start.get('day')!));
    if (date > reference && !start.isCertain('day')) date = new Date(date.getTime() - 7 * 86_400_000);
    else if (date > reference && !start.isCertain('year')) date.setUTCFullYear(date.getUTCFullYear() - 1);
    const iso = date.toISOString().slice(0, 10);
    const exact = start.isCertain('day') || start.isCertain('weekday') || !start.isCertain('month');
    let value = exact ? iso : iso.slice(0, 7);
    if (start.isCertain('hour'))
      value += `T${String(start.get('hour')).padStart(2, '0')}:${String(start.get('minute') ?? 0).padStart(2, '0')}`;
    return { start: index, end: index + text.length, value, rule: 'chrono' };
  });
}

const WEEKDAY = /monday|tuesday|wednesday|thursday|friday|saturday|sunday/i;

/** Whether a gold date falls on the weekday its words name. */
function namesItsDay(text: string, value: string): boolean {
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return text.toLowerCase().includes(names[day]!);
}

export interface Score {
  gold: number;
  answers: number;
  spans: number;
  values: number;
  weekdays: number;
  weekdaysRight: number;
  /** Weekdays whose gold date is no such weekday: an error of the gold. */
  weekdaysOff: number;
}

export function score(texts: GoldText[], answer: (text: GoldText) => Answer[], show = false): Score {
  const total: Score = {
    gold: 0,
    answers: 0,
    spans: 0,
    values: 0,
    weekdays: 0,
    weekdaysRight: 0,
    weekdaysOff: 0,
  };
  for (const text of texts) {
    const answers = answer(text);
    const used = new Set<Answer>();
    total.gold += text.timexes.length;
    total.answers += answers.length;
    for (const gold of text.timexes) {
      const met = answers.filter((one) => !used.has(one) && one.start < gold.end && one.end > gold.start);
      const best = met.find(({ value }) => value === gold.value) ?? met[0];
      const weekday = WEEKDAY.test(gold.text) && /^\d{4}-\d\d-\d\d/.test(gold.value);
      if (weekday) total.weekdays++;
      if (weekday && !namesItsDay(gold.text, gold.value)) total.weekdaysOff++;
      // One answer may cover a clock time and the weekday that gold marks apart.
      const touching = answers.filter((one) => one.start < gold.end && one.end > gold.start);
      if (weekday && touching.some(({ value }) => value?.slice(0, 10) === gold.value.slice(0, 10)))
        total.weekdaysRight++;
      if (best !== undefined) {
        used.add(best);
        total.spans++;
        if (best.value === gold.value) total.values++;
      }
      if (show && best?.value !== gold.value)
        console.log(
          `${best === undefined ? 'MISS ' : 'WRONG'} ${best?.rule ?? ''} "${gold.text}" gold ${gold.value} got ${best?.value} dct ${text.dct} | ${text.text.slice(Math.max(0, gold.start - 50), gold.end + 40).replace(/\s+/g, ' ')}`,
        );
    }
    if (show)
      for (const one of answers)
        if (!used.has(one))
          console.log(
            `EXTRA ${one.rule} "${text.text.slice(one.start, one.end)}" ${one.value} | ${text.text.slice(Math.max(0, one.start - 40), one.end + 30).replace(/\s+/g, ' ')}`,
          );
  }
  return total;
}

const f1 = (right: number, answers: number, gold: number) => ((200 * right) / (answers + gold)).toFixed(1);

export function printScore(name: string, part: string, row: Score): void {
  const percent = (of: number) => `${((100 * row.weekdaysRight) / Math.max(1, of)).toFixed(1)} %`;
  const weekdays = `${percent(row.weekdays)} of ${row.weekdays}; ${percent(row.weekdays - row.weekdaysOff)} without the ${row.weekdaysOff} whose gold date is another weekday`;
  console.log(
    `${name.padEnd(11)} ${part.padEnd(9)} ${String(row.gold).padEnd(5)} ${f1(row.spans, row.answers, row.gold).padEnd(12)} ${f1(row.values, row.answers, row.gold).padEnd(9)} ${weekdays}`,
  );
}

/** Prints the table; `show` prints every miss, wrong value and extra answer before it. */
export function run(args: readonly string[] = []): Figures {
  ({ language } = openLanguage());
  const texts = readLines<GoldText>('tempeval3/tempeval3.jsonl');
  if (args[0] === 'show') score(texts, ours, true);
  console.log('system      part      gold  span F1 (relaxed)  value F1  weekday expressions right');
  for (const part of ['all', ...new Set(texts.map(({ set }) => set))]) {
    const chosen = texts.filter(({ set }) => part === 'all' || set === part);
    printScore('reportedly', part, score(chosen, ours));
    printScore('chrono-node', part, score(chosen, byChrono));
  }
  const row = score(texts, ours);
  return {
    spanF1: (2 * row.spans) / (row.answers + row.gold),
    valueF1: (2 * row.values) / (row.answers + row.gold),
    weekdaysRight: row.weekdaysRight / (row.weekdays - row.weekdaysOff),
  };
}
