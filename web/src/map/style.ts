/** The map's layers, from the sea up. No tiles and no fonts are fetched: outlines are bundled, names drawn by the browser. */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { type Label, labelFeatures, type Outlines } from './assets.ts';
import type { Theme } from './theme.ts';

const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const FONT = ['system-ui', 'Noto Sans', 'sans-serif'];

/** Points nearer than this on the screen stand as one, up to this zoom. */
const CLUSTER = { cluster: true, clusterRadius: 38, clusterMaxZoom: 9 } as const;

export const HATCH = 'hatch';

export function styleOf(
  theme: Theme,
  { land, borders }: Outlines,
  labels: readonly Label[],
): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land, tolerance: 0.2 },
      borders: { type: 'geojson', data: borders, tolerance: 0.2 },
      labels: { type: 'geojson', data: labelFeatures(labels) },
      points: {
        type: 'geojson',
        data: EMPTY,
        ...CLUSTER,
        clusterProperties: { sum: ['+', ['get', 'claims']] },
      },
      areas: { type: 'geojson', data: EMPTY },
      outside: { type: 'geojson', data: EMPTY },
      chosen: { type: 'geojson', data: EMPTY },
    },
    layers: [...ground(theme), ...names(theme), ...areas(theme), ...points(theme), ...choice(theme)],
  };
}

const ground = (theme: Theme): LayerSpecification[] => [
  { id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
  {
    id: 'land',
    type: 'fill',
    source: 'land',
    paint: { 'fill-color': theme.land, 'fill-outline-color': theme.coast },
  },
  { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': theme.border, 'line-width': 1 } },
];

function names(theme: Theme): LayerSpecification[] {
  const halo = { 'text-halo-color': theme.land, 'text-halo-width': 1.4 };
  const text = {
    'text-field': ['get', 'name'] as never,
    'text-font': FONT,
    'symbol-sort-key': ['get', 'rank'] as never,
  };
  const town = (id: string, minzoom: number, people: number, kinds: string[]): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'labels',
    minzoom,
    filter: ['all', ['in', ['get', 'kind'], ['literal', kinds]], ['>=', ['get', 'people'], people]],
    layout: {
      ...text,
      'text-size': 11.5,
      'text-anchor': 'left',
      'text-offset': [0.5, 0],
      'text-max-width': 9,
    },
    paint: { 'text-color': theme.soft, ...halo },
  });
  return [
    town('towns', 6.2, 0, ['t', 's']),
    town('cities', 5, 600, ['t', 's']),
    town('capitals', 4, 0, ['k']),
    {
      id: 'countries',
      type: 'symbol',
      source: 'labels',
      filter: ['==', ['get', 'kind'], 'c'],
      maxzoom: 8,
      layout: {
        ...text,
        'text-size': ['interpolate', ['linear'], ['zoom'], 2, 10, 5, 14],
        'text-letter-spacing': 0.08,
        'text-max-width': 7,
      },
      paint: { 'text-color': theme.soft, ...halo },
    },
  ];
}

const isNear = ['==', ['get', 'precision'], 'near'] as const;

/** What is known only as an area is hatched; what is near a place has a ring round it. */
const areas = (theme: Theme): LayerSpecification[] => [
  {
    id: 'areas',
    type: 'fill',
    source: 'areas',
    filter: ['!', isNear as never],
    paint: { 'fill-pattern': HATCH, 'fill-opacity': 0.6 },
  },
  {
    id: 'area-edges',
    type: 'line',
    source: 'areas',
    minzoom: 4,
    filter: ['!', isNear as never],
    paint: { 'line-color': theme.accent, 'line-width': 1, 'line-opacity': 0.6, 'line-dasharray': [2, 3] },
  },
  {
    id: 'near-rings',
    type: 'line',
    source: 'areas',
    minzoom: 8,
    filter: isNear as never,
    paint: { 'line-color': theme.accent, 'line-width': 1.2, 'line-dasharray': [3, 3] },
  },
];

const sized = (value: unknown, small: number, large: number) =>
  ['interpolate', ['linear'], ['log10', ['max', value, 1]], 0, small, 4, large] as never;

function points(theme: Theme): LayerSpecification[] {
  const alone = ['!', ['has', 'point_count']] as never;
  const number = (id: string, value: unknown, filter: unknown): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'points',
    filter: filter as never,
    layout: {
      'text-field': ['to-string', value as never],
      'text-font': FONT,
      'text-size': 11,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': theme.onAccent },
  });
  return [
    {
      id: 'near',
      type: 'circle',
      source: 'points',
      filter: ['all', alone, isNear as never],
      paint: {
        'circle-radius': sized(['get', 'claims'], 8, 26),
        'circle-color': theme.paper,
        'circle-opacity': 0.75,
        'circle-stroke-color': theme.accent,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'exact',
      type: 'circle',
      source: 'points',
      filter: ['all', alone, ['!', isNear as never]],
      paint: {
        'circle-radius': sized(['get', 'claims'], 5.5, 24),
        'circle-color': theme.accent,
        'circle-stroke-color': theme.paper,
        'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'clusters',
      type: 'circle',
      source: 'points',
      filter: ['has', 'point_count'],
      paint: {
        'circle-radius': sized(['get', 'sum'], 11, 30),
        'circle-color': theme.accent,
        'circle-stroke-color': theme.paper,
        'circle-stroke-width': 1.5,
        'circle-opacity': 0.92,
      },
    },
    number('exact-numbers', ['get', 'claims'], ['all', alone, ['!', isNear], ['>=', ['get', 'claims'], 4]]),
    number('cluster-numbers', ['get', 'sum'], ['has', 'point_count']),
  ];
}

const choice = (theme: Theme): LayerSpecification[] => [
  {
    id: 'outside',
    type: 'fill',
    source: 'outside',
    paint: { 'fill-color': theme.paper, 'fill-opacity': 0.55 },
  },
  { id: 'box', type: 'line', source: 'outside', paint: { 'line-color': theme.accent, 'line-width': 2 } },
  {
    id: 'chosen',
    type: 'circle',
    source: 'chosen',
    paint: {
      'circle-radius': 17,
      'circle-color': 'rgba(0,0,0,0)',
      'circle-stroke-color': theme.ink,
      'circle-stroke-width': 2.5,
    },
  },
];
