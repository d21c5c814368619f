/** Of several Readings of a document, the one in force after ledgers were joined: a rule, not who came last. */
import type { EngineStamp } from '../../records/index.ts';

interface Candidate {
  id: string;
  engine: EngineStamp;
}

/** That of the newer engine; between Readings of one engine, the greater id. */
export function laterReading<T extends Candidate>(a: T, b: T): T {
  const byVersion = compareVersions(a.engine.version, b.engine.version);
  if (byVersion !== 0) return byVersion > 0 ? a : b;
  return a.id > b.id ? a : b;
}

/** `0.10.2` is after `0.9.9`; what is no number counts as text. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(/[.+-]/), b.split(/[.+-]/)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    const numbers = /^\d+$/.test(x) && /^\d+$/.test(y);
    if (numbers && Number(x) !== Number(y)) return Number(x) - Number(y);
    if (!numbers) return x < y ? -1 : 1;
  }
  return 0;
}
