/** What lies around the places of an incident: coasts, borders, towns. Loaded apart, from what is shipped with the workbench. */
import { useEffect, useState } from 'react';
import { type Label, loadLabels, loadOutlines, type Outlines } from '../map/assets.ts';
import { BOX, type Sketch } from './place-sketch.ts';

export default function Surroundings({ sketch }: { sketch: Sketch }) {
  const [known, setKnown] = useState<{ outlines: Outlines; labels: Label[] } | null>(null);
  useEffect(() => {
    let left = false;
    void Promise.all([loadOutlines(), loadLabels()]).then(([outlines, labels]) => {
      if (!left) setKnown({ outlines, labels });
    });
    return () => {
      left = true;
    };
  }, []);
  if (!known) return null;
  const land = known.outlines.land.features.flatMap(({ geometry }) => rings(geometry));
  return (
    <g className="surroundings">
      <path className="land" d={pathOf(land, sketch)} />
      <path className="border" d={pathOf(known.outlines.borders.coordinates, sketch)} />
      {townsIn(known.labels, sketch).map(({ name, x, y }) => (
        <g key={`${name} ${x}`}>
          <rect x={x - 1.5} y={y - 1.5} width="3" height="3" />
          <text x={x + 5} y={y + 4}>
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

function rings(geometry: GeoJSON.Geometry): GeoJSON.Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Lines that come near the drawing; the rest of the world is left out. */
function pathOf(lines: readonly GeoJSON.Position[][], { box, project }: Sketch): string {
  const [west, south, east, north] = box;
  return lines
    .filter((line) => {
      let [w, s, e, n] = [180, 90, -180, -90];
      for (const [lon, lat] of line as [number, number][]) {
        if (lon < w) w = lon;
        if (lon > e) e = lon;
        if (lat < s) s = lat;
        if (lat > n) n = lat;
      }
      return w <= east && e >= west && s <= north && n >= south;
    })
    .map((line) => {
      const points = (line as [number, number][]).map(([lon, lat]) => {
        const [x, y] = project(lon, lat);
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      });
      return `M${points.join('L')}`;
    })
    .join('');
}

const MOST_TOWNS = 8;
const ROOM = { x: 90, y: 22 };

/** The largest towns whose names come over nothing else. */
function townsIn(labels: readonly Label[], { project, spots }: Sketch) {
  const taken = spots.map(({ x, y }) => ({ x, y }));
  const kept: { name: string; x: number; y: number }[] = [];
  const towns = labels.filter(({ kind }) => kind !== 'c').sort((a, b) => b.people - a.people);
  for (const { name, lon, lat } of towns) {
    const [x, y] = project(lon, lat);
    if (x < 4 || x > BOX.width - ROOM.x || y < 14 || y > BOX.height - 34) continue;
    if ([...taken, ...kept].some((one) => Math.abs(one.x - x) < ROOM.x && Math.abs(one.y - y) < ROOM.y))
      continue;
    kept.push({ name, x, y });
    if (kept.length === MOST_TOWNS) break;
  }
  return kept;
}
