/**
 * Reads a date that is written out in full, in any language of dictionaries/dates: ISO 8601, RFC 2822, `7 October 2017`,
 * `October 7, 2017 2:26 PM GMT`, `2017/10/07`, `25.12.2017`, `٧ تشرين الأول ٢٠١٧`, `15 مهر 1396`. The whole text must be
 * the date. Nothing is guessed: a date without its year, one whose weekday does not fit, one of a calendar that is not
 * read, and 07/10/2017 where the language does not settle it, are said to be unclear.
 */
import { type Day, fromJalali, isDay, isJalaliYear, weekdayOf } from './calendar.ts';
import { type ClockParts, offsetOf, readClock, writtenClock } from './clock.ts';
import type { DateMeaning, DateWords } from './date-words.ts';
import { fold } from './fold.ts';

export type Unclear = 'ambiguous' | 'no-year' | 'weekday-does-not-fit' | 'another-calendar';

export type ParsedDate =
  /** ISO 8601 date; a date-time where time and zone were both written. */
  { value: string; dayFirst?: true } | { unclear: Unclear };

const MAX_LENGTH = 100;
const MAX_TOKENS = 24;
/** Words of a phrase: تشرين الأول, heure de … */
const MAX_PHRASE = 3;

/**
 * @param locale the text's language or locale as a tag in lower case, `ar` or `en-gb`; null where it is not known
 * @returns null where the text is no date at all
 */
export function parseDate(text: string, words: DateWords, locale: string | null = null): ParsedDate | null {
  if (text.length > MAX_LENGTH) return null;
  const folded = fold(text).trim().replace(/\s+/g, ' ');
  return parseIso(folded) ?? parseTokens(folded, words, locale);
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[t ]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?)?$/;

function parseIso(text: string): ParsedDate | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const time = hour ? { hour: +hour, minute: +minute!, second: +(second ?? 0) } : null;
  const offset = zone ? offsetOf(zone) : null;
  return written({ year: +year!, month: +month!, day: +day! }, { time, half: null, offset });
}

/** What the words of a date have said so far. */
interface Said extends ClockParts {
  year: number | null;
  month: number | null;
  day: number | null;
  weekday: number | null;
  jalali: boolean;
  calendar: boolean;
  dayFirst: boolean;
  unclear: Unclear | null;
  /** Words that are a month or a weekday: `mar.` is March or mardi. */
  either: DateMeaning[][];
}

/** Each word must be of a kind a date has, once. */
function parseTokens(text: string, words: DateWords, locale: string | null): ParsedDate | null {
  const tokens = tokensOf(text);
  if (tokens.length === 0 || tokens.length > MAX_TOKENS) return null;
  const said: Said = {
    ...{ year: null, month: null, day: null, weekday: null, time: null, half: null, offset: null },
    ...{ jalali: false, calendar: false, dayFirst: false, unclear: null, either: [] },
  };
  for (let at = 0; at < tokens.length; ) {
    const length = sayFigures(tokens[at]!, words, locale, said)
      ? 1
      : sayWords(tokens, at, words, locale, said);
    if (length === 0) return null;
    at += length;
  }
  for (const meanings of said.either) {
    const kind = said.month === null ? 'month' : 'weekday';
    const meaning = meanings.find((one) => one.kind === kind);
    if (!meaning || !set(said, kind, Number(meaning.value))) return null;
  }
  return dateOf(said);
}

function dateOf(said: Said): ParsedDate | null {
  const { year, month, day, weekday, dayFirst } = said;
  if (said.calendar && day !== null) return { unclear: 'another-calendar' };
  if (said.unclear) return { unclear: said.unclear };
  if (month === null || day === null) return null;
  if (year === null) return { unclear: 'no-year' };
  const found = said.jalali ? fromJalali({ year, month, day }) : { year, month, day };
  const parsed = found && written(found, said);
  if (!parsed || 'unclear' in parsed) return parsed;
  if (weekday !== null && weekdayOf(found) !== weekday) return { unclear: 'weekday-does-not-fit' };
  return dayFirst ? { ...parsed, dayFirst } : parsed;
}

function tokensOf(text: string): string[] {
  return (
    text
      .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
      .replace(/(\d) (?=[ap]m\b)/g, '$1')
      .replace(/(\d:\d\d[ap])(?![a-z])/g, '$1m')
      .replace(/\b(\d{1,2}) ?h ?(\d{2})\b/g, '$1:$2')
      .replace(/(\d{4})-(?=\d{1,2}:\d\d)/g, '$1 ')
      // "1052 GMT (1852 HKT)": the same moment told twice.
      .replace(/\b([01]\d|2[0-3])([0-5]\d) gmt \(\d{4} [a-z]{2,4}\)/, '$1:$2 gmt')
      .split(/[\s,|@–—،؛;•·()«»]+|(?<=\p{L})[./:]|\s-\s|^-\s/u)
      .filter((token) => token !== '' && token !== '-' && token !== '/')
  );
}

