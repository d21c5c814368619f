/** Gold spans and where they are, from the four public sets, in one form. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const CORPORA = path.resolve(
  process.env.REPORTEDLY_CORPORA ?? path.resolve(import.meta.dirname, '../../shared'),
  'corpora',
);

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

export function readLines<T>(file: string): T[] {
  return readFileSync(path.join(CORPORA, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export const SETS = {
  LGL: 'lgl/lgl.jsonl',
  GeoWebNews: 'geowebnews/geowebnews.jsonl',
  GeoVirus: 'geovirus/geovirus.jsonl',
} as const;
