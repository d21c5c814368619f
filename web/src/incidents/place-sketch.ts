/** Places of an incident on a plane: north up, one scale both ways. */
import type { ClaimItem } from '../api.ts';

type Place = NonNullable<ClaimItem['place']>;

export interface Spot {
  name: string;
  precision: string | null;
  x: number;
  y: number;
  /** Radius of what is drawn for it, in the units of the drawing; 0 for a point. */
  radius: number;
  /** Height of its name, which stands beside it and over no other name. */
  label: number;
  claims: number;
}

export interface Sketch {
  spots: Spot[];
  /** Length of the bar that stands for `km`. */
  bar: number;
  km: number;
  /** West, south, east, north of what is drawn. */
  box: [number, number, number, number];
  project: (lon: number, lat: number) => [x: number, y: number];
}

export const BOX = { width: 640, height: 300, edge: 40 };
const KM_PER_DEGREE = 111.2;
/** No less is shown, so that something known stands around a lone place. */
const LEAST_KM = 60;

/** How far round its point a place may lie: a drawing of what is not known, no outline. */
const RADIUS_KM: Record<string, number> = { near: 8, district: 18, province: 55, region: 45, sea: 70 };

/** Null where no claim has a place on a map. */
export function sketchOf(claims: readonly ClaimItem[]): Sketch | null {
  const found = new Map<string, { place: Place; claims: number }>();
  for (const { place } of claims) {
    if (!place || place.lat === null || place.lon === null || place.precision === 'country') continue;
    const key = `${place.lat} ${place.lon} ${place.precision}`;
    const before = found.get(key);
    if (before) before.claims++;
    else found.set(key, { place, claims: 1 });
  }
  const all = [...found.values()];
  if (all.length === 0) return null;
  const radius = ({ place }: (typeof all)[number]) => RADIUS_KM[place.precision ?? 'near'] ?? 0;
  const middle = all.reduce((sum, { place }) => sum + place.lat!, 0) / all.length;
  const squeeze = Math.cos((middle * Math.PI) / 180);
  const east = (lon: number) => lon * KM_PER_DEGREE * squeeze;
  const north = (lat: number) => lat * KM_PER_DEGREE;
  const across = all.map((one) => ({ at: east(one.place.lon!), radius: radius(one) }));
  const along = all.map((one) => ({ at: north(one.place.lat!), radius: radius(one) }));
  const [midX, wide] = extent(across);
  const [midY, tall] = extent(along);
  const scale = Math.min((BOX.width - 4 * BOX.edge) / wide, (BOX.height - 2 * BOX.edge) / tall);
  const project = (lon: number, lat: number): [number, number] => [
    BOX.width / 2 + (east(lon) - midX) * scale,
    BOX.height / 2 - (north(lat) - midY) * scale,
  ];
  const spots = all.map((one) => {
    const [x, y] = project(one.place.lon!, one.place.lat!);
    return {
      name: one.place.name ?? one.place.text ?? '',
      precision: one.place.precision,
      x: Math.round(x),
      y: Math.round(y),
      radius: Math.max(radius(one) * scale, radius(one) > 0 ? 12 : 0),
      label: 0,
      claims: one.claims,
    };
  });
  placeLabels(spots);
  const km = roundDown(120 / scale);
  const halfWide = BOX.width / 2 / scale / KM_PER_DEGREE / squeeze;
  const halfTall = BOX.height / 2 / scale / KM_PER_DEGREE;
  const [lon, lat] = [midX / KM_PER_DEGREE / squeeze, midY / KM_PER_DEGREE];
  return {
    ...{ spots, km, project },
    bar: Math.round(km * scale),
    box: [lon - halfWide, lat - halfTall, lon + halfWide, lat + halfTall],
  };
}

/** Middle and length of what the places take up. */
function extent(places: readonly { at: number; radius: number }[]): [middle: number, length: number] {
  const low = Math.min(...places.map(({ at, radius }) => at - radius));
  const high = Math.max(...places.map(({ at, radius }) => at + radius));
  return [(low + high) / 2, Math.max(high - low, LEAST_KM)];
}

/** The last of 1, 2, 5, 10, 20 … that is not more. */
function roundDown(n: number): number {
  let best = 1;
  for (let unit = 1; unit <= n; unit *= 10)
    for (const step of [1, 2, 5]) if (step * unit <= n) best = step * unit;
  return best;
}

const LINE = 15;

/** From north to south, each as near to its spot as the names above it leave room for. */
function placeLabels(spots: Spot[]): void {
  const lowest = BOX.height - LINE;
  const sorted = [...spots].sort((a, b) => a.y - b.y || a.x - b.x);
  const over = Math.max(0, sorted.length - 1) * LINE;
  let free = Math.max(LINE, Math.min((sorted[0]?.y ?? 0) - over / 2, lowest - over));
  for (const spot of sorted) {
    spot.label = Math.max(free, Math.min(spot.y, lowest));
    free = spot.label + LINE;
  }
}
