/** Incidents as GeoJSON: a point only where a point was told; else the area it lies in, or none. Never more exact than the words. */

import { isHeld } from '../coding/cell.ts';
import { codeRow } from '../coding/profile.ts';
import { type Where, whereOf } from '../coding/where.ts';
import type { Exporter } from '../exporter.ts';
import { INCIDENTS } from '../lists/incidents.ts';
import type { ExportSource } from '../source.ts';
import type { IncidentView } from '../view.ts';
import { views } from '../views.ts';

export const GEOJSON: Exporter = {
  name: 'geojson',
  says: 'incidents on a map, as exact as they are told',
  extension: 'geojson',
  mediaType: 'application/geo+json; charset=utf-8',
  async *pieces(source, tally) {
    const head = { type: 'FeatureCollection', caption: source.caption, attribution: ATTRIBUTION };
    yield `${JSON.stringify(head).slice(0, -1)},"features":[`;
    for await (const view of views(source, tally)) {
      const feature = await featureOf(view, source);
      if (!feature) continue;
      yield `${tally.rows++ > 0 ? ',' : ''}\n${JSON.stringify(feature)}`;
    }
    yield '\n]}\n';
  },
};

const ATTRIBUTION = 'Places: GeoNames, CC BY 4.0';

async function featureOf(view: IncidentView, source: ExportSource): Promise<object | null> {
  const row = await codeRow(INCIDENTS, view, source);
  if (isHeld(row)) return null;
  const where = whereOf(view, source);
  const properties = Object.fromEntries(
    [...row]
      .filter(([name]) => name !== 'latitude' && name !== 'longitude')
      .map(([name, { value }]) => [name, value]),
  );
  return {
    type: 'Feature',
    id: view.id,
    geometry: where && geometryOf(where),
    properties: { ...properties, geometry_is: where ? meaningOf(where) : 'no place told' },
  };
}

function geometryOf({ lat, lon, precision, box }: Where): object | null {
  if (box && precision !== 'exact') return polygon(box);
  if (lat === null || lon === null || precision === null) return null;
  return POINTS.has(precision) ? { type: 'Point', coordinates: [lon, lat] } : null;
}

/** What is told no closer than this has no point. */
const POINTS = new Set(['exact', 'near', 'district']);

function meaningOf(where: Where): string {
  if (where.point === 'held-back') return 'held back: too fresh to be told where';
  const geometry = geometryOf(where) as { type: string } | null;
  if (!geometry) return `no point: told as ${where.precision ?? 'a place not in the gazetteer'}`;
  if (geometry.type === 'Polygon') return `extent of the ${where.precision} it lies in`;
  if (where.point === 'coarsened') return 'middle of the district it lies in';
  return where.precision === 'exact'
    ? 'the place named'
    : `a point ${where.precision === 'near' ? 'near which' : 'in the middle of the district where'} it happened`;
}

function polygon(box: readonly number[]): object {
  const [west, south, east, north] = box as [number, number, number, number];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