/** Takes a token of figures: a day, a year, a date in figures, a time. */
function sayFigures(token: string, words: DateWords, locale: string | null, said: Said): boolean {
  if (!/^[\d+-]|^(?:gmt|utc)[+-]/.test(token)) return false;
  if (/^\d{4}$/.test(token)) return set(said, 'year', Number(token));
  const day = /^(\d{1,2})(?:st|nd|rd|th|er|-?го|\.)?$/.exec(token);
  if (day) return set(said, 'day', Number(day[1]));
  if (sayDate(token, words, locale, said)) return true;
  const clock = readClock(token);
  if (!clock) return false;
  if (clock.time && said.time) return false;
  said.time ??= clock.time ?? null;
  said.half ??= clock.half ?? null;
  said.offset ??= clock.offset ?? null;
  return true;
}

const NUMERIC = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})(?:t(\d{2}:\d{2}(?::\d{2})?z?))?\.?$/;

/** Slashes and hyphens: only where no two readings are possible, or the language knows one. Dots: day first. */
function sayDate(token: string, words: DateWords, locale: string | null, said: Said): boolean {
  const match = NUMERIC.exec(token);
  if (!match || said.month !== null || said.day !== null || said.year !== null) return false;
  const [, first, mark, second, third, time] = match;
  if (time) said.time = readClock(time)?.time ?? null;
  const say = (year: string, month: string, day: string): boolean => {
    Object.assign(said, { year: +year, month: +month, day: +day });
    said.jalali = locale === 'fa' && isJalaliYear(+year);
    return true;
  };
  if (first!.length === 4) return third!.length <= 2 && say(first!, second!, third!);
  if (third!.length !== 4 || first!.length > 2) return false;
  if (mark === '.' || first === second || +first! > 12) return say(third!, second!, first!);
  if (+second! > 12) return say(third!, first!, second!);
  if (!isDayFirst(words, locale)) {
    said.unclear = 'ambiguous';
    return true;
  }
  said.dayFirst = true;
  return say(third!, second!, first!);
}

function isDayFirst({ dayFirst }: DateWords, locale: string | null): boolean {
  return locale !== null && (dayFirst.has(locale) || dayFirst.has(locale.split('-')[0]!));
}

/** Takes the longest phrase that stands at a token. @returns how many tokens it has, 0 for none */
function sayWords(
  tokens: readonly string[],
  at: number,
  words: DateWords,
  locale: string | null,
  said: Said,
): number {
  for (let length = Math.min(MAX_PHRASE, tokens.length - at); length > 0; length--) {
    const meanings = words.meanings.get(tokens.slice(at, at + length).join(' '));
    if (meanings && sayMeaning(inLanguage(meanings, locale), said)) return length;
  }
  return 0;
}

/** What a word says in the text's language, else in all that know it. */
function inLanguage(meanings: readonly DateMeaning[], locale: string | null): readonly DateMeaning[] {
  const own = meanings.filter(({ language }) => language === '*' || language === locale?.split('-')[0]);
  return own.length > 0 ? own : meanings;
}

function sayMeaning(meanings: readonly DateMeaning[], said: Said): boolean {
  const of = (kind: DateMeaning['kind']) => meanings.filter((one) => one.kind === kind);
  const [months, weekdays] = [of('month'), of('weekday')];
  if (months.length > 0 && weekdays.length > 0) return said.either.push([...meanings]) < 3;
  const agreed = (all: DateMeaning[]) => all.length > 0 && new Set(all.map(({ value }) => value)).size === 1;
  if (agreed(months)) return set(said, 'month', Number(months[0]!.value));
  if (agreed(weekdays)) return set(said, 'weekday', Number(weekdays[0]!.value));
  const [jalali] = of('jalali-month');
  if (jalali) {
    said.jalali = true;
    return set(said, 'month', Number(jalali.value));
  }
  const [half] = of('half');
  // م stands for the afternoon behind a time, and for the common era behind a year.
  if (half && said.time && said.half === null) {
    said.half = half.value as 'am' | 'pm';
    return true;
  }
  const [zone] = of('zone');
  if (zone) said.offset ??= zone.value === '?' ? null : zone.value;
  if (of('calendar').length > 0) said.calendar = true;
  return zone !== undefined || said.calendar || of('filler').length > 0 || half !== undefined;
}

/** @returns false where it was said before, and otherwise: تشرين الأول/أكتوبر says one month twice */
function set(said: Said, part: 'year' | 'month' | 'day' | 'weekday', value: number): boolean {
  if (said[part] !== null && !(part === 'month' && said.month === value)) return false;
  said[part] = value;
  return true;
}

/** The ISO form, or null where there is no such day. The time stands only with its zone: without, it fixes no instant. */
function written(day: Day, clock: ClockParts): ParsedDate | null {
  if (!isDay(day)) return null;
  const date = [day.year, day.month, day.day].map((part) => String(part).padStart(2, '0')).join('-');
  return { value: `${date}${writtenClock(clock)}` };
}
