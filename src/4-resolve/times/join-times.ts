/** Joins what belongs together: a time of day with its date, the two ends of a range, a preposition with its time. */
import { readDay } from './calendar.ts';
import type { TimeWords } from './time-words.ts';
import type { WorkedTime } from './work-out.ts';

const CLOCK = /^(?:clock|oclock|in-the-daypart)/;

/** Keeps what times lean on right after some were joined; a time never leans on itself. */
function moveAnchors(joined: WorkedTime[], movedTo: ReadonlyMap<number, number>): WorkedTime[] {
  return joined.map((time) => {
    if (typeof time.anchor !== 'number') return time;
    const to = movedTo.get(time.anchor);
    return { ...time, anchor: to === undefined || joined[to] === time ? null : to };
  });
}

/** "5 p.m. on Friday", "Friday at 5 p.m.": one time. Indices that later times lean on are kept up. */
export function joinClocks(times: readonly WorkedTime[], text: string): WorkedTime[] {
  const joined: WorkedTime[] = [];
  const movedTo = new Map<number, number>();
  for (let i = 0; i < times.length; i++) {
    const one = times[i]!;
    const next = times[i + 1];
    movedTo.set(i, joined.length);
    const again =
      next !== undefined &&
      CLOCK.test(one.rule) &&
      CLOCK.test(next.rule) &&
      text.slice(one.end, next.start) === ' (' &&
      text[next.end] === ')';
    if (again) {
      // "10:35 a.m. (0735 GMT) Friday": the same moment told twice.
      movedTo.set(i + 1, joined.length);
      const date = times[i + 2];
      const told =
        date === undefined || date.sentence !== one.sentence
          ? null
          : clockAndDate({ ...one, end: next.end + 1 }, date, text);
      if (told !== null) movedTo.set(i + 2, joined.length);
      joined.push(told ?? { ...one, end: next.end + 1 });
      i += told === null ? 1 : 2;
      continue;
    }
    const pair = next === undefined || next.sentence !== one.sentence ? null : clockAndDate(one, next, text);
    if (pair === null) {
      joined.push(one);
      continue;
    }
    movedTo.set(i + 1, joined.length);
    joined.push(pair);
    i++;
  }
  return moveAnchors(joined, movedTo);
}

function clockAndDate(one: WorkedTime, next: WorkedTime, text: string): WorkedTime | null {
  const between = text.slice(one.end, next.start);
  if (!/^(?:,? (?:on |at |of |the )?| \(|, )$/.test(between)) return null;
  const [clock, date] = CLOCK.test(one.rule) ? [one, next] : [next, one];
  if (!CLOCK.test(clock.rule) || CLOCK.test(date.rule) || clock.value === null || date.value === null)
    return null;
  const at = clock.value.indexOf('T');
  if (at < 0 || readDay(date.value) === null || date.value.includes('T')) return null;
  return {
    ...date,
    type: 'TIME',
    value: date.value + clock.value.slice(at),
    start: one.start,
    end: next.end,
    found: { ...date.found, groups: { ...date.found.groups, z: clock.found.groups.z } },
  };
}

/** Widens a time by the preposition before it, which says how it stands to what is told. */
export function addPrepositions(times: readonly WorkedTime[], text: string, words: TimeWords): void {
  let end = 0;
  for (const time of times) {
    const match = words.prepositionPattern.exec(text.slice(Math.max(end, time.start - 24), time.start));
    end = time.end;
    if (match === null || /\n/.test(match[0])) continue;
    // "from 3 to 7 October" has both ends already.
    const both = time.until !== null;
    if (time.type === 'DURATION' || time.type === 'SET' || /_REF$/.test(time.value ?? '')) continue;
    time.start -= match[0].length;
    const relation = words.preposition.get(match[1]!.toLowerCase());
    if (!both && relation !== undefined && relation !== '')
      time.relation = relation as WorkedTime['relation'];
  }
}

const TO = /^ (?:to|until|till|through|and) (?:the )?$|^ ?[-–—] ?$/;

/** "from Monday to Friday", "between 2014 and 2017", "2014–2017": one stretch with two ends. */
export function joinRanges(times: readonly WorkedTime[], text: string): WorkedTime[] {
  const joined: WorkedTime[] = [];
  const movedTo = new Map<number, number>();
  for (let i = 0; i < times.length; i++) {
    const one = times[i]!;
    const next = times[i + 1];
    movedTo.set(i, joined.length);
    if (next !== undefined && isRange(one, next, text)) {
      movedTo.set(i + 1, joined.length);
      joined.push({ ...one, end: next.end, until: next.value, relation: 'during', rule: 'range' });
      i++;
    } else joined.push(one);
  }
  return moveAnchors(joined, movedTo);
}

function isRange(one: WorkedTime, next: WorkedTime, text: string): boolean {
  if (one.until !== null || next.until !== null) return false;
  if (one.sentence !== next.sentence || one.type === 'DURATION' || one.type === 'SET') return false;
  if (next.type === 'DURATION' || next.type === 'SET' || one.value === null || next.value === null)
    return false;
  if (one.value.length > next.value.length + 3 || /_REF/.test(one.value + next.value)) return false;
  const between = text.slice(one.end, next.start);
  const to = TO.exec(between);
  if (to === null) return false;
  if (/[-–—]/.test(between)) return true;
  if (/to|until|till|through/.test(between)) return true;
  return (
    /^between/i.test(text.slice(one.start, one.end)) ||
    /between (?:the )?$/i.test(text.slice(Math.max(0, one.start - 14), one.start))
  );
}
