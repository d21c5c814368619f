/** The map itself, apart from React: what it shows, what one may do on it, and what it tells. */
import { type GeoJSONSource, Map as MapLibre, type MapMouseEvent, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { ClaimMap } from '../api.ts';
import { loadLabels, loadOutlines } from './assets.ts';
import { drawBox } from './draw-box.ts';
import { type Box, boxOf, featuresOf, outsideOf } from './geometry.ts';
import { HATCH, styleOf } from './style.ts';
import { hatch, readTheme } from './theme.ts';

setWorkerUrl(workerUrl);

export interface View {
  lat: number;
  lon: number;
  zoom: number;
}

export interface Told {
  onView: (view: View, box: Box) => void;
  onOver: (index: number | null, at: { x: number; y: number }) => void;
  onPick: (index: number) => void;
  onDrawn: (box: Box) => void;
}

/** Layers in which a place may be pointed at, topmost first. */
const POINTED = ['exact', 'near', 'areas'];

export class MapController {
  readonly #map: MapLibre;
  readonly #element: HTMLElement;
  readonly #told: Told;
  #places: ClaimMap['places'] = [];
  #box: Box | null = null;
  #chosen: number | null = null;
  #ready = false;
  #fitted: boolean;
  #stopDrawing: (() => void) | null = null;

  constructor(element: HTMLElement, view: View | null, calm: boolean, told: Told) {
    this.#element = element;
    this.#told = told;
    this.#fitted = view !== null;
    this.#map = new MapLibre({
      container: element,
      style: { version: 8, sources: {}, layers: [] },
      center: view ? [view.lon, view.lat] : [40, 30],
      zoom: view?.zoom ?? 1.5,
      minZoom: 0.8,
      maxZoom: 13,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      boxZoom: false,
      fadeDuration: calm ? 0 : 150,
      reduceMotion: calm,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.getCanvas().setAttribute('aria-label', 'Map of the claims; the list beside it says the same');
    this.#listen();
    void this.restyle();
  }

  /** Draws all anew in the colours of the page. */
  async restyle(): Promise<void> {
    const [outlines, labels] = await Promise.all([loadOutlines(), loadLabels()]);
    const theme = readTheme(this.#element);
    this.#ready = false;
    this.#map.setStyle(styleOf(theme, outlines, labels), { diff: false });
    this.#map.once('style.load', () => {
      this.#map.addImage(HATCH, hatch(theme.accent), { pixelRatio: 2 });
      this.#ready = true;
      this.#fill();
    });
  }

  show(places: ClaimMap['places']): void {
    this.#places = places;
    this.#fill();
  }

  chooseBox(box: Box | null): void {
    this.#box = box;
    this.#fillChoice();
  }

  /** Rings the place of this number. */
  point(index: number | null): void {
    this.#chosen = index;
    this.#fillChoice();
  }

  zoomBy(steps: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + steps, duration: 200 });
  }

  fit(): void {
    const box = boxOf(this.#places);
    if (!box) return;
    this.#map.fitBounds([box[0], box[1], box[2], box[3]], { padding: 48, maxZoom: 9, duration: 0 });
  }

  goTo(index: number): void {
    const place = this.#places[index];
    if (place)
      this.#map.easeTo({
        center: [place.lon, place.lat],
        zoom: Math.max(this.#map.getZoom(), 7),
        duration: 400,
      });
  }

  get box(): Box {
    const bounds = this.#map.getBounds();
    return [
      Math.max(-180, bounds.getWest()),
      Math.max(-90, bounds.getSouth()),
      Math.min(180, bounds.getEast()),
      Math.min(90, bounds.getNorth()),
    ];
  }

  /** The next drag draws a box. */
  draw(): void {
    this.#stopDrawing?.();
    this.#stopDrawing = drawBox(this.#map, (box) => {
      this.#stopDrawing = null;
      if (box) this.#told.onDrawn(box);
    });
  }

  resize(): void {
    this.#map.resize();
  }

  remove(): void {
    this.#map.remove();
  }

  #fill(): void {
    if (!this.#ready) return;
    const { points, areas } = featuresOf(this.#places);
    this.#source('points').setData(points);
    this.#source('areas').setData(areas);
    this.#fillChoice();
    if (this.#fitted || this.#places.length === 0) return;
    this.#fitted = true;
    this.fit();
  }

  #fillChoice(): void {
    if (!this.#ready) return;
    const place = this.#chosen === null ? undefined : this.#places[this.#chosen];
    this.#source('chosen').setData({
      type: 'FeatureCollection',
      features: place
        ? [
            {
              type: 'Feature',
              properties: {},
              geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
            },
          ]
        : [],
    });
    this.#source('outside').setData({
      type: 'FeatureCollection',
      features: this.#box ? [outsideOf(this.#box)] : [],
    });
  }

  #source(id: string): GeoJSONSource {
    return this.#map.getSource(id) as GeoJSONSource;
  }

  #listen(): void {
    const map = this.#map;
    map.on('moveend', () => {
      const { lat, lng } = map.getCenter();
      this.#told.onView({ lat, lon: lng, zoom: map.getZoom() }, this.box);
    });
    map.on('mousemove', (event) => {
      const index = this.#placeAt(event);
      map.getCanvas().style.cursor = this.#stopDrawing
        ? 'crosshair'
        : index !== null || this.#clusterAt(event)
          ? 'pointer'
          : '';
      this.#told.onOver(index, event.point);
    });
    map.on('mouseout', () => this.#told.onOver(null, { x: 0, y: 0 }));
    map.on('mousedown', (event) => {
      if (event.originalEvent.shiftKey && !this.#stopDrawing) this.draw();
    });
    map.on('click', (event) => {
      if (this.#stopDrawing) return;
      const cluster = this.#clusterAt(event);
      if (cluster) void this.#open(cluster);
      else {
        const index = this.#placeAt(event);
        if (index !== null) this.#told.onPick(index);
      }
    });
  }

  #placeAt(event: MapMouseEvent): number | null {
    if (!this.#ready) return null;
    const [first] = this.#map.queryRenderedFeatures(event.point, { layers: POINTED });
    return first ? Number(first.properties.index) : null;
  }

  #clusterAt(event: MapMouseEvent) {
    if (!this.#ready) return null;
    return this.#map.queryRenderedFeatures(event.point, { layers: ['clusters'] })[0] ?? null;
  }

  async #open(cluster: GeoJSON.Feature): Promise<void> {
    const zoom = await this.#source('points').getClusterExpansionZoom(Number(cluster.properties!.cluster_id));
    const [lon, lat] = (cluster.geometry as GeoJSON.Point).coordinates as [number, number];
    this.#map.easeTo({ center: [lon, lat], zoom: Math.min(zoom + 0.3, 13), duration: 400 });
  }
}
