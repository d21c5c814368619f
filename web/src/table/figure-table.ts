/** The table of figures as the API gives it, and how it is asked for. */
import { useQuery } from '@tanstack/react-query';
import { API, get } from '../api.ts';
import { type Search, toParams } from '../search.ts';

export interface Figure {
  text: string;
  /** Incidents that tell this figure. */
  incidents: number;
}

export interface FigureRow {
  keys: Record<string, string | null>;
  incidents: number;
  origins: number;
  parties: number;
  sides: string[];
  partyOnly: number;
  unreviewed: number;
  contested: number;
  denied: number;
  figures: Record<string, Figure>;
  claims: string[];
}

export interface FigureTable {
  by: string[];
  what: string[];
  caption: string;
  coverage: string;
  /** Incidents that nobody reviewed, left out. */
  leftOut: number;
  rows: FigureRow[];
  total: FigureRow;
}

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

export const fileOf = (search: Search, kind: 'csv' | 'xlsx' | 'json' | 'hxl') =>
  `${API}/table.${kind}?${askedTable(search)}`;
