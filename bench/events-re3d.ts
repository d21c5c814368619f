/** re3d relations of two parties: who belongs to whom, who is in charge of whom or what, who fights whom. Document level, by words. */
import type { Engine } from '../src/engine.ts';
import type { EventType, Party, Reading } from '../src/records/index.ts';
import { corpus, jsonLines } from './corpora.ts';
import { round } from './events-case.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';

interface Relation {
  type: string;
  source: { text: string };
  target: { text: string };
  gold: boolean;
}
interface Document {
  id: string;
  text: string;
  relations: Relation[];
}
type Pair = [source: ReadonlySet<string>, target: ReadonlySet<string>];

const STOP = new Set('the a an of in and so called'.split(' '));
const wordsOf = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w.length > 1 && !STOP.has(w)),
  );
const HOSTILE = new Set<EventType>([
  'armed-clash',
  'air-drone-strike',
  'shelling-artillery-missile',
  'government-regains-territory',
  'non-state-actor-overtakes-territory',
  'territorial-advance',
  'siege-blockade',
  'attack',
  'suicide-bomb',
  'remote-explosive-landmine-ied',
]);
const HELD = new Set<EventType>(['government-regains-territory', 'non-state-actor-overtakes-territory']);

export function relationsOf(reading: Reading): Record<string, Pair[]> {
  const parties = new Map(reading.parties.map((p) => [p.id, p]));
  const { text } = reading.article;
  const called = (p: Party) =>
    wordsOf(
      [p.name, ...p.aliases, p.office ?? '', ...p.mentions.map(([s, e]) => text.slice(s, e))].join(' '),
    );
  const role = (r: { party: string | null; span: readonly [number, number] | null }) => {
    const party = r.party ? parties.get(r.party) : undefined;
    return new Set([
      ...(party ? called(party) : []),
      ...(r.span ? wordsOf(text.slice(r.span[0], r.span[1])) : []),
    ]);
  };
  const out: Record<string, Pair[]> = { BelongsTo: [], InChargeOf: [], FightingAgainst: [] };
  for (const party of reading.parties) {
    const whole = party.of ? parties.get(party.of) : undefined;
    if (!whole || party.mentions.length === 0 || whole.mentions.length === 0) continue;
    out[party.kind === 'person' ? 'InChargeOf' : 'BelongsTo']!.push([called(party), called(whole)]);
    if (party.kind === 'person') out.BelongsTo!.push([called(party), called(whole)]);
  }
  for (const { events } of reading.claims) {
    for (const event of events) {
      if (!event.type) continue;
      for (const by of event.by) {
        if (HOSTILE.has(event.type))
          for (const against of event.against) out.FightingAgainst!.push([role(by), role(against)]);
        const place = reading.places.find((p) => p.id === event.place);
        if (HELD.has(event.type) && place) out.InChargeOf!.push([role(by), wordsOf(place.text)]);
      }
    }
  }
  return out;
}

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((w) => b.has(w));
const same = ([a, b]: Pair, [c, d]: Pair, either: boolean) =>
  (meets(a, c) && meets(b, d)) || (either && meets(a, d) && meets(b, c));

export function runRe3d(engine: Engine): Figures {
  const counts: Record<string, { gold: number; found: number; read: number; right: number }> = {};
  for (const { id, text, relations } of jsonLines<Document>(corpus('corpora/re3d/all.jsonl'))) {
    const read = relationsOf(readText({ id, text }, engine));
    for (const [type, pairs] of Object.entries(read)) {
      counts[type] ??= { gold: 0, found: 0, read: 0, right: 0 };
      const c = counts[type];
      const gold = relations
        .filter((r) => r.gold && r.type === type)
        .map((r): Pair => [wordsOf(r.source.text), wordsOf(r.target.text)]);
      const either = type === 'FightingAgainst';
      c.gold += gold.length;
      c.found += gold.filter((g) => pairs.some((p) => same(p, g, either))).length;
      c.read += pairs.length;
      c.right += pairs.filter((p) => gold.some((g) => same(p, g, either))).length;
    }
  }
  const figures: Figures = {};
  console.log(
    're3d, relations between parties, all documents, both ends sharing a word (no published scores)',
  );
  for (const [type, { gold, found, read, right }] of Object.entries(counts)) {
    const [p, r] = [(100 * right) / Math.max(read, 1), (100 * found) / Math.max(gold, 1)];
    const f1 = p + r > 0 ? (2 * p * r) / (p + r) : 0;
    console.log(
      `  ${type.padEnd(16)} P ${p.toFixed(1)}  R ${r.toFixed(1)}  F1 ${f1.toFixed(1)}  (${gold} gold, ${read} read)`,
    );
    figures[`re3d.${type}F1`] = round(f1);
  }
  return figures;
}
