/** What the map is drawn with: outlines of countries and names of places, all of it shipped with the workbench. */
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import outlinesUrl from 'world-atlas/countries-50m.json?url';
import labelsUrl from './labels.tsv?url';

export interface Outlines {
  land: GeoJSON.FeatureCollection;
  borders: GeoJSON.MultiLineString;
}

export interface Label {
  kind: 'c' | 'k' | 's' | 't';
  name: string;
  lat: number;
  lon: number;
  /** In thousands. */
  people: number;
}

type Atlas = Topology<{ countries: GeometryCollection }>;

const once = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

export const loadOutlines = once(async (): Promise<Outlines> => {
  const atlas = (await (await fetch(outlinesUrl)).json()) as Atlas;
  return {
    land: feature(atlas, atlas.objects.countries),
    borders: mesh(atlas, atlas.objects.countries, (a, b) => a !== b),
  };
});

export const loadLabels = once(async (): Promise<Label[]> => {
  const text = await (await fetch(labelsUrl)).text();
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind, name, lat, lon, people] = line.split('\t') as [
        Label['kind'],
        string,
        string,
        string,
        string,
      ];
      return { kind, name, lat: Number(lat), lon: Number(lon), people: Number(people) };
    });
});

/** Countries first, then capitals, then by size: which name stays where two would meet. */
export function labelFeatures(labels: readonly Label[]): GeoJSON.FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: labels.map(({ kind, name, lat, lon, people }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { kind, name, people, rank: -people - (kind === 'k' ? 5000 : 0) },
    })),
  };
}
