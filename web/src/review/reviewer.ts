/** Who reviews in this browser: the name that goes with each decision. */
import { useSyncExternalStore } from 'react';

const KEY = 'reportedly.reviewer';
const heard = new Set<() => void>();
let name = read();

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function setReviewer(given: string): void {
  name = given.trim();
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // Not to be kept: it holds as long as the page.
  }
  for (const hear of heard) hear();
}

const subscribe = (hear: () => void) => {
  heard.add(hear);
  return () => void heard.delete(hear);
};

export const useReviewer = (): string => useSyncExternalStore(subscribe, () => name);
