/** The gazetteer as the resolver sees it: names to places. Nothing here depends on where the rows came from. */
import { distanceKm } from '../geometry.ts';
import { foldName, looseKey } from './folding.ts';
import type { GazetteerPlace, NamedPlace } from './gazetteer-place.ts';
import type { NameKind } from './key-index.ts';
import { Layer } from './layer.ts';

export type { Box, GazetteerPlace, NamedPlace } from './gazetteer-place.ts';

/** The same country or division in two files is one place, whether or not a file gives it a GeoNames id. */
function identityOf(place: GazetteerPlace): string {
  if (place.kind.startsWith('PCL')) return `c${place.country}`;
  if (place.kind === 'ADM1' && place.admin1Code !== null) return `a${place.admin1Code}`;
  if (place.kind === 'ADM2') return `b${place.admin1Code}/${place.country}/${foldName(place.name)}`;
  return place.geonames === null ? `k${place.key}` : `g${place.geonames}`;
}

/** A place with what a second file knows of it: its GeoNames id, its P-code, the outline of a division. */
function enriched(place: GazetteerPlace, other: GazetteerPlace): GazetteerPlace {
  const geonames = place.geonames ?? other.geonames;
  const pcode = place.pcode ?? other.pcode;
  // A division has the middle and extent of its towns at first: a boundary says better.
  const outlined = other.imported && other.box !== null && other.kind.startsWith('ADM');
  const where = outlined ? { lat: other.lat, lon: other.lon, box: other.box } : {};
  return { ...place, geonames, pcode, ...where };
}

/** Two files' points of one division are seldom further apart. */
const SAME_DIVISION_KM = 80;
const SAME_TOWN_KM = 8;

/** A division of a table with P-codes is the gazetteer's division of that name and level: it lends its code. */
function foldPcodes(found: NamedPlace[]): NamedPlace[] {
  const coded = found.filter(({ place }) => place.pcode !== null && place.geonames === null);
  const folded = new Set<NamedPlace>();
  for (const one of coded) {
    const other = found.find(
      ({ place }) =>
        place.pcode === null &&
        place.country === one.place.country &&
        (place.kind === one.place.kind || (one.place.kind === 'PPL' && place.kind.startsWith('PPL'))) &&
        distanceKm(place, one.place) <= (one.place.kind === 'PPL' ? SAME_TOWN_KM : SAME_DIVISION_KM),
    );
    if (other === undefined) continue;
    other.place = enriched(other.place, one.place);
    folded.add(one);
  }
  return folded.size === 0 ? found : found.filter((one) => !folded.has(one));
}

/** Rows of a second file start here, so that keys never meet. */
const LAYER_SPAN = 2 ** 30;

/** Names remembered; then the memory starts afresh. */
const MOST_RECENT = 2000;

export class Gazetteer {
  private readonly layers: Layer[];
  private readonly byCode = new Map<string, number>();
  /** Names looked up lately: an article says its names again and again. */
  private readonly recent = new Map<string, readonly NamedPlace[]>();
  /** ISO codes of the countries that touch each country. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  private readonly capitals: ReadonlyMap<string, number>;
  /** Two-letter codes of countries by the three-letter ones. */
  private readonly iso3: ReadonlyMap<string, string>;
  /** Countries whose names are written with the Arabic article, for the loose key. */
  readonly looseCountries: ReadonlySet<string>;

  constructor(layers: Layer[]) {
    this.layers = layers;
    const about = layers[0]!.about as {
      neighbours?: Record<string, string[]>;
      looseCountries?: string[];
      capitals?: Record<string, number>;
      iso3?: Record<string, string>;
    };
    this.iso3 = new Map(Object.entries(about.iso3 ?? {}));
    this.capitals = new Map(Object.entries(about.capitals ?? {}));
    this.neighbours = new Map(Object.entries(about.neighbours ?? {}));
    this.looseCountries = new Set(about.looseCountries ?? []);
    this.layers.forEach((layer, i) => {
      // The first layer speaks for a country; a later one may bring divisions the first lacks.
      for (const [row, code] of layer.coded())
        if (!this.byCode.has(code)) this.byCode.set(code, i * LAYER_SPAN + row);
    });
  }

