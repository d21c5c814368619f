/** Outlines of countries (world-atlas, Natural Earth): label points, boxes, and which countries touch. */
import { createRequire } from 'node:module';
import type { Box } from '../../src/4-resolve/places/gazetteer/gazetteer.ts';

const require = createRequire(import.meta.url);

interface Topology {
  transform: { scale: [number, number]; translate: [number, number] };
  arcs: [number, number][][];
  objects: {
    countries: { geometries: { id?: string; type: string; arcs: number[][] | number[][][] }[] };
  };
}

export interface CountryShape {
  lat: number;
  lon: number;
  box: Box;
  neighbours: string[];
}

/** The points of an arc in degrees; arcs are given as steps in whole units. */
function decodeArc(topology: Topology, arc: [number, number][]): [number, number][] {
  const { scale, translate } = topology.transform;
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

/** Area (signed) and centroid of a ring, in plain degrees: good enough for a label point. */
function centroid(ring: [number, number][]): { area: number; lon: number; lat: number } {
  let area = 0;
  let lon = 0;
  let lat = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
    area += cross;
    lon += (ring[j]![0] + ring[i]![0]) * cross;
    lat += (ring[j]![1] + ring[i]![1]) * cross;
  }
  if (area === 0) return { area: 0, lon: ring[0]![0], lat: ring[0]![1] };
  return { area: Math.abs(area / 2), lon: lon / (3 * area), lat: lat / (3 * area) };
}

/** A ring over the date line goes on past 180 degrees instead of jumping to -180. */
function unbroken(ring: [number, number][]): [number, number][] {
  const lons = ring.map(([lon]) => lon);
  if (Math.max(...lons) - Math.min(...lons) < 350) return ring;
  return ring.map(([lon, lat]) => [lon < 0 ? lon + 360 : lon, lat]);
}

/** Shapes by ISO 3166-1 alpha-2. The label point is the middle of the largest piece of land. */
export function countryShapes(): Map<string, CountryShape> {
  const topology = require('world-atlas/countries-50m.json') as Topology;
  const codes = require('i18n-iso-countries/codes.json') as [string, string, string, string][];
  const byNumber = new Map(codes.map(([alpha2, , number]) => [number, alpha2]));
  const arcs = topology.arcs.map((arc) => decodeArc(topology, arc));
  const arcOwners = new Map<number, Set<string>>();
  const shapes = new Map<string, CountryShape & { area: number }>();
  for (const geometry of topology.objects.countries.geometries) {
    const iso = geometry.id === undefined ? undefined : byNumber.get(geometry.id);
    if (iso === undefined) continue;
    const polygons = (geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs) as number[][][];
    for (const polygon of polygons) {
      for (const index of polygon.flat()) {
        const arc = index < 0 ? ~index : index;
        arcOwners.set(arc, (arcOwners.get(arc) ?? new Set()).add(iso));
      }
      const ring = unbroken((polygon[0] ?? []).flatMap((i) => (i < 0 ? [...arcs[~i]!].reverse() : arcs[i]!)));
      if (ring.length === 0) continue;
      const { area, lon, lat } = centroid(ring);
      const lons = ring.map(([x]) => x);
      const lats = ring.map(([, y]) => y);
      const east = Math.min(180, Math.max(...lons));
      const box: Box = [Math.min(...lons), Math.min(...lats), east, Math.max(...lats)];
      const before = shapes.get(iso);
      // Far islands (French Guiana, Hawaii) would make the box say nothing: it is that of the largest piece.
      if (before === undefined || area > before.area)
        shapes.set(iso, { area, lon, lat, box, neighbours: [] });
    }
  }
  for (const owners of arcOwners.values())
    for (const one of owners)
      for (const other of owners) {
        const list = shapes.get(one)?.neighbours;
        if (one !== other && list !== undefined && !list.includes(other)) list.push(other);
      }
  return new Map(
    [...shapes].map(([iso, { lat, lon, box, neighbours }]) => [
      iso,
      { lat, lon, box, neighbours: neighbours.sort() },
    ]),
  );
}
