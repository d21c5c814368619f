/**
 * How likely a name means a place when nothing else is known: the decimal logarithm of its people, and what kind
 * of place it is. The numbers were set by hand; bench/places.ts shows what they do.
 */
import type { NamedPlace } from './gazetteer/gazetteer.ts';

/** People assumed where GeoNames gives none: a seat of a division is no hamlet. */
const AT_LEAST: Record<string, number> = {
  PPLC: 100_000,
  PPLA: 50_000,
  PPLA2: 10_000,
  PPLA3: 3_000,
};

const KIND_BONUS: Record<string, number> = {
  PPLC: 1.3,
  PPLA: 0.4,
  PPLA2: 0.15,
  ADM1: -0.4,
  ADM2: -0.7,
  PPLX: -0.8,
  PPLQ: -1,
  PPLH: -1,
};

/** Regions, rivers, seas and bases of our own tables are there because reports name them. */
const OUR_OWN = 4.7;
/** Of those imported most are known to their neighbours only. */
const IMPORTED = 2.3;

/** How a name met the row: a further name is often an old or foreign one. */
const VIA_BONUS: Record<NamedPlace['via'], number> = {
  main: 0,
  spelling: 0,
  demonym: 0,
  further: -1.2,
  loose: -1.5,
};

/** About 2 for a village, 6 for a large city, 9 and more for a country. */
export function fame(named: NamedPlace): number {
  return Math.round(exactFame(named) * 1000) / 1000;
}

function exactFame({ place, via }: NamedPlace): number {
  const { kind, imported } = place;
  if (kind.startsWith('PCL')) return Math.log10(place.population + 1000) + 3 + VIA_BONUS[via] * 0.2;
  if (!/^(?:PPL|STLMT|ADM)/.test(kind))
    return imported ? IMPORTED + VIA_BONUS[via] : OUR_OWN + (kind === 'CONT' ? 3 : 0);
  const people = Math.max(place.population, AT_LEAST[kind] ?? 300);
  return Math.log10(people) + (KIND_BONUS[kind] ?? 0) + VIA_BONUS[via];
}
