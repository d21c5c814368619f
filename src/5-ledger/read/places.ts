/** The claims that match, by place: counted over the columns, so that a map of 100 000 claims is one quick question. */
import { CERTAINTIES, type PlacePrecision } from '../../records/index.ts';
import type { ClaimColumns } from '../columns/claim-columns.ts';
import { matching } from '../columns/matching.ts';
import type { ReadOptions } from '../contract.ts';
import type { Store } from '../store.ts';
import type { ClaimFilter } from './claim-types.ts';
import type { PlaceCount, PlaceCounts } from './overview-types.ts';

const PLACES_LISTED = 10_000;
const PARTS = ['point', 'place', 'place_status', 'precision', 'country', 'admin1', 'certainty'] as const;

/** Conditions on what the map itself chooses are left out, so that what lies around can be seen and chosen. */
export async function countPlaces(
  store: Store,
  filter: ClaimFilter,
  options?: ReadOptions,
): Promise<PlaceCounts> {
  const { box: _box, placed: _placed, ...rest } = filter;
  const { columns, mask } = await matching(store, rest, PARTS, options);
  const unplaced = new Map<string, number>();
  const places = new PlaceTable(columns);
  const { place_status: status } = columns.text;
  const lat = columns.numbers.lat.numbers;
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue;
    if (!Number.isNaN(lat[i]!)) places.add(i);
    else {
      const why = status.values[status.codes[i]!] ?? 'none';
      unplaced.set(why, (unplaced.get(why) ?? 0) + 1);
    }
  }
  return listed(places.all, unplaced);
}

function listed(all: PlaceCount[], unplaced: ReadonlyMap<string, number>): PlaceCounts {
  all.sort((a, b) => b.claims - a.claims || order(a, b));
  const left = all.slice(PLACES_LISTED);
  const sum = (places: readonly PlaceCount[]) => places.reduce((n, { claims }) => n + claims, 0);
  return {
    places: all.slice(0, PLACES_LISTED),
    more: { places: left.length, claims: sum(left) },
    placed: sum(all),
    unplaced: [...unplaced]
      .map(([status, claims]) => ({ status, claims }))
      .sort((a, b) => b.claims - a.claims || (a.status < b.status ? -1 : 1)),
  };
}

const keyOf = ({ name, lat, lon, precision }: PlaceCount) => `${name} ${lat} ${lon} ${precision}`;
const order = (a: PlaceCount, b: PlaceCount) => (keyOf(a) < keyOf(b) ? -1 : 1);

/** Places by name, precision and coordinates; no text is made for a claim. */
class PlaceTable {
  readonly all: PlaceCount[] = [];
  readonly #columns: ClaimColumns;
  readonly #byKey = new Map<number, PlaceCount[]>();
  readonly #certainty: Int8Array;

  constructor(columns: ClaimColumns) {
    this.#columns = columns;
    const order = CERTAINTIES as readonly (string | null)[];
    this.#certainty = Int8Array.from(columns.text.certainty.values, (value) => order.indexOf(value));
  }

  add(i: number): void {
    const { place, precision, certainty } = this.#columns.text;
    const lat = this.#columns.numbers.lat.numbers[i]!;
    const lon = this.#columns.numbers.lon.numbers[i]!;
    const key = place.codes[i]! * 64 + precision.codes[i]!;
    let sameName = this.#byKey.get(key);
    if (!sameName) this.#byKey.set(key, (sameName = []));
    let found = sameName.find((one) => one.lat === lat && one.lon === lon);
    if (!found) {
      found = this.#newPlace(i, lat, lon);
      sameName.push(found);
      this.all.push(found);
    }
    found.claims++;
    found.certainty[this.#certainty[certainty.codes[i]!]!]!++;
  }

  #newPlace(i: number, lat: number, lon: number): PlaceCount {
    const { place, precision, country, admin1 } = this.#columns.text;
    return {
      name: place.values[place.codes[i]!]!,
      country: country.values[country.codes[i]!]!,
      admin1: admin1.values[admin1.codes[i]!]!,
      lat,
      lon,
      precision: precision.values[precision.codes[i]!] as PlacePrecision | null,
      claims: 0,
      certainty: CERTAINTIES.map(() => 0),
    };
  }
}
