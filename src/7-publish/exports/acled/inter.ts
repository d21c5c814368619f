/** ACLED's kinds of actor, and how two of them are written together. */
import type { Actor } from '../coding/actors.ts';

/** 1 to 8. A state's forces outside its own country are external. */
export function interOf({ sort, state }: Actor, country: string | null, type: string): number {
  switch (sort) {
    case 'state':
      return state === null || country === null || state.iso2 === country ? 1 : 8;
    case 'group':
      return 2;
    case 'militia':
      return 3;
    case 'protesters':
      return type === 'violent-demonstration' || type === 'mob-violence' ? 5 : 6;
    case 'organisation':
      return 8;
    case 'civilians':
      return 7;
  }
}

/** "State forces-Rebel group", lower number first, save that ACLED puts external forces before civilians. */
export function interactionText(inter: ReadonlyMap<number, string>, a: number, b: number | null): string {
  if (b === null) return `${inter.get(a)} only`;
  const [x, y] = a <= b ? [a, b] : [b, a];
  const [first, second] = x === 7 && y === 8 ? [y, x] : [x, y];
  return `${inter.get(first)}-${inter.get(second)}`;
}

export function interactionNumber(a: number, b: number | null): number {
  if (b === null) return a * 10;
  return Math.min(a, b) * 10 + Math.max(a, b);
}
