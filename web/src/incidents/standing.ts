/** Where an incident stands, in few words. No verdict: counts of origins, and marks that are reasons to look closer. */
import type { Incident } from '../api.ts';
import { count } from '../format.ts';

type Standing = Incident['standing'];

export const STANDINGS: readonly [value: string, label: string][] = [
  ['several-origins', 'several origins'],
  ['one-origin', 'one origin'],
  ['no-origin', 'no named origin'],
  ['contested', 'contested'],
  ['denied-by-accused', 'denied by the accused'],
  ['unconfirmed', 'told as unconfirmed'],
  ['withdrawn', 'withdrawn'],
];

export function originsText({ origins, held, relayed, parties, unnamed }: Standing): string {
  if (origins === 0)
    return unnamed > 0 ? 'no named origin, only unnamed sources' : 'no named origin asserts it';
  const parts = [count(origins, 'distinct origin')];
  if (origins === 1) parts.push(held > 0 ? 'held' : 'relayed');
  else parts.push(`${held} held, ${relayed} relayed`);
  if (parties > 0) parts.push(`${parties === origins ? 'all' : parties} party to the conflict`);
  return parts.join(', ').replace('1 distinct origin', 'one origin');
}

export function marksOf({ contested, deniedByAccused, withdrawn, unconfirmed }: Standing): string[] {
  return [
    contested && 'contested',
    deniedByAccused && 'denied by the accused',
    withdrawn && 'withdrawn',
    unconfirmed && 'told as unconfirmed',
  ].filter((mark) => mark !== false);
}
