/**
 * Thirty attributions that make a hop, drawn at random from re3d and GeoVirus texts and judged by hand: `npx tsx
 * bench/attribution-sample.ts draw SEED` draws and prints them, as lines of attribution-sample.json without a verdict.
 * The list keeps ids, offsets and verdicts, not the texts; the benchmark tells how many were right, and how many are
 * still read as they were when they were judged.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makesHop } from '../src/3-read/attribution/hops.ts';
import type { Engine } from '../src/engine.ts';
import type { Attribution, Reading, Span } from '../src/records/index.ts';
import { corpus, jsonLines } from './corpora.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';

const CORPORA = { re3d: 'corpora/re3d/all.jsonl', geovirus: 'corpora/geovirus/geovirus.jsonl' };
type Corpus = keyof typeof CORPORA;

/** Who says so, as read: the spans of every hop's source and cue, outermost first, and of the content. */
interface Drawn {
  corpus: Corpus;
  id: string;
  hops: { source: Span[]; cue: Span[] }[];
  content: Span[];
}

interface Judged extends Drawn {
  /** Whether every hop is right: source, cue, whom a pronoun means, order, and the content. */
  verdict: 'right' | 'wrong';
  note?: string;
}

const FILE = path.join(import.meta.dirname, 'attribution-sample.json');

/** A small generator (mulberry32), so that a seed draws the same anywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const texts = (name: Corpus) => jsonLines<{ id: string; text: string }>(corpus(CORPORA[name]));

const isHop = (a: Attribution, engine: Engine) =>
  makesHop(
    {
      kind: a.kind,
      rule: a.rules[0] ?? '',
      source: a.source.spans,
      cueText: a.cue?.text ?? '',
      lemma: a.cue?.lemma ?? '',
    },
    engine.cues,
  );

function hopsOf(reading: Reading, a: Attribution): Attribution[] {
  const byId = new Map(reading.attributions.map((one) => [one.id, one]));
  const hops: Attribution[] = [];
  for (let at: Attribution | undefined = a; at; at = at.nestedIn ? byId.get(at.nestedIn) : undefined)
    hops.unshift(at);
  return hops;
}

const drawnOf = (name: Corpus, reading: Reading, a: Attribution): Drawn => ({
  corpus: name,
  id: reading.id,
  hops: hopsOf(reading, a).map((hop) => ({ source: hop.source.spans, cue: hop.cue?.spans ?? [] })),
  content: a.content,
});

/** Fifteen from each corpus: a text at random, then one of its attributions that make a hop. */
export function draw(seed: number, engine: Engine, show: (text: string) => void): Drawn[] {
  const next = random(seed);
  const out: Drawn[] = [];
  for (const name of Object.keys(CORPORA) as Corpus[]) {
    const all = texts(name);
    const seen = new Set<string>();
    for (let n = 0; n < 15; ) {
      const { id, text } = all[Math.floor(next() * all.length)]!;
      const reading = readText({ id, text }, engine);
      const hops = reading.attributions.filter((one) => isHop(one, engine));
      const a = hops[Math.floor(next() * hops.length)];
      if (!a || seen.has(`${id} ${a.id}`)) continue;
      seen.add(`${id} ${a.id}`);
      n++;
      out.push(drawnOf(name, reading, a));
      show(`${out.length} ${name} ${id}\n${inContext(reading, a)}`);
    }
  }
  return out;
}

function inContext(reading: Reading, a: Attribution): string {
  const { text } = reading.article;
  const cut = (spans: readonly Span[]) =>
    spans.map(([s, e]) => text.slice(s, e).replace(/\s+/g, ' ')).join(' … ');
  const parties = new Map(reading.parties.map((p) => [p.id, p.name]));
  const hops = hopsOf(reading, a).map(
    (hop) =>
      `  by ${cut(hop.source.spans) || '(nobody named)'} [${hop.source.kind}${hop.source.party ? `, ${parties.get(hop.source.party)}` : ''}] by the words "${cut(hop.cue?.spans ?? [])}"`,
  );
  const spans = [...a.source.spans, ...(a.cue?.spans ?? []), ...a.content];
  const from = Math.max(0, Math.min(...spans.map(([s]) => s)) - 200);
  const to = Math.min(text.length, Math.max(...spans.map(([, e]) => e)) + 100);
  return `  [${text.slice(from, to).replace(/\s+/g, ' ')}]\n${hops.join('\n')}\n  says: ${cut(a.content)}  (${a.kind}, ${a.mode}, ${a.rules.join(' ')})`;
}

/** How the judged list stands: share right as judged, and share still read so. */
export function sample(engine: Engine): Figures {
  const judged = JSON.parse(readFileSync(FILE, 'utf8')) as Judged[];
  const wanted = new Map<string, Reading>();
  for (const name of Object.keys(CORPORA) as Corpus[]) {
    const ids = new Set(judged.filter((j) => j.corpus === name).map((j) => j.id));
    for (const one of texts(name))
      if (ids.has(one.id)) wanted.set(`${name} ${one.id}`, readText(one, engine));
  }
  const same = judged.filter((j) => {
    const reading = wanted.get(`${j.corpus} ${j.id}`);
    const key = JSON.stringify([j.hops, j.content]);
    return reading?.attributions.some((a) => {
      const drawn = drawnOf(j.corpus, reading, a);
      return JSON.stringify([drawn.hops, drawn.content]) === key;
    });
  });
  const right = judged.filter((j) => j.verdict === 'right').length;
  console.log(
    `\nDrawn from re3d and GeoVirus, judged by hand: ${right} of ${judged.length} right in every hop; ${same.length} still read as judged`,
  );
  return { 'sample.right': (100 * right) / judged.length };
}

if (process.argv[1]?.endsWith('attribution-sample.ts') && process.argv[2] === 'draw') {
  const { openEngine } = await import('../src/engine.ts');
  const drawn = draw(Number(process.argv[3] ?? 1), openEngine(), (text) => console.log(`${text}\n`));
  console.log(`[\n${drawn.map((d) => JSON.stringify(d)).join(',\n')}\n]`);
}
