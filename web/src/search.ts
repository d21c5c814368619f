/** The filter in the address: the API's own parameters, so that a page and its data have the same address. */

/** Values of each parameter, in the order given. */
export type Search = Record<string, string[] | undefined>;

export function parseSearch(text: string): Search {
  const search: Record<string, string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    if (Object.hasOwn(search, key)) search[key]!.push(value);
    else search[key] = [value];
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const text = toParams(search as Search).toString();
  return text ? `?${text}` : '';
}

/** Parameters in a fixed order: the same filter always has the same address. */
export function toParams(search: Search): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of Object.keys(search).sort()) {
    for (const value of search[key] ?? []) params.append(key, value);
  }
  return params;
}

/** Parameters that order a list and do not choose from it. */
const ORDER = ['sort', 'descending'];
/** Parameters of the screen: how it shows what is chosen. They are in the address and never asked of the API. */
const SCREEN = ['view', 'columns', 'over', 'bars', 'zoom', 'at'];

const without = (search: Search, keys: readonly string[]): Search =>
  Object.fromEntries(Object.entries(search).filter(([key]) => !keys.includes(key)));

/** What the API is asked for. */
export const askedOf = (search: Search): Search => without(search, SCREEN);

/** What chooses. */
export const filterOf = (search: Search): Search => without(search, [...ORDER, ...SCREEN]);

/** Nothing chosen; the order and the screen as they are. */
export function unfiltered(search: Search): Search {
  const chosen = Object.keys(filterOf(search));
  return without(search, chosen);
}

export const has = (search: Search, key: string, value: string) => search[key]?.includes(value) ?? false;

/** Adds the value or takes it away. */
export function toggled(search: Search, key: string, value: string): Search {
  const values = search[key] ?? [];
  return withValues(
    search,
    key,
    has(search, key, value) ? values.filter((v) => v !== value) : [...values, value],
  );
}

export function withValues(search: Search, key: string, values: string[]): Search {
  const { [key]: _, ...rest } = search;
  return values.length > 0 ? { ...rest, [key]: values } : rest;
}
