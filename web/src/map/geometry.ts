/** Places as shapes that say no more than is known: a point, a ring round a point, an area. */
import type { ClaimMap, PlaceItem } from '../api.ts';

export const isPoint = ({ precision }: PlaceItem) =>
  precision === 'exact' || precision === 'near' || precision === null;
export const isCountry = ({ precision }: PlaceItem) => precision === 'country';

/** Radius of what is drawn for a place known only so far, in km; a drawing, no outline. */
const RADIUS_KM: Record<string, number> = { near: 8, district: 18, province: 55, region: 45, sea: 70 };

const KM_PER_DEGREE = 111.32;
const CORNERS = 48;

/** A ring of so many km round a point. */
export function ringAround(lat: number, lon: number, km: number): GeoJSON.Polygon {
  const ring: [number, number][] = [];
  const squeeze = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  for (let i = 0; i <= CORNERS; i++) {
    const angle = (2 * Math.PI * i) / CORNERS;
    const north = (km / KM_PER_DEGREE) * Math.sin(angle);
    const east = (km / KM_PER_DEGREE / squeeze) * Math.cos(angle);
    ring.push([lon + east, Math.max(-89.9, Math.min(89.9, lat + north))]);
  }
  return { type: 'Polygon', coordinates: [ring] };
}

type Feature = GeoJSON.Feature<GeoJSON.Geometry, Record<string, unknown>>;
const collection = (features: Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

/** `index` is that of the place in the list the map was given. */
export function featuresOf(places: ClaimMap['places']): {
  points: GeoJSON.FeatureCollection;
  areas: GeoJSON.FeatureCollection;
} {
  const points: Feature[] = [];
  const areas: Feature[] = [];
  places.forEach((place, index) => {
    const { lat, lon, claims, precision } = place;
    if (isCountry(place)) return;
    const properties = { index, claims, precision: precision ?? 'near' };
    const point = { type: 'Point' as const, coordinates: [lon, lat] };
    if (isPoint(place)) points.push({ type: 'Feature', geometry: point, properties });
    const km = RADIUS_KM[precision ?? 'near'];
    if (km) areas.push({ type: 'Feature', geometry: ringAround(lat, lon, km), properties });
  });
  // Large areas lie under small ones.
  areas.sort(
    (a, b) =>
      (RADIUS_KM[String(b.properties.precision)] ?? 0) - (RADIUS_KM[String(a.properties.precision)] ?? 0),
  );
  return { points: collection(points), areas: collection(areas) };
}

export type Box = readonly [west: number, south: number, east: number, north: number];

export function parseBox(text: string | undefined): Box | null {
  const corners = text?.split(',').map(Number) ?? [];
  return corners.length === 4 && corners.every(Number.isFinite) ? (corners as unknown as Box) : null;
}

export const boxText = (box: Box) => box.map((n) => Number(n.toFixed(4))).join(',');

/** The box of the places that hold nearly all claims: one far off must not make all others small. */
export function boxOf(places: ClaimMap['places']): Box | null {
  const shown = places.filter((place) => !isCountry(place));
  if (shown.length === 0) return null;
  const range = (value: (place: PlaceItem) => number): [number, number] => {
    const sorted = [...shown].sort((a, b) => value(a) - value(b));
    const all = sorted.reduce((sum, { claims }) => sum + claims, 0);
    let seen = 0;
    let low = value(sorted[0]!);
    let high = low;
    for (const place of sorted) {
      if (seen <= all * 0.02) low = value(place);
      if (seen < all * 0.98) high = value(place);
      seen += place.claims;
    }
    return [low, high];
  };
  const [west, east] = range(({ lon }) => lon);
  const [south, north] = range(({ lat }) => lat);
  return [west, south, east, north];
}

/** The rest of the world, to be dimmed, with a hole where the box is. */
export function outsideOf([west, south, east, north]: Box): GeoJSON.Feature {
  const right = east < west ? east + 360 : east;
  const hole: [number, number][] = [
    [west, south],
    [right, south],
    [right, north],
    [west, north],
    [west, south],
  ];
  const world: [number, number][] = [
    [-360, -89.9],
    [-360, 89.9],
    [540, 89.9],
    [540, -89.9],
    [-360, -89.9],
  ];
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [world, hole] } };
}
