/** What the review screens ask of the API. */
import { useQuery } from '@tanstack/react-query';
import type { Cell } from '../../../src/7-publish/api/schemas/cells.ts';
import type { Agreement, ArticleStatus, ReviewQueue } from '../../../src/7-publish/api/schemas/review.ts';
import { type ArticleDetail, get } from '../api.ts';
import { hex } from '../format.ts';

export type { Agreement, ArticleStatus, Cell, ReviewQueue };
export type Queued = ReviewQueue['rows'][number];

export interface QueueAsked {
  by: string;
  who: string;
  blind: boolean;
  document: string | undefined;
}

const LENGTH = 200;

export function useQueue({ by, who, blind, document }: QueueAsked) {
  const params = new URLSearchParams({ by, limit: String(LENGTH) });
  if (blind) {
    params.set('who', who);
    params.set('blind', 'true');
  }
  if (document) params.set('document', hex(document));
  return useQuery({
    queryKey: ['queue', String(params)],
    queryFn: ({ signal }) => get<ReviewQueue>(`/review/queue?${params}`, signal),
    // What was decided here is marked in it; it is asked for anew when it is done.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    enabled: who !== '',
  });
}

/** The article; blind: as this reviewer alone made it. */
export function useReviewArticle(document: string | undefined, onlyBy: string | null) {
  const params = onlyBy === null ? '' : `?${new URLSearchParams({ onlyBy })}`;
  return useQuery({
    queryKey: ['article', document && hex(document), ...(onlyBy === null ? [] : [onlyBy])],
    queryFn: ({ signal }) => get<ArticleDetail>(`/documents/${hex(document!)}/article${params}`, signal),
    enabled: document !== undefined,
  });
}

export function useStatus(document: string) {
  return useQuery({
    queryKey: ['status', hex(document)],
    queryFn: ({ signal }) => get<ArticleStatus>(`/documents/${hex(document)}/status`, signal),
  });
}

export function useStatuses() {
  return useQuery({
    queryKey: ['statuses'],
    queryFn: ({ signal }) =>
      get<{ rows: ArticleStatus[]; next: string | null }>('/review/documents?limit=200', signal),
  });
}

export function useAgreement() {
  return useQuery({ queryKey: ['agreement'], queryFn: ({ signal }) => get<Agreement>('/agreement', signal) });
}

export function useCoding(incident: string, profile: string) {
  return useQuery({
    queryKey: ['cells', incident, profile],
    queryFn: ({ signal }) =>
      get<Cell[]>(`/incidents/${encodeURIComponent(incident)}/coding?profile=${profile}`, signal),
  });
}
