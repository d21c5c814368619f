/** Adding reports, and asking what became of them. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Addition, AdditionBody, Additions } from '../../../src/7-publish/api/schemas/intake.ts';
import { ask, get, post } from '../api.ts';
import { queries } from '../queries.ts';

export type { Addition };

const BUSY_MS = 700;
const active = ({ state }: Addition) => state === 'waiting' || state === 'reading';

/** Asked again and again while something is being read; what is shown elsewhere follows as reports come in. */
export function useAdditions() {
  return useQuery({
    queryKey: ['additions'],
    queryFn: async ({ signal }) => {
      const before = finished(queries.getQueryData<Additions>(['additions']));
      const now = await get<Additions>('/additions', signal);
      if (before !== null && finished(now) !== before) {
        for (const key of ['ledger', 'documents', 'claims', 'facet', 'incidents', 'queue', 'statuses'])
          void queries.invalidateQueries({ queryKey: [key] });
      }
      return now;
    },
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.rows.some(active) || state.status === 'error' ? BUSY_MS : false,
  });
}

const finished = (all: Additions | undefined) =>
  all ? all.rows.reduce((sum, { results }) => sum + results.length, 0) : null;

export type Given = { title?: string; publisher?: string; published?: string };

async function send(what: AdditionBody | { file: File; given: Given }): Promise<unknown> {
  if (!('file' in what)) return post('/additions', what);
  const params = new URLSearchParams({ name: what.file.name, ...what.given });
  return ask(`/additions/file?${params}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: what.file,
  });
}

export function useAdd() {
  return useMutation({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ['additions'] }),
  });
}

export function useRetry() {
  return useMutation({
    mutationFn: (id: string) => post(`/additions/${id}/retry`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['additions'] }),
  });
}
