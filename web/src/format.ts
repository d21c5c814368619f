/** Values as short texts. Dates stay ISO in the data; here they are made readable, in UTC and one language. */
import { grouped } from '../../src/7-publish/words/effects.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2017-10-07" as "7 Oct 2017"; what is no such date as it is. */
export function day(iso: string | null): string {
  const match = /^(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso ?? '');
  if (!match) return iso ?? '';
  const [, year, month, date] = match;
  return [date && String(Number(date)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

export function period(from: string | null, to: string | null): string {
  const [start, end] = [day(from), day(to)];
  if (start === end) return start;
  if (!start) return `until ${end}`;
  if (!end) return `since ${start}`;
  const sameYear = from!.slice(0, 4) === to!.slice(0, 4);
  const sameMonth = sameYear && from!.slice(0, 7) === to!.slice(0, 7);
  const short = sameMonth ? start.split(' ')[0]! : sameYear ? start.replace(/ -?\d{4}$/, '') : start;
  return `${short} – ${end}`;
}

export const count = (n: number, one: string, many = `${one}s`) => `${grouped(n)} ${n === 1 ? one : many}`;

/** Without the prefix, for addresses. */
export const hex = (sha256: string) => sha256.replace(/^sha256:/, '');
