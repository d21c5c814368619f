/** When a failure is tried again without being told to: what lies with a server or a line may pass; a file stays as it is. */

/** Failures that may pass, with the minutes to the first retry; each further failure doubles them. */
const FIRST_MINUTES: Readonly<Record<string, number>> = {
  'url-unreachable': 5,
  'url-slow': 10,
  'url-status': 30,
  'url-busy': 30,
  'proxy-failed': 5,
  'listing-partly': 60,
};
const MOST_MINUTES = 24 * 60;

/**
 * @param times how often it has failed, this time counted
 * @param until where the server said when to come back, not before then
 */
export function whenDue(code: string, times: number, now: Date, until: string | null = null): Date | null {
  const first = FIRST_MINUTES[code];
  if (first === undefined) return null;
  const minutes = Math.min(MOST_MINUTES, first * 2 ** Math.min(times - 1, 20));
  return new Date(Math.max(now.getTime() + minutes * 60_000, Date.parse(until ?? '') || 0));
}
