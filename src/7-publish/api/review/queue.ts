/** What is left to review, in the order asked for. */
import {
  type ClaimFilter,
  type ClaimRow,
  type Ledger,
  REVIEW_STATES,
  type StandingClaim,
} from '../../../5-ledger/index.ts';
import type { LiveReconciler } from '../../../6-reconcile/index.ts';
import { doubtsOf } from '../../words/doubts.ts';

export const QUEUE_ORDERS = ['document', 'incident', 'doubt'] as const;

export interface QueueAsked {
  by: (typeof QUEUE_ORDERS)[number];
  /** Whose queue it is: with `blind` what others decided counts as undecided. */
  who?: string | undefined;
  blind?: boolean | undefined;
  document?: string | undefined;
  limit: number;
}

export interface Queued {
  row: ClaimRow;
  doubts: string[];
  incident: string | null;
}

export interface Queue {
  rows: Queued[];
  left: number;
  total: number;
}

/** Claims looked at to find the most doubtful. */
const MOST_WEIGHED = 5000;

export async function reviewQueue(ledger: Ledger, live: LiveReconciler, asked: QueueAsked): Promise<Queue> {
  const scope: ClaimFilter = asked.document ? { document: [asked.document] } : {};
  const open: ClaimFilter = { ...scope, ...openTo(asked) };
  const [left, total] = await Promise.all([
    ledger.countClaims(open),
    ledger.countClaims(allOf(scope, asked)),
  ]);
  const rows = left === 0 ? [] : await ordered(ledger, live, open, asked);
  const blindTo = asked.blind ? asked.who : undefined;
  return { rows: blindTo === undefined ? rows : await asReadBy(ledger, rows, blindTo), left, total };
}

/** In blind coding each claim of the engine is asked of each reviewer, whatever others made of it. */
function openTo({ who, blind }: QueueAsked): ClaimFilter {
  if (!blind || who === undefined) return { review: ['undecided'] };
  return { undecidedBy: who, ...EVERY_MACHINE_CLAIM };
}

const EVERY_MACHINE_CLAIM: ClaimFilter = {
  review: REVIEW_STATES.filter((state) => state !== 'merged' && state !== 'split'),
  origin: ['machine'],
};

const allOf = (scope: ClaimFilter, { who, blind }: QueueAsked): ClaimFilter =>
  blind && who !== undefined ? { ...scope, ...EVERY_MACHINE_CLAIM } : scope;

async function ordered(
  ledger: Ledger,
  live: LiveReconciler,
  open: ClaimFilter,
  { by, limit }: QueueAsked,
): Promise<Queued[]> {
  switch (by) {
    case 'document': {
      const { rows } = await ledger.claims({ ...open, sort: 'document', limit });
      return rows.map((row) => queued(row, null));
    }
    case 'doubt': {
      const all: Queued[] = [];
      for await (const row of ledger.everyClaim(open)) {
        all.push(queued(row, null));
        if (all.length === MOST_WEIGHED) break;
      }
      return all.sort((a, b) => b.doubts.length - a.doubts.length).slice(0, limit);
    }
    case 'incident':
      return byIncident(ledger, live, open, limit);
  }
}

/** The incidents of most reports first: there a slip counts most. */
async function byIncident(
  ledger: Ledger,
  live: LiveReconciler,
  open: ClaimFilter,
  limit: number,
): Promise<Queued[]> {
  const reconciler = await live.refresh();
  const incidents = [...reconciler.incidents()].sort(
    (a, b) => b.documents - a.documents || b.claims - a.claims || (a.id < b.id ? -1 : 1),
  );
  const out: Queued[] = [];
  for (const { id, reports } of incidents) {
    if (out.length >= limit) break;
    const claim = reports.flatMap(({ claims }) => claims);
    if (claim.length === 0) continue;
    const { rows } = await ledger.claims({ ...open, claim, sort: 'document', limit: 1000 });
    out.push(...rows.map((row) => queued(row, id)));
  }
  return out.slice(0, limit);
}

const queued = (row: ClaimRow, incident: string | null): Queued => ({ row, doubts: doubtsOf(row), incident });

/** The rows with nothing in them that another reviewer made of the claims. */
async function asReadBy(ledger: Ledger, rows: readonly Queued[], who: string): Promise<Queued[]> {
  const own = new Map<string, StandingClaim>();
  for (const document of new Set(rows.map(({ row }) => row.document)))
    for (const one of await ledger.claimsOf(document, { onlyBy: who })) own.set(one.claim.id, one);
  return rows.flatMap(({ row, incident }) => {
    const found = own.get(row.id);
    if (!found) return [];
    const { text, certainty, kind, event } = found.claim;
    const mine = { ...row, text, certainty, kind, type: event?.type ?? null, review: found.review };
    return [{ row: mine, doubts: [], incident }];
  });
}