  /** The built-in file alone: what the language network was taught to know. */
  get builtIn(): Gazetteer {
    return this.layers.length === 1 ? this : new Gazetteer([this.layers[0]!]);
  }

  /** What the built-in file says of itself: sources, attribution, counts. */
  get about(): Record<string, unknown> {
    return this.layers[0]!.about;
  }

  /** Rows in all files. */
  get size(): number {
    return this.layers.reduce((sum, layer) => sum + layer.rows, 0);
  }

  place(key: number): GazetteerPlace {
    return this.layers[Math.floor(key / LAYER_SPAN)]!.place(key % LAYER_SPAN);
  }

  /** A country by ISO code (`SY`) or a first-level division by code (`SY.07`). */
  coded(code: string): GazetteerPlace | null {
    const key = this.byCode.get(code);
    return key === undefined ? null : this.place(key);
  }

  /** The capital of a country by ISO code. */
  capital(country: string): GazetteerPlace | null {
    const row = this.capitals.get(country);
    return row === undefined ? null : this.place(row);
  }

  /** Two-letter code of a country told by its code of two or three letters or by its name; null when it is none. */
  countryCode(told: string): string | null {
    const code = told.trim().toUpperCase();
    if (code.length === 2) return this.coded(code) === null ? null : code;
    if (this.iso3.has(code)) return this.iso3.get(code)!;
    const found = this.named(told).find(
      ({ place, via }) => place.kind.startsWith('PCL') && via !== 'demonym',
    );
    return found?.place.country ?? null;
  }

  /** Every place of exactly this name, but for case, accents and punctuation. */
  named(name: string): readonly NamedPlace[] {
    const folded = foldName(name);
    let found = this.recent.get(folded);
    if (found === undefined) {
      found = this.merge((layer) => layer.exact.get(folded));
      if (this.recent.size >= MOST_RECENT) this.recent.clear();
      this.recent.set(folded, found);
    }
    return found;
  }

  /** Whether some place has exactly this folded name: cheaper than `named`. */
  knows(folded: string): boolean {
    return this.layers.some((layer) => layer.exact.get(folded).length > 0);
  }

  /** Whether some place has the loose key of this name. */
  knowsLoosely(name: string): boolean {
    const key = looseKey(foldName(name));
    return this.layers.some((layer) => layer.loose.get(key).length > 0);
  }

  /** Places met by the loose key only: candidates for an article that speaks for their country. */
  namedLoosely(name: string): NamedPlace[] {
    const key = looseKey(foldName(name));
    const met = this.merge((layer) => layer.loose.get(key));
    return met
      .filter(({ place }) => place.country !== null && this.looseCountries.has(place.country))
      .map(({ place }) => ({ place, via: 'loose' as const }));
  }

  private merge(get: (layer: Layer) => { row: number; kind: NameKind }[]): NamedPlace[] {
    const found: NamedPlace[] = [];
    const seen = new Map<string, number>();
    this.layers.forEach((layer, i) => {
      for (const { row, kind } of get(layer)) {
        const place = this.place(i * LAYER_SPAN + row);
        const identity = identityOf(place);
        const before = seen.get(identity);
        if (before === undefined) {
          seen.set(identity, found.length);
          found.push({ place, via: kind });
        } else {
          const known = found[before]!;
          if (kind === 'main') known.via = 'main';
          known.place = enriched(known.place, place);
        }
      }
    });
    return foldPcodes(found);
  }
}

/**
 * Opens the built-in gazetteer and, where there is one, an imported file beside it. Pure: the bytes come from
 * `engine.ts`. Throws a plain `Error` on bytes that are no gazetteer.
 */
export function openGazetteer(bytes: Uint8Array, extra?: Uint8Array): Gazetteer {
  const files = extra === undefined ? [bytes] : [bytes, extra];
  return new Gazetteer(files.map((file, i) => new Layer(file, i * LAYER_SPAN)));
}
