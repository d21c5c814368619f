/** The same reports in random orders and batches give the identical result: whole incidents, compared as text. */
import type { Reconciler, Report } from '../../src/6-reconcile/index.ts';
import type { Figures } from '../figures.ts';

const ORDERS = 200;
const KEPT_UP_ORDERS = 5;

/** How many of the random orders and batchings gave another result than the first; 0 is wanted. */
export function orderFigures(name: string, reports: readonly Report[], make: () => Reconciler): Figures {
  const wanted = inBatches(reports, make, () => 1);
  let different = 0;
  for (let seed = 1; seed <= ORDERS; seed++) {
    const random = generator(seed);
    if (inBatches(shuffled(reports, random), make, random) !== wanted) different++;
  }
  return { [`orders.${name}.tried`]: ORDERS, [`orders.${name}.different`]: different };
}

/** After every single document, in random orders: whether what is kept up is what a ledger made whole anew gives. */
export function keptUpFigures(name: string, reports: readonly Report[], make: () => Reconciler): Figures {
  let [compared, different] = [0, 0];
  for (let seed = 1; seed <= KEPT_UP_ORDERS; seed++) {
    const kept = make();
    const held: Report[] = [];
    for (const report of shuffled(reports, generator(seed))) {
      kept.set(report);
      held.push(report);
      const anew = make();
      for (const one of held) anew.set(one);
      compared++;
      if (JSON.stringify(kept.incidents()) !== JSON.stringify(anew.incidents())) different++;
    }
  }
  return { [`keptUp.${name}.compared`]: compared, [`keptUp.${name}.different`]: different };
}

/** Takes reports in and asks for all incidents after each batch; now and then a report is taken out and put back. */
function inBatches(reports: readonly Report[], make: () => Reconciler, random: () => number): string {
  const reconciler = make();
  for (let at = 0; at < reports.length; ) {
    const size = 1 + Math.floor(random() * reports.length);
    const batch = reports.slice(at, at + size);
    for (const report of batch) reconciler.set(report);
    at += size;
    if (at >= reports.length) break;
    reconciler.incident(batch[0]!.claims[0]?.claim.id ?? batch[0]!.document);
    if (random() < 0.3) {
      reconciler.remove(batch[0]!.document);
      reconciler.set(batch[0]!);
    }
  }
  return JSON.stringify(reconciler.incidents());
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** The same numbers every time. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
