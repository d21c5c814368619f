/**
 * Reads a date that is written out in full: ISO 8601, RFC 2822, `7 October 2017`, `October 7, 2017 2:26 PM GMT`,
 * `2017/10/07`, `25/12/2017`. The whole text must be the date. Nothing is guessed: a date without its year, one whose
 * weekday does not fit, and 07/10/2017, which two conventions read two ways, are said to be unclear.
 */
import type { DateWords } from './date-words.ts';

export type ParsedDate =
  /** ISO 8601 date; a date-time where time and zone were both written. */
  { value: string } | { unclear: 'ambiguous' | 'no-year' | 'weekday-does-not-fit' };

const MAX_LENGTH = 80;
const YEARS = { first: 1900, last: 2100 };

/** @returns null where the text is no date at all */
export function parseDate(text: string, words: DateWords): ParsedDate | null {
  if (text.length > MAX_LENGTH) return null;
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return parseIso(trimmed) ?? parseNumeric(trimmed, words) ?? parseWords(trimmed, words);
}

interface Parts {
  year: number;
  month: number;
  day: number;
}

interface Clock {
  hour: number;
  minute: number;
  second: number;
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i;

function parseIso(text: string): ParsedDate | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const clock = hour ? { hour: +hour, minute: +minute!, second: +(second ?? 0) } : null;
  return written({ year: +year!, month: +month!, day: +day! }, clock, zone ? offsetOf(zone) : null);
}

const NUMERIC = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:,? (.+))?$/;

/** Slashes: only where no two readings are possible. Dots: day first, as every country that writes them does. */
function parseNumeric(text: string, words: DateWords): ParsedDate | null {
  const match = NUMERIC.exec(text);
  if (!match) return null;
  const [, first, mark, second, third, rest] = match;
  const clock = rest ? parseClock(rest, words) : { clock: null, offset: null };
  if (!clock) return null;
  const at = (year: string, month: string, day: string): ParsedDate | null =>
    written({ year: +year, month: +month, day: +day }, clock.clock, clock.offset);
  if (first!.length === 4) return at(first!, second!, third!);
  if (third!.length !== 4) return null;
  if (mark === '.' || first === second || +first! > 12) return at(third!, second!, first!);
  if (+second! > 12) return at(third!, first!, second!);
  return { unclear: 'ambiguous' };
}

/** Splits `Sat, 7 Oct 2017 02:26:00 PM +0200 (CEST)` into its words; each must be of a kind a date has, once. */
function parseWords(text: string, words: DateWords): ParsedDate | null {
  const found: Partial<Parts> & { weekday?: number; clock?: string[] } = {};
  const tokens = tokensOf(text);
  const numeric = tokens.find((token) => NUMERIC.test(token) && !CLOCK.test(token));
  // "13:26 14/09/2013": a clock and nothing else around a day in figures.
  if (numeric)
    return parseNumeric([numeric, ...tokens.filter((token) => token !== numeric)].join(' '), words);
  for (const token of tokens) {
    const month = words.months.get(token);
    const weekday = words.weekdays.get(token);
    const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token);
    if (month !== undefined && found.month === undefined) found.month = month;
    else if (weekday !== undefined && found.weekday === undefined) found.weekday = weekday;
    else if (/^\d{4}$/.test(token) && found.year === undefined) found.year = Number(token);
    else if (day && found.day === undefined) found.day = Number(day[1]);
    else if (isClockToken(token, words)) (found.clock ??= []).push(token);
    else return null;
  }
  const { year, month, day } = found;
  if (month === undefined || day === undefined) return null;
  const clock = parseClock((found.clock ?? []).join(' '), words);
  if (!clock) return null;
  if (year === undefined) return { unclear: 'no-year' };
  const parsed = written({ year, month, day }, clock.clock, clock.offset);
  if (parsed && found.weekday !== undefined && weekdayOf({ year, month, day }) !== found.weekday) {
    return { unclear: 'weekday-does-not-fit' };
  }
  return parsed;
}

const FILLERS = new Set(['at', 'on', 'of', 'the', 'time', 'local', 'hrs', 'hours', '']);

function tokensOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
      .replace(/(\d) (?=[ap]m\b)/g, '$1')
      .replace(/(\d:\d\d[ap])(?![a-z])/g, '$1m')
      .replace(/(\d{4})-(?=\d{1,2}:\d\d)/g, '$1 ')
      // "1052 GMT (1852 HKT)": the same moment told twice.
      .replace(/\b([01]\d|2[0-3])([0-5]\d) gmt \(\d{4} [a-z]{2,4}\)/, '$1:$2 gmt')
      .replace(/\(([a-z]+|(?:gmt|utc)[+-][\d:]+)\)$/, ' $1')
      .split(/[\s,|@–—]+|(?<=[a-z])\.|\s-\s/)
      .filter((token) => !FILLERS.has(token))
  );
}

const CLOCK = /^(\d{1,2})[:h.](\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(am|pm)?$/;
const HOUR = /^(\d{1,2})(am|pm)$/;
const OFFSET = /^(?:gmt|utc)?([+-]\d{1,2}(?::?\d{1,2})?)$/;

function isClockToken(token: string, words: DateWords): boolean {
  return (
    CLOCK.test(token) ||
    HOUR.test(token) ||
    OFFSET.test(token) ||
    words.zones.has(token) ||
    token === 'am' ||
    token === 'pm'
  );
}

/** A time of day with its zone; both null for an empty text, null where it is neither. */
function parseClock(text: string, words: DateWords): { clock: Clock | null; offset: string | null } | null {
  let clock: Clock | null = null;
  let offset: string | null = null;
  for (const token of tokensOf(text)) {
    const time = CLOCK.exec(token);
    const hour = HOUR.exec(token);
    const half = time?.[4] ?? hour?.[2] ?? (token === 'am' || token === 'pm' ? token : null);
    if (time && !clock) clock = { hour: +time[1]!, minute: +time[2]!, second: +(time[3] ?? 0) };
    else if (hour && !clock) clock = { hour: +hour[1]!, minute: 0, second: 0 };
    else if (OFFSET.test(token)) offset ??= offsetOf(OFFSET.exec(token)![1]!);
    else if (words.zones.has(token)) offset ??= words.zones.get(token)!;
    else if (!half) return null;
    if (half && clock) {
      if (clock.hour > 12) continue;
      clock = { ...clock, hour: (clock.hour % 12) + (half === 'pm' ? 12 : 0) };
    }
  }
  return { clock, offset };
}

function offsetOf(zone: string): string | null {
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z';
  const match = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (!match || +match[2]! > 14 || +(match[3] ?? 0) > 59) return null;
  const offset = `${match[1]}${match[2]!.padStart(2, '0')}:${match[3] ?? '00'}`;
  return offset;
}

/** The ISO form, or null where there is no such day. The time stands only with its zone: without, it fixes no instant. */
function written(parts: Parts, clock: Clock | null, offset: string | null): ParsedDate | null {
  const { year, month, day } = parts;
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 12) return null;
  if (day < 1 || day > daysIn(year, month)) return null;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!clock || !offset || clock.hour > 23 || clock.minute > 59 || clock.second > 60) return { value: date };
  const zone = /^[+-]00:00$/.test(offset) ? 'Z' : offset;
  return { value: `${date}T${two(clock.hour)}:${two(clock.minute)}:${two(clock.second)}${zone}` };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO weekday, Monday = 1. */
function weekdayOf({ year, month, day }: Parts): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}
