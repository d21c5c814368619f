/** Places of an incident on a plane: north up, one scale both ways. */
import type { ClaimItem } from '../api.ts';

type Place = NonNullable<ClaimItem['place']>;

export interface Spot {
  name: string;
  precision: string | null;
  x: number;
  y: number;
  /** Height of its name, which stands beside it and over no other name. */
  label: number;
  claims: number;
}

export interface Sketch {
  spots: Spot[];
  /** Length of the bar that stands for `km`. */
  bar: number;
  km: number;
}

export const BOX = { width: 640, height: 260, edge: 46 };
const KM_PER_DEGREE = 111.2;

/** Null where no two places can be set side by side. */
export function sketchOf(claims: readonly ClaimItem[]): Sketch | null {
  const found = new Map<string, { place: Place; claims: number }>();
  for (const { place } of claims) {
    if (!place || place.lat === null || place.lon === null) continue;
    const key = `${place.lat} ${place.lon} ${place.precision}`;
    const before = found.get(key);
    if (before) before.claims++;
    else found.set(key, { place, claims: 1 });
  }
  const all = [...found.values()];
  if (all.length < 2) return null;
  const middle = all.reduce((sum, { place }) => sum + place.lat!, 0) / all.length;
  const east = all.map(({ place }) => place.lon! * KM_PER_DEGREE * Math.cos((middle * Math.PI) / 180));
  const north = all.map(({ place }) => place.lat! * KM_PER_DEGREE);
  const [west, south] = [Math.min(...east), Math.min(...north)];
  const wide = Math.max(...east) - west;
  const tall = Math.max(...north) - south;
  const scale = Math.min(
    (BOX.width - 4 * BOX.edge) / Math.max(wide, 1),
    (BOX.height - 2 * BOX.edge) / Math.max(tall, 1),
  );
  const spots = all.map(({ place, claims: n }, i) => ({
    name: place.name ?? place.text ?? '',
    precision: place.precision,
    x: Math.round(BOX.width / 2 + (east[i]! - west - wide / 2) * scale),
    y: Math.round(BOX.height / 2 - (north[i]! - south - tall / 2) * scale),
    label: 0,
    claims: n,
  }));
  placeLabels(spots);
  const km = roundDown(120 / scale);
  return { spots, km, bar: Math.round(km * scale) };
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
