/** Searches kept by name in this browser. Each is an address, so that it can be sent to others. */
import { useSyncExternalStore } from 'react';
import { parseSearch, type Search, stringifySearch } from '../search.ts';

export interface SavedSearch {
  name: string;
  /** As in the address, with the question mark. */
  query: string;
}

const KEY = 'reportedly.searches';
const CHANGED = 'reportedly-searches';

let parsed: { text: string; searches: readonly SavedSearch[] } = { text: '', searches: [] };

function read(): readonly SavedSearch[] {
  let text = '';
  try {
    text = localStorage.getItem(KEY) ?? '';
  } catch {
    // A browser that keeps nothing has none.
  }
  if (text !== parsed.text) parsed = { text, searches: searchesIn(text) };
  return parsed.searches;
}

function searchesIn(text: string): readonly SavedSearch[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.filter(isSearch) : [];
  } catch {
    return [];
  }
}

const isSearch = (one: unknown): one is SavedSearch =>
  typeof one === 'object' &&
  one !== null &&
  typeof (one as SavedSearch).name === 'string' &&
  typeof (one as SavedSearch).query === 'string';

function write(searches: readonly SavedSearch[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(CHANGED, onChange);
    window.removeEventListener('storage', onChange);
  };
}

export const useSavedSearches = () => useSyncExternalStore(subscribe, read);

/** In place of one of the same name. */
export function saveSearch(name: string, search: Search): void {
  const others = read().filter((one) => one.name !== name);
  write([...others, { name, query: stringifySearch(search) }].sort((a, b) => (a.name < b.name ? -1 : 1)));
}

export const dropSearch = (name: string) => write(read().filter((one) => one.name !== name));

export const searchOf = ({ query }: SavedSearch): Search => parseSearch(query.replace(/^\?/, ''));
