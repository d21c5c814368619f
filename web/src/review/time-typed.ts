/** A day, month or year as typed, or two of them with "/" between, as a stretch of days. */
export interface TypedTime {
  value: string | null;
  from: string;
  to: string;
  precision: 'day' | 'month' | 'year' | 'unknown';
}

export function timeTyped(typed: string): TypedTime | null {
  const [first = '', second = first, ...more] = typed.trim().split(/\s*\/\s*/);
  const start = stretch(first);
  const end = stretch(second);
  if (!start || !end || more.length > 0 || start.from > end.to) return null;
  const one = first === second;
  return {
    value: one ? first : null,
    from: start.from,
    to: end.to,
    precision: one ? start.precision : 'unknown',
  };
}

function stretch(date: string): Omit<TypedTime, 'value'> | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (!year) return null;
  if (!month) return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > last) return null;
  if (!day) return { from: `${date}-01`, to: `${date}-${last}`, precision: 'month' };
  return { from: date, to: date, precision: 'day' };
}

/** "35.02, 40.45" as a point; null for anything else. */
export function pointTyped(typed: string): { lat: number; lon: number } | null {
  const [, lat, lon] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(typed) ?? [];
  if (lat === undefined || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) return null;
  const round = (degrees: string) => Math.round(Number(degrees) * 1e4) / 1e4;
  return { lat: round(lat), lon: round(lon!) };
}
