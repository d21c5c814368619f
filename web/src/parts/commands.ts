/** What can be done on the page that is open: each command with its key; the palette and the help list them all. */
import { useEffect, useRef } from 'react';
import { type Keys, useKeys } from './useKeys.ts';

export interface Command {
  label: string;
  run: (event?: KeyboardEvent) => void;
  key?: string;
  /** Only for the key: too small a step to be listed. */
  unlisted?: boolean;
}

const pages = new Set<{ current: readonly Command[] }>();

/** Every command of what is on screen, the innermost part's first. */
export const commandsNow = (): Command[] => [...pages].reverse().flatMap(({ current }) => [...current]);

/** @param active false: they are neither listed nor bound */
export function useCommands(commands: readonly Command[], active = true): void {
  const latest = useRef(commands);
  latest.current = active ? commands : [];
  useEffect(() => {
    pages.add(latest);
    return () => void pages.delete(latest);
  }, []);
  const keys: Keys = {};
  for (const { key, run } of active ? commands : []) if (key !== undefined) keys[key] = run;
  useKeys(keys);
}
