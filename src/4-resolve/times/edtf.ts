/** Times in the Extended Date/Time Format (ISO 8601-2, level 1) for exports. */
import type { Time } from '../../records/index.ts';

/** EDTF season codes. */
const SEASONS: Record<string, string> = { SP: '21', SU: '22', FA: '23', WI: '24' };

/**
 * A time as EDTF: `2017-10-06`, `2017-10`, `2017-21`, `2017-10-02/2017-10-08`, open ends as `..`
 * (`2017-10-10/..`). Null when nothing is known of it.
 */
export function toEdtf(time: Pick<Time, 'value' | 'from' | 'to' | 'relation' | 'precision'>): string | null {
  const { from, to, value, relation } = time;
  if (from === null && to === null) return null;
  if (relation === 'since' || (relation === 'after' && to === null)) return `${from}/..`;
  if (relation === 'until' || relation === 'before') return `../${to}`;
  if (from === null) return `../${to}`;
  if (to === null) return `${from}/..`;
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value ?? '');
  if (season !== null) return `${season[1]}-${SEASONS[season[2]!]}`;
  if (value !== null && /^\d{4}(?:-\d\d)?$/.test(value)) return value;
  if (value !== null && /^\d{3}$/.test(value)) return `${value}X`;
  return from === to ? from : `${from}/${to}`;
}
