/** The table of figures as the API gives it, and how it is asked for. */
import { useQuery } from '@tanstack/react-query';
import type { FigureTable } from '../../../src/7-publish/api/schemas/table.ts';
import { API, get } from '../api.ts';
import { type Search, toParams } from '../search.ts';

export type { FigureTable };
export type FigureRow = FigureTable['rows'][number];

export const BY = ['country', 'admin1', 'admin2', 'place', 'day', 'week', 'month', 'year', 'type'] as const;
export const WHAT = ['killed', 'wounded', 'missing', 'captured', 'displaced'] as const;

export const BY_LABELS: Record<string, string> = {
  country: 'Country',
  admin1: 'Province',
  admin2: 'District',
  place: 'Place',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  year: 'Year',
  type: 'Event',
};

export const chosenBy = (search: Search): string[] => search.by ?? ['admin1', 'month'];
export const chosenWhat = (search: Search): string[] => search.what ?? ['killed', 'wounded', 'displaced'];
export const reviewedOnly = (search: Search): boolean => search.reviewed?.[0] === 'only';

/** Parameters of the API for what the address chooses. */
export function askedTable(search: Search): string {
  const { reviewed: _reviewed, ...rest } = search;
  const asked: Search = { ...rest, by: chosenBy(search), what: chosenWhat(search) };
  if (!reviewedOnly(search)) asked.unreviewed = ['true'];
  return toParams(asked).toString();
}

export function useFigureTable(search: Search) {
  const params = askedTable(search);
  return useQuery({
    queryKey: ['table', params],
    queryFn: ({ signal }) => get<FigureTable>(`/table?${params}`, signal),
    placeholderData: (before) => before,
  });
}

/** What the table is made of, as exports of rows are asked for it. */
export function rowsOf({ by: _by, what: _what, reviewed: _reviewed, ...filter }: Search): Search {
  return filter;
}

/** @param unreviewed also what no person reviewed, whatever the screen shows */
export function fileOf(search: Search, kind: 'csv' | 'xlsx' | 'json' | 'hxl', unreviewed: boolean): string {
  return `${API}/table.${kind}?${askedTable({ ...search, reviewed: unreviewed ? undefined : ['only'] })}`;
}
