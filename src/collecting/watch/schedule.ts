/** When a feed is asked next: at its usual pace, later where its publisher says so, and ever later while it fails. */

const MOST_MS = 24 * 3600 * 1000;

export interface Pace {
  everyMs: number;
  /** 0 to 1, so that many watchers do not ask at one moment. */
  random: () => number;
}

/** @param minutes how long the feed says it stays as it is */
export function nextPoll(now: Date, minutes: number | null, { everyMs, random }: Pace): string {
  const wait = Math.max(everyMs, (minutes ?? 0) * 60_000);
  return later(now, wait * (0.95 + 0.1 * random()));
}

/** @param failures in a row, this one counted @param until where the server said when to come back */
export function nextTry(
  now: Date,
  failures: number,
  until: string | null,
  { everyMs, random }: Pace,
): string {
  const wait = Math.min(MOST_MS, everyMs * 2 ** Math.min(failures, 20)) * (0.75 + 0.5 * random());
  const asked = Date.parse(until ?? '') - now.getTime();
  return later(now, Math.max(wait, Number.isFinite(asked) ? asked : 0));
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString();
