/** Dates of feeds and sitemaps to ISO 8601; what names no zone stays a day, since no zone may be guessed. */

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const RFC822 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4}|\d{2})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,4})?)?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 822's names of zones; others are too ambiguous to be used. */
const ZONES: Readonly<Record<string, string>> = {
  UT: '+0000',
  UTC: '+0000',
  GMT: '+0000',
  Z: '+0000',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
};

export function isoDate(written: unknown): string | null {
  const text = typeof written === 'string' ? written.trim().slice(0, 60) : '';
  const iso = ISO.exec(text);
  if (iso) {
    const [, day, time, seconds = ':00', zone] = iso;
    return real(day!, time && zone ? `T${time}${seconds}${withColon(zone.toUpperCase())}` : '');
  }
  const rfc = RFC822.exec(text);
  if (!rfc) return null;
  const [, date, monthName, yearText, hour, minute, second = '00', zoneName] = rfc;
  const month = MONTHS.indexOf(monthName!.toLowerCase()) + 1;
  if (month === 0) return null;
  const year = yearText!.length === 4 ? yearText! : `${Number(yearText) < 70 ? '20' : '19'}${yearText}`;
  const day = `${year}-${String(month).padStart(2, '0')}-${date!.padStart(2, '0')}`;
  const zone = zoneName && (ZONES[zoneName.toUpperCase()] ?? (/^[+-]/.test(zoneName) ? zoneName : undefined));
  return real(day, hour && zone ? `T${hour.padStart(2, '0')}:${minute}:${second}${withColon(zone)}` : '');
}

const withColon = (zone: string) =>
  zone === 'Z' || zone === '+0000' || zone === '-0000'
    ? 'Z'
    : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');

/** Only a day that is in the calendar, and a time that is on the clock. */
function real(day: string, time: string): string | null {
  const parsed = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(parsed) || !new Date(parsed).toISOString().startsWith(day)) return null;
  return time === '' || Number.isNaN(Date.parse(day + time)) ? day : day + time;
}
