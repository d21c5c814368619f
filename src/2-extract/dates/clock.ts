/** A time of day with its zone, in the words of a date. */

export interface Clock {
  hour: number;
  minute: number;
  second: number;
}

/** What a date's words say of the time of day: figures, then halves and zones. */
export interface ClockParts {
  time: Clock | null;
  half: 'am' | 'pm' | null;
  /** `+02:00`; null where none was named, or one that fixes no instant. */
  offset: string | null;
}

const CLOCK = /^(\d{1,2})[:h.](\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(am|pm)?(z)?$/;
const HOUR = /^(\d{1,2})(am|pm)$/;
const OFFSET = /^(?:gmt|utc)?([+-]\d{1,2}(?::?\d{1,2})?)$/;

/** What one token of figures says; null where it is no time of day. */
export function readClock(token: string): Partial<ClockParts> | null {
  const time = CLOCK.exec(token);
  if (time) {
    const [, hour, minute, second, half, zulu] = time;
    return {
      time: { hour: +hour!, minute: +minute!, second: +(second ?? 0) },
      ...(half ? { half: half as 'am' | 'pm' } : {}),
      ...(zulu ? { offset: 'Z' } : {}),
    };
  }
  const hour = HOUR.exec(token);
  if (hour) return { time: { hour: +hour[1]!, minute: 0, second: 0 }, half: hour[2] as 'am' | 'pm' };
  const offset = OFFSET.exec(token);
  return offset ? { offset: offsetOf(offset[1]!) } : null;
}

export function offsetOf(zone: string): string | null {
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z';
  const match = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (!match || +match[2]! > 14 || +(match[3] ?? 0) > 59) return null;
  return `${match[1]}${match[2]!.padStart(2, '0')}:${match[3] ?? '00'}`;
}

/** The time as ISO 8601 has it behind a day; empty where it fixes no instant. */
export function writtenClock({ time, half, offset }: ClockParts): string {
  if (!time || !offset) return '';
  // 14:30 pm says its half twice.
  const hour = half && time.hour <= 12 ? (time.hour % 12) + (half === 'pm' ? 12 : 0) : time.hour;
  if (hour > 23 || time.minute > 59 || time.second > 60) return '';
  const zone = /^[+-]00:00$/.test(offset) ? 'Z' : offset;
  return `T${[hour, time.minute, time.second].map((part) => String(part).padStart(2, '0')).join(':')}${zone}`;
}
