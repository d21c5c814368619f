/** Distances, bearings and boxes on a round Earth; results are rounded, so that every machine agrees. */
import type { Box } from './gazetteer/gazetteer.ts';

const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

export interface Point {
  lat: number;
  lon: number;
}

const round = (value: number, digits: number): number => {
  const scale = 10 ** digits;
  const rounded = Math.round(value * scale) / scale;
  return rounded === 0 ? 0 : rounded;
};

/** Great-circle distance in kilometres, to the metre. */
export function distanceKm(a: Point, b: Point): number {
  const dLat = (b.lat - a.lat) * RADIANS;
  const dLon = (b.lon - a.lon) * RADIANS;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.sin(dLon / 2) ** 2;
  return round(2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h))), 3);
}

/** Initial bearing from `a` to `b` in degrees clockwise from north, 0 to 360. */
export function bearing(a: Point, b: Point): number {
  const dLon = (b.lon - a.lon) * RADIANS;
  const y = Math.sin(dLon) * Math.cos(b.lat * RADIANS);
  const x =
    Math.cos(a.lat * RADIANS) * Math.sin(b.lat * RADIANS) -
    Math.sin(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * Math.cos(dLon);
  return round((Math.atan2(y, x) / RADIANS + 360) % 360, 1);
}

/** The point so many kilometres from another on a bearing. Coordinates to 4 decimals. */
export function pointAt(from: Point, km: number, degrees: number): Point {
  const arc = km / EARTH_KM;
  const lat = from.lat * RADIANS;
  const course = degrees * RADIANS;
  const toLat = Math.asin(Math.sin(lat) * Math.cos(arc) + Math.cos(lat) * Math.sin(arc) * Math.cos(course));
  const toLon =
    from.lon * RADIANS +
    Math.atan2(
      Math.sin(course) * Math.sin(arc) * Math.cos(lat),
      Math.cos(arc) - Math.sin(lat) * Math.sin(toLat),
    );
  return { lat: round(toLat / RADIANS, 4), lon: round(((toLon / RADIANS + 540) % 360) - 180, 4) };
}

/** The middle of two points not far apart. */
export function midpoint(a: Point, b: Point): Point {
  return { lat: round((a.lat + b.lat) / 2, 4), lon: round((a.lon + b.lon) / 2, 4) };
}

/** Difference of two bearings, 0 to 180 degrees. */
export function turn(a: number, b: number): number {
  const difference = Math.abs(a - b) % 360;
  return round(difference > 180 ? 360 - difference : difference, 1);
}

/** Whether a point lies in a box widened by `margin` degrees. */
export function inBox(point: Point, box: Box, margin = 0): boolean {
  return (
    point.lon >= box[0] - margin &&
    point.lat >= box[1] - margin &&
    point.lon <= box[2] + margin &&
    point.lat <= box[3] + margin
  );
}

/** The half or quarter of a box that lies in a direction: the north of a region is its northern half. */
export function partOfBox(box: Box, degrees: number): Box {
  const [west, south, east, north] = box;
  const middleLon = (west + east) / 2;
  const middleLat = (south + north) / 2;
  const vertical = Math.cos(degrees * RADIANS);
  const horizontal = Math.sin(degrees * RADIANS);
  return [
    round(horizontal > 0.3 ? middleLon : west, 4),
    round(vertical > 0.3 ? middleLat : south, 4),
    round(horizontal < -0.3 ? middleLon : east, 4),
    round(vertical < -0.3 ? middleLat : north, 4),
  ];
}

export function middleOf(box: Box): Point {
  return { lat: round((box[1] + box[3]) / 2, 4), lon: round((box[0] + box[2]) / 2, 4) };
}
