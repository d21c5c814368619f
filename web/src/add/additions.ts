/** What was added from this page: sent, read by the server as jobs, each with what became of it. Held as long as the page is. */
import { useSyncExternalStore } from 'react';
import type { Added, Job } from '../../../src/7-publish/api/schemas/jobs.ts';
import { ApiError, ask, get, post } from '../api.ts';
import { queries } from '../queries.ts';

export interface Given {
  title?: string;
  publisher?: string;
  published?: string;
}

export type Source =
  | { how: 'file'; file: File; given: Given }
  | { how: 'text'; text: string; given: Given }
  | { how: 'address'; address: string; given: Given }
  | { how: 'examples' };

export interface Addition {
  id: number;
  name: string;
  /** Kept, so that it can be tried again. */
  source: Source;
  state: 'sending' | 'waiting' | 'running' | 'done' | 'failed';
  results: readonly Added[];
  inputs: number;
  /** It could not even be handed over. */
  error: ApiError | null;
  job: string | null;
}

let all: readonly Addition[] = [];
let ids = 0;
const heard = new Set<() => void>();
const subscribe = (hear: () => void) => {
  heard.add(hear);
  return () => void heard.delete(hear);
};
export const useAdditions = (): readonly Addition[] => useSyncExternalStore(subscribe, () => all);

function set(next: readonly Addition[]): void {
  all = next;
  for (const hear of heard) hear();
}
const change = (id: number, part: Partial<Addition>) =>
  set(all.map((one) => (one.id === id ? { ...one, ...part } : one)));

const ASK_MS = 600;

export function add(name: string, source: Source): Promise<boolean> {
  const id = ++ids;
  set([{ id, name, source, state: 'sending', results: [], inputs: 1, error: null, job: null }, ...all]);
  return handOver(id, source);
}

export function retry({ id, source }: Addition): void {
  change(id, { state: 'sending', results: [], error: null, job: null });
  void handOver(id, source);
}

/** True where the server took it. */
async function handOver(id: number, source: Source): Promise<boolean> {
  try {
    const job = await send(source);
    change(id, { job: job.id, inputs: job.inputs, state: 'waiting' });
    void follow(id, job.id);
    return true;
  } catch (error) {
    change(id, { state: 'failed', error: error instanceof ApiError ? error : null });
    return false;
  }
}

function send(source: Source): Promise<Job> {
  switch (source.how) {
    case 'examples':
      return post('/documents/examples', {});
    case 'text':
      return post('/documents', { text: source.text, given: source.given });
    case 'address': {
      const { address, given } = source;
      return post('/documents', {
        url: /^https?:\/\//i.test(address) ? address : `https://${address}`,
        given,
      });
    }
    case 'file': {
      const form = new FormData();
      for (const [key, value] of Object.entries(source.given)) if (value) form.set(key, value);
      form.set('file', source.file, source.file.name);
      return ask('/documents', { method: 'POST', body: form });
    }
  }
}

/** Asks how far the job is until it is done; a server that does not answer for a while is asked again. */
async function follow(id: number, job: string): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    try {
      const { state, results, inputs } = await get<Job>(`/jobs/${job}`);
      const before = all.find((one) => one.id === id)?.results.length ?? 0;
      if (results.length !== before) fetchAnew();
      const failed = results.length === 0 || results.some(({ problem }) => problem !== null);
      change(id, {
        results,
        inputs,
        error: null,
        state: state === 'done' ? (failed ? 'failed' : 'done') : state,
      });
      if (state === 'done') return;
    } catch (error) {
      const problem = error instanceof ApiError ? error : null;
      change(id, { error: problem });
      // The job is not known any more: the server was started anew and does not go on with it.
      if (problem && problem.problem.status === 404) {
        change(id, { state: 'failed' });
        return;
      }
    }
  }
}

/** What is shown elsewhere follows as reports come in. */
function fetchAnew(): void {
  for (const key of ['ledger', 'documents', 'claims', 'facet', 'incidents', 'queue', 'statuses'])
    void queries.invalidateQueries({ queryKey: [key] });
}
