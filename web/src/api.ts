/** The only way to the data: requests to /api/v1, what is read as queries with a cache. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ClaimPage, Facet, StandingClaim } from '../../src/7-publish/api/schemas/claims.ts';
import type { Problem } from '../../src/7-publish/api/schemas/common.ts';
import type { ArticleDetail, DocumentPage, LedgerInfo } from '../../src/7-publish/api/schemas/documents.ts';
import type { IncidentDetail, IncidentPage } from '../../src/7-publish/api/schemas/incidents.ts';
import type { ClaimMap, Timeline } from '../../src/7-publish/api/schemas/overview.ts';
import type { SourceDetail, SourcePage } from '../../src/7-publish/api/schemas/sources.ts';
import { askedOf, filterOf, type Search, toParams, withValues } from './search.ts';

export type { ClaimItem, Facet, StandingClaim } from '../../src/7-publish/api/schemas/claims.ts';
export type { ArticleDetail, DocumentItem, LedgerInfo } from '../../src/7-publish/api/schemas/documents.ts';
export type { IncidentDetail, IncidentItem } from '../../src/7-publish/api/schemas/incidents.ts';
export type { ClaimMap, PlaceItem, Timeline } from '../../src/7-publish/api/schemas/overview.ts';
export type { SourceDetail, SourceItem } from '../../src/7-publish/api/schemas/sources.ts';
export type Claim = StandingClaim['claim'];
export type Incident = IncidentDetail['incident'];
export type Span = readonly [number, number];

/** What the API refused, in its own words. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

const UNREACHABLE = {
  type: 'about:blank',
  title: 'Not reachable',
  status: 0,
  detail: 'The server does not answer.',
  code: 'unreachable',
  hint: 'Is reportedly serve still running? Start it again and reload this page.',
  details: {},
};

export const API = '/api/v1';

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
  ask(path, { signal: signal ?? null, headers: { accept: 'application/json' } });

export const post = <T>(path: string, body: unknown): Promise<T> =>
  ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** @throws ApiError, also where the server does not answer */
export async function ask<T>(path: string, options: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(API + path, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiError(UNREACHABLE);
  }
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => UNREACHABLE)) as Problem;
  throw new ApiError(problem);
}

export function useLedgerInfo() {
  return useQuery({
    queryKey: ['ledger'],
    queryFn: ({ signal }) => get<LedgerInfo>('/ledger', signal),
    refetchInterval: 60_000,
  });
}

const FIRST_PAGE = 100;
const MORE_ROWS = 500;

export function useClaims(search: Search) {
  const params = toParams(askedOf(search)).toString();
  return useInfiniteQuery({
    queryKey: ['claims', params],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(params);
      page.set('limit', String(pageParam ? MORE_ROWS : FIRST_PAGE));
      if (pageParam) page.set('cursor', pageParam);
      return get<ClaimPage>(`/claims?${page}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
}

/** Counts of one field's values among the claims that match. */
export function useFacet(field: string, filter: Search, enabled: boolean) {
  const params = toParams({ ...filter, field: [field] }).toString();
  return useQuery({
    queryKey: ['facet', params],
    queryFn: async ({ signal }) => (await get<Facet[]>(`/facets?${params}`, signal))[0]!,
    enabled,
    placeholderData: (before) => before,
  });
}

/** Where the claims that match are put. */
export function useClaimMap(search: Search) {
  // What the map itself chooses changes nothing of what it shows.
  const params = toParams(withValues(filterOf(search), 'box', [])).toString();
  return useQuery({
    queryKey: ['map', params],
    queryFn: ({ signal }) => get<ClaimMap>(`/map?${params}`, signal),
    placeholderData: (before) => before,
  });
}

/** When they are about, or were published. */
export function useTimeline(search: Search) {
  const [first, last] = search.zoom?.[0]?.split('..') ?? [];
  const asked: Search = { ...filterOf(search), over: search.over, bars: search.bars };
  if (first && last) Object.assign(asked, { first: [first], last: [last] });
  for (const own of search.over?.[0] === 'published' ? PUBLISHED : HAPPENED) delete asked[own];
  const params = toParams(asked).toString();
  return useQuery({
    queryKey: ['timeline', params],
    queryFn: ({ signal }) => get<Timeline>(`/timeline?${params}`, signal),
    placeholderData: (before) => before,
  });
}

const HAPPENED = ['timeFrom', 'timeTo', 'dated'];
const PUBLISHED = ['publishedFrom', 'publishedTo'];

export function useArticle(sha256: string | undefined) {
  return useQuery({
    queryKey: ['article', sha256],
    queryFn: ({ signal }) => get<ArticleDetail>(`/documents/${sha256}/article`, signal),
    enabled: sha256 !== undefined,
  });
}

export function useClaim(id: string) {
  return useQuery({
    queryKey: ['claim', id],
    queryFn: ({ signal }) => get<StandingClaim>(`/claims/${encodeURIComponent(id)}`, signal),
  });
}

export function useDocuments(search: Search) {
  const params = toParams(search).toString();
  return useInfiniteQuery({
    queryKey: ['documents', params],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(params);
      page.set('limit', '200');
      if (pageParam) page.set('cursor', pageParam);
      return get<DocumentPage>(`/documents?${page}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
}

export function useIncidents(search: Search) {
  const params = toParams(search).toString();
  return useInfiniteQuery({
    queryKey: ['incidents', params],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(params);
      page.set('limit', '200');
      if (pageParam) page.set('cursor', pageParam);
      return get<IncidentPage>(`/incidents?${page}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
}

/** @param id its name, another that it had, or a claim in it */
export function useIncident(id: string) {
  return useQuery({
    queryKey: ['incident', id],
    queryFn: ({ signal }) => get<IncidentDetail>(`/incidents/${encodeURIComponent(id)}`, signal),
  });
}

export function useSources(search: Search) {
  const params = toParams(search).toString();
  return useInfiniteQuery({
    queryKey: ['sources', params],
    queryFn: ({ pageParam, signal }) => {
      const page = new URLSearchParams(params);
      page.set('limit', '200');
      if (pageParam) page.set('cursor', pageParam);
      return get<SourcePage>(`/sources?${page}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
}

/** @param name however it is written */
export function useSource(name: string) {
  return useQuery({
    queryKey: ['source', name],
    queryFn: ({ signal }) => get<SourceDetail>(`/sources/${encodeURIComponent(name)}`, signal),
  });
}

/** Counts of several fields at once. */
export function useFacets(fields: readonly string[], filter: Search) {
  const params = toParams({ ...filter, field: [...fields] }).toString();
  return useQuery({
    queryKey: ['facets', params],
    queryFn: ({ signal }) => get<Facet[]>(`/facets?${params}`, signal),
  });
}
