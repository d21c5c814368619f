/** Readings without end, made of the Readings of the example reports: the same number gives the same ones. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Recordable } from '../src/5-ledger/index.ts';
import { openEngine } from '../src/engine.ts';
import { readInput } from '../src/pipeline.ts';
import type { Document, Reading } from '../src/records/index.ts';
import { numbers } from '../test/ledger/synthetic.ts';

const EXAMPLES = path.resolve(import.meta.dirname, '../examples/reports');
const PLACES = 3000;
const NAMES = 2000;
const PUBLISHERS = 200;

export interface Template {
  document: Document;
  reading: Reading;
}

/** Reads the example reports with the real engine. */
export async function templates(): Promise<Template[]> {
  const engine = openEngine();
  const found: Template[] = [];
  for await (const outcome of readInput(EXAMPLES, engine, null, {})) {
    if (outcome.ok && outcome.reading.claims.length > 0) found.push(outcome);
  }
  return found;
}

/**
 * Template number `n` modulo their count as a report of its own: other bytes, other ids, another publisher and date, and a
 * share of its parties and places other ones. Few names are frequent and many are rare, as in reports.
 */
export function copyOf(all: readonly Template[], n: number): Recordable {
  const { document, reading } = all[n % all.length]!;
  const pick = numbers(n + 1);
  const rare = (of: number) => Math.floor(of ** (pick(1 << 20) / (1 << 20))) - 1;
  const bytes = Buffer.concat([document.bytes, Buffer.from(`\n${n}`)]);
  const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const id = (of: string) => createHash('sha256').update(`${of} ${n}`).digest('hex');
  const day = new Date(Date.UTC(2014, 0, 1) + pick(3650) * 86_400_000).toISOString().slice(0, 10);
  const { article } = reading;
  return {
    document: {
      ...document,
      sha256,
      size: bytes.length,
      bytes,
      provenance: { ...document.provenance, location: `reports/${n}.txt` },
    },
    reading: {
      ...reading,
      id: sha256,
      document: sha256,
      article: {
        ...article,
        publisher: `Publisher ${rare(PUBLISHERS)}`,
        published: { value: day, basis: 'implied', span: null },
      },
      parties: reading.parties.map((party) =>
        pick(3) === 0 ? { ...party, name: `${party.kind} ${rare(NAMES)}` } : party,
      ),
      places: reading.places.map((place) =>
        place.status === 'resolved' && pick(2) === 0 ? { ...place, name: `Town ${rare(PLACES)}` } : place,
      ),
      times: reading.times.map((time) => (time.precision === 'day' ? { ...time, from: day, to: day } : time)),
      claims: reading.claims.map((claim) => ({
        ...claim,
        id: id(claim.id),
        about: claim.about?.claim ? { ...claim.about, claim: id(claim.about.claim) } : claim.about,
      })),
    },
  };
}
