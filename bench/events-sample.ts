/**
 * Fifty (claim, figure) pairs drawn at random from re3d, GVDB and GeoVirus, judged by hand in number, kind and bounds. What is
 * kept is where they stand and the verdict (events-sample.tsv), never the text. `--draw` prints a fresh draw to judge.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../src/engine.ts';
import type { Effect, Reading } from '../src/records/index.ts';
import { corpus, jsonLines } from './corpora.ts';
import { round } from './events-case.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';

const CORPORA = { re3d: 're3d/all.jsonl', gvdb: 'gvdb/gvdb.jsonl', geovirus: 'geovirus/geovirus.jsonl' };
const SEED = 20171007;
const WANTED = 50;
const DOCUMENTS = 45;

interface Text {
  id: string;
  text: string;
}

/** A small linear congruential generator: the same draw on every machine. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<T>(list: readonly T[], n: number, next: () => number): T[] {
  const left = [...list];
  const out: T[] = [];
  while (out.length < n && left.length > 0) out.push(...left.splice(Math.floor(next() * left.length), 1));
  return out;
}

const figuresOf = (reading: Reading): Effect[] =>
  reading.claims.flatMap((claim) => claim.events.flatMap((event) => event.effects));
const told = (e: Effect) =>
  [e.what, e.low ?? '-', e.high ?? '-', e.approximate ? 'about' : 'exact', e.partOf ? 'part' : e.scope].join(
    ' ',
  );

/** Prints fifty pairs as rows to judge: corpus, document, span, what was read; the words beside. */
export function drawSample(engine: Engine): void {
  const next = random(SEED);
  const pairs: string[] = [];
  for (const [name, file] of Object.entries(CORPORA)) {
    for (const { id, text } of pick(jsonLines<Text>(corpus(`corpora/${file}`)), DOCUMENTS, next)) {
      for (const effect of figuresOf(readText({ id, text }, engine))) {
        if (effect.low === null && effect.high === null) continue;
        const [start, end] = effect.span;
        const words = `${text.slice(Math.max(0, start - 90), start)}>>${text.slice(start, end)}<<${text.slice(end, end + 70)}`;
        pairs.push([name, id, start, end, told(effect), words.replace(/\s+/g, ' ')].join('\t'));
      }
    }
  }
  console.log(`${pairs.length} figures, ${WANTED} drawn`);
  for (const pair of pick(pairs, WANTED, next)) console.log(pair);
}

/** How many of the judged pairs are right, and how many are still read as they were judged. */
export function runSample(engine: Engine): Figures {
  const file = path.join(import.meta.dirname, 'events-sample.tsv');
  if (!existsSync(file)) return {};
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t') as [string, string, string, string, string, string, string?]);
  const readings = new Map<string, Reading>();
  for (const [name, source] of Object.entries(CORPORA)) {
    const wanted = new Set(rows.filter(([c]) => c === name).map(([, id]) => id));
    for (const { id, text } of jsonLines<Text>(corpus(`corpora/${source}`)))
      if (wanted.has(id)) readings.set(`${name} ${id}`, readText({ id, text }, engine));
  }
  let right = 0;
  let same = 0;
  for (const [name, id, start, end, was, verdict] of rows) {
    const reading = readings.get(`${name} ${id}`);
    const now = reading
      ? figuresOf(reading).filter((e) => e.span[0] < Number(end) && e.span[1] > Number(start))
      : [];
    if (verdict === 'right') right++;
    if (now.some((e) => told(e) === was)) same++;
  }
  const share = (100 * right) / rows.length;
  console.log(
    `Figures judged by hand (re3d, GVDB, GeoVirus): ${right} of ${rows.length} right (${share.toFixed(0)} %), ${same} still read so`,
  );
  return { 'sample.right': round(share), 'sample.stillRead': same };
}
