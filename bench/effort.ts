/**
 * Actions in the review screen to bring our Readings to the gold claims, beside filling in blank forms for the same: fewer is
 * better. Every decision counted is made by the screen's own functions and recorded in a ledger, which refuses what is not grounded.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resolveClaims } from '../src/5-ledger/index/resolve.ts';
import { type Decision, type Ledger, openLedger } from '../src/5-ledger/index.ts';
import { type Engine, openEngine } from '../src/engine.ts';
import type { Reading } from '../src/records/index.ts';
import { asClaim, asDraft, type Context, correction, draftAt } from '../web/src/review/values.ts';
import { finder, type GoldText, goldTexts, paired, strings } from './effort/gold.ts';
import { type Desk, Mending } from './effort/mend.ts';
import type { Figures } from './figures.ts';
import { readText } from './read.ts';

interface Effort {
  review: number;
  blank: number;
  rightAtOnce: number;
  claims: number;
  decisions: Decision[];
}

/** The key that says reads right or adds; or the one that goes on to the next claim. */
const DONE = 1;
/** The key and the reason. */
const REJECT = 2;
/** The drag over its words, and the key that makes a claim of them. */
const BEGIN = 2;

function effortOf({ claims: gold }: GoldText, reading: Reading): Effort {
  const { article, parties, places, times, attributions, names } = reading;
  const find = finder(article.text);
  const context: Context = { article, parties, places, times, attributions, names };
  const desk: Desk = { context, find, knows: true };
  const nothing = { ...context, parties: [], places: [], times: [], attributions: [], names: [] };
  const blankDesk: Desk = { context: nothing, find, knows: false };
  const own = resolveClaims(reading);
  const pairs = paired(gold, own);
  const kept = new Set(pairs.values());
  const effort: Effort = { review: 0, blank: 0, rightAtOnce: 0, claims: gold.length, decisions: [] };
  for (const claim of own) {
    if (kept.has(claim)) continue;
    effort.review += REJECT;
    effort.decisions.push({ type: 'reject', claim: claim.id });
  }
  for (const one of gold) {
    const span = find({ quote: strings(one.content)[0]! });
    if (!span) throw new Error(`not in the article: ${strings(one.content)[0]}`);
    const blank = new Mending(asClaim(draftAt(nothing, span)), one, blankDesk);
    blank.run();
    effort.blank += BEGIN + blank.actions + DONE;
    const claim = pairs.get(one);
    const mending = new Mending(claim ?? asClaim(draftAt(context, span)), one, desk);
    mending.run();
    effort.review += (claim ? 0 : BEGIN) + mending.actions + DONE;
    if (!claim) {
      effort.decisions.push({ type: 'add', document: reading.document, claim: asDraft(mending.claim) });
    } else if (mending.sets.length === 0) {
      effort.rightAtOnce++;
      effort.decisions.push({ type: 'reads-right', claim: claim.id });
    } else {
      for (const { field, value } of mending.sets) effort.decisions.push(correction(claim.id, field, value));
    }
  }
  return effort;
}

async function record(ledger: Ledger, text: GoldText, engine: Engine): Promise<Effort> {
  const { published, title } = text.meta;
  const reading = readText(
    { id: text.name, text: text.text, ...(title ? { title } : {}), ...(published ? { published } : {}) },
    engine,
  );
  const bytes = new TextEncoder().encode(text.text);
  const provenance = {
    how: 'paste' as const,
    location: text.name,
    finalUrl: null,
    status: null,
    headers: {},
  };
  await ledger.record([
    {
      document: {
        ...{
          sha256: reading.document,
          size: bytes.length,
          mediaType: 'text/plain',
          charset: 'utf-8',
          given: {},
          bytes,
        },
        provenance: { ...provenance, fetched: '1970-01-01T00:00:00.000Z' },
      },
      reading,
    },
  ]);
  const effort = effortOf(text, reading);
  for (const decision of effort.decisions) {
    try {
      await ledger.decide([{ who: 'bench', why: null, decision }]);
    } catch (error) {
      // Two gold claims of the same words, source and trigger are one to the ledger.
      if (decision.type !== 'add' || !/is there already/.test(String(error))) throw error;
    }
  }
  return effort;
}

export async function run(): Promise<Figures> {
  const engine = openEngine();
  const folder = mkdtempSync(path.join(tmpdir(), 'reportedly-effort-'));
  const ledger = await openLedger(path.join(folder, 'ledger'));
  const sum = { review: 0, blank: 0, rightAtOnce: 0, claims: 0, decisions: 0 };
  try {
    for (const text of goldTexts()) {
      const { decisions, ...one } = await record(ledger, text, engine);
      for (const [key, n] of Object.entries(one)) sum[key as keyof typeof one] += n;
      sum.decisions += decisions.length;
      const share = ((100 * one.review) / one.blank).toFixed(0);
      console.log(
        `${text.name.padEnd(26)} ${one.review} of ${one.blank} actions (${share} %), ${one.rightAtOnce} of ${one.claims} right at once`,
      );
    }
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    'actions.review': sum.review,
    'actions.blank': sum.blank,
    shareOfBlankError: Math.round((1000 * sum.review) / sum.blank) / 10,
    rightAtOnce: sum.rightAtOnce,
    claims: sum.claims,
    decisionsRecorded: sum.decisions,
  };
}
