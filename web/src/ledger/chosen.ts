/** What is chosen of a facet. Most facets are a parameter of the same name; months are ranges of dates. */
import { has, type Search, toggled, withValues } from '../search.ts';

const MONTHS: Record<string, { from: string; to: string; none: [key: string, value: string] | null }> = {
  timeMonth: { from: 'timeFrom', to: 'timeTo', none: ['dated', 'false'] },
  publishedMonth: { from: 'publishedFrom', to: 'publishedTo', none: null },
};

/** Fields for which an empty value stands for unknown; others cannot be asked for what is not there. */
const UNKNOWN = new Set([
  ...['type', 'place', 'country', 'admin1', 'publisher', 'whom'],
  ...['nearest', 'outermost', 'precision'],
]);

export function canChoose(field: string, value: string | null): boolean {
  if (value !== null) return true;
  return field in MONTHS ? MONTHS[field]!.none !== null : UNKNOWN.has(field);
}

export function isChosen(search: Search, field: string, value: string | null): boolean {
  const month = MONTHS[field];
  if (!month) return has(search, field, value ?? '');
  if (value === null) return month.none !== null && has(search, ...month.none);
  return has(search, month.from, value) && has(search, month.to, value);
}

export function choose(search: Search, field: string, value: string | null): Search {
  const month = MONTHS[field];
  if (!month) return toggled(search, field, value ?? '');
  const chosen = isChosen(search, field, value);
  let next = withValues(withValues(search, month.from, []), month.to, []);
  if (month.none) next = withValues(next, month.none[0], []);
  if (chosen) return next;
  if (value === null) return month.none ? withValues(next, month.none[0], [month.none[1]]) : next;
  return withValues(withValues(next, month.from, [value]), month.to, [value]);
}
