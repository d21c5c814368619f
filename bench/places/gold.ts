/** Gold spans and where they are, from the three public sets, in one form. */
import { corpus, jsonLines } from '../corpora.ts';

export interface GoldToponym {
  start: number;
  end: number;
  name: string;
  lat: number;
  lon: number;
  geonamesId?: number;
  canonical?: string;
  fclass?: string;
  fcode?: string;
  country?: string;
  admin1?: string;
  page?: string;
  type?: string;
}

export interface GoldText {
  id: string;
  title?: string;
  published?: string;
  url?: string;
  text: string;
  toponyms: GoldToponym[];
  unlinked: { start: number; end: number }[];
}

/** The texts of a set of SETS or another file of corpora/. */
export const readLines = <T>(file: string): T[] => jsonLines<T>(corpus(`corpora/${file}`));

export const SETS = {
  LGL: 'lgl/lgl.jsonl',
  GeoWebNews: 'geowebnews/geowebnews.jsonl',
  GeoVirus: 'geovirus/geovirus.jsonl',
} as const;
