/** The browser's one outbox, and what this page decided so far, for undoing it. */
import { useMemo, useSyncExternalStore } from 'react';
import type { Decision, DecisionInput } from '../../../src/5-ledger/index.ts';
import { ApiError, get, post } from '../api.ts';
import { queries } from '../queries.ts';
import { type Entry, Outbox } from './outbox.ts';

interface Recorded {
  recorded: { seq: number; at: string }[];
}
type Known = { seq: number; at: string; why: string | null; decision: Decision };

const storage = (() => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
})();

/** What the API says as the outbox wants to hear it. */
async function answered<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    const { status, detail, code } = error.problem;
    throw Object.assign(new Error(`${detail} [${code}]`), { status });
  });
}

export const outbox = new Outbox({
  storage,
  send: async (decisions) => {
    const { recorded } = await answered(post<Recorded>('/decisions', { decisions }));
    return recorded.map(({ seq }) => seq);
  },
  recorded: ({ who, decision }) => {
    const params = new URLSearchParams({ who, type: decision.type });
    if ('document' in decision) params.set('document', decision.document);
    else if ('claim' in decision) params.set('claim', decision.claim);
    return answered(get<Known[]>(`/decisions?${params}`));
  },
  now: () => new Date(),
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  newId: () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16)).join(''),
  onRecorded: ({ inputs }) => fetchAnew(inputs),
});

window.addEventListener('online', () => outbox.retry());
setTimeout(() => outbox.retry(), 0);

/** Everything that may look different now. Resolves when what is on screen was fetched. */
function fetchAnew(inputs: readonly DecisionInput[]): Promise<unknown> {
  const ofIncidents = inputs.some(
    ({ decision: { type } }) => type === 'code' || type === 'merge' || type === 'split' || type === 'undo',
  );
  const keys = [
    'article',
    'status',
    'statuses',
    'claim',
    'ledger',
    'claims',
    'facet',
    ...(ofIncidents ? ['incident', 'cells', 'incidents'] : []),
  ];
  return Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}

export const useOutbox = (): readonly Entry[] => useSyncExternalStore(outbox.subscribe, outbox.entries);

/** What this page did, newest last, with the claim it was done on. */
interface Done {
  entry: string;
  claim: string | null;
  label: string;
}
let done: readonly Done[] = [];
const heard = new Set<() => void>();
const setDone = (next: readonly Done[]) => {
  done = next;
  for (const hear of heard) hear();
};
const subscribe = (hear: () => void) => {
  heard.add(hear);
  return () => void heard.delete(hear);
};
export const useDone = (): readonly Done[] => useSyncExternalStore(subscribe, () => done);

export interface Act {
  decisions: Decision[];
  label: string;
  why?: string | null;
  claim?: string | null;
  document?: string | null;
}

export function decide(
  who: string,
  { decisions, label, why = null, claim = null, document = null }: Act,
): void {
  const inputs = decisions.map((decision): DecisionInput => ({ who, why, decision }));
  const entry = outbox.add({ inputs, label, document });
  setDone([...done, { entry, claim, label }]);
}

/** Takes back the last act of this page; what was done, or null where nothing was. */
export function undoLast(who: string): Done | null {
  const last = done.at(-1);
  if (!last) return null;
  setDone(done.slice(0, -1));
  return outbox.undo(last.entry, who) === null ? undoLast(who) : last;
}

/** Decisions on the document that are not yet in what was fetched. */
export function usePending(document: string | undefined): DecisionInput[] {
  const entries = useOutbox();
  return useMemo(
    () =>
      entries
        .filter((one) => one.document === document && one.state !== 'refused')
        .flatMap(({ inputs }) => inputs),
    [entries, document],
  );
}
