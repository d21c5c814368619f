/** A row of the gazetteer, as the resolver sees it. */
import type { NameKind } from './key-index.ts';

/** West, south, east, north in degrees. */
export type Box = [number, number, number, number];

/** One row of a gazetteer. */
export interface GazetteerPlace {
  /** Unique among all open rows. */
  key: number;
  /** GeoNames id; null for rows that have none. */
  geonames: number | null;
  name: string;
  /** GeoNames feature code: PPL, PPLC, ADM1, ADM2, PCLI, RGN, STM, AIRB … */
  kind: string;
  /** ISO 3166-1 alpha-2; null for what spans countries (see `countries`). */
  country: string | null;
  /** Countries it lies in; one, save for rivers, seas and regions. */
  countries: string[];
  /** Code of the first-level division, `SY.07`, and its name. */
  admin1Code: string | null;
  admin1: string | null;
  admin2: string | null;
  lat: number;
  lon: number;
  population: number;
  box: Box | null;
  /** Place code of the humanitarian common data sets, where the row has one. */
  pcode: string | null;
  /** From an imported file: of rivers, farms and hills it has all, the built-in one only those that reports name. */
  imported: boolean;
}

/** A place that bears a looked-up name, and how. */
export interface NamedPlace {
  place: GazetteerPlace;
  /** `loose`: met only by the loose key. */
  via: NameKind | 'loose';
}
