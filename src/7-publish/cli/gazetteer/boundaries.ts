/** Boundaries in GeoJSON (COD-AB): one division a feature, read feature by feature, so that a file may be large. */
import { open } from 'node:fs/promises';
import type { Box } from '../../../4-resolve/places/gazetteer/gazetteer-place.ts';
import { ReportedlyError } from '../../../errors.ts';
import { fieldOf, placeFrom, type TablePlace } from './csv-table.ts';

const CHUNK = 1 << 20;
/** No outline is longer; one that is means the file is something else. */
const LONGEST_FEATURE = 1 << 27;

interface Feature {
  properties?: Record<string, unknown> | null;
  geometry?: { type?: string; coordinates?: unknown } | null;
}

/** The division of a feature; null when its properties name none. */
export function placeOfFeature(feature: Feature): TablePlace | null {
  const fields = new Map<string, string>();
  for (const [head, value] of Object.entries(feature.properties ?? {})) {
    const field = fieldOf(head);
    if (field !== null && value !== null && value !== undefined && !fields.has(field))
      fields.set(field, String(value).trim());
  }
  const place = placeFrom((field) => fields.get(field) ?? '');
  if (place === null) return null;
  const rings = ringsOf(feature.geometry);
  if (rings.length === 0) return place;
  const middle = rings.map(centroid).reduce((best, one) => (one.area > best.area ? one : best));
  place.box = boxOf(rings);
  place.lat ??= round4(middle.lat);
  place.lon ??= round4(middle.lon);
  return place;
}

type Ring = [lon: number, lat: number][];

/** Outer rings of a Polygon or MultiPolygon, a Point as a ring of one. */
function ringsOf(geometry: Feature['geometry']): Ring[] {
  const coordinates = geometry?.coordinates;
  if (!Array.isArray(coordinates)) return [];
  const rings =
    geometry!.type === 'Polygon'
      ? [coordinates[0]]
      : geometry!.type === 'MultiPolygon'
        ? coordinates.map((polygon) => (polygon as unknown[])[0])
        : geometry!.type === 'Point'
          ? [[coordinates]]
          : [];
  return rings.filter(
    (ring): ring is Ring =>
      Array.isArray(ring) && ring.length > 0 && ring.every((at) => Array.isArray(at) && inRange(at)),
  );
}

const inRange = ([lon, lat]: number[]): boolean => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90;
const round4 = (value: number): number => Math.round(value * 1e4) / 1e4;

function boxOf(rings: Ring[]): Box {
  const box: Box = [180, 90, -180, -90];
  for (const ring of rings)
    for (const [lon, lat] of ring) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  return box.map(round4) as Box;
}

/** Middle of the area a ring encloses; of the first point where it encloses none. */
function centroid(ring: Ring): { lat: number; lon: number; area: number } {
  const [lon0, lat0] = ring[0]!;
  let twice = 0;
  let lon = 0;
  let lat = 0;
  for (let i = 0; i < ring.length; i++) {
    // Counted from the first point, so that small areas far from the origin stay exact.
    const [x1, y1] = [ring[i]![0] - lon0, ring[i]![1] - lat0];
    const next = ring[(i + 1) % ring.length]!;
    const [x2, y2] = [next[0] - lon0, next[1] - lat0];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    lon += (x1 + x2) * cross;
    lat += (y1 + y2) * cross;
  }
  if (Math.abs(twice) < 1e-12) return { lat: lat0, lon: lon0, area: 0 };
  return { lat: lat0 + lat / (3 * twice), lon: lon0 + lon / (3 * twice), area: Math.abs(twice) };
}

/** Yields the features of a collection one after another with the bytes read so far. */
export async function* readFeatures(file: string): AsyncGenerator<{ features: Feature[]; bytes: number }> {
  const handle = await open(file, 'r');
  const cutter = new FeatureCutter();
  try {
    const buffer = Buffer.alloc(CHUNK);
    const decoder = new TextDecoder();
    let bytes = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK);
      if (bytesRead === 0) break;
      bytes += bytesRead;
      yield { features: cutter.push(decoder.decode(buffer.subarray(0, bytesRead), { stream: true })), bytes };
    }
  } catch (cause) {
    if (cause instanceof ReportedlyError) throw cause;
    throw new ReportedlyError(
      'input-unreadable',
      { input: file, reason: (cause as Error).message },
      { cause },
    );
  } finally {
    await handle.close();
  }
}

/** Cuts objects out of the array under "features", whatever else stands around it. */
class FeatureCutter {
  private pieces: string[] = [];
  private held = 0;
  private depth = 0;
  private quoted = false;
  private escaped = false;
  private inList = false;
  private lead = '';

  push(text: string): Feature[] {
    const found: Feature[] = [];
    let from = 0;
    if (!this.inList) {
      this.lead = (this.lead + text).slice(-LONGEST_FEATURE);
      const list = /"features"\s*:\s*\[/.exec(this.lead);
      if (list === null) return found;
      text = this.lead.slice(list.index + list[0].length);
      this.lead = '';
      this.inList = true;
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (this.quoted) {
        if (this.escaped) this.escaped = false;
        else if (code === 92) this.escaped = true;
        else if (code === 34) this.quoted = false;
      } else if (code === 34) this.quoted = true;
      else if (code === 123) {
        if (this.depth++ === 0) from = i;
      } else if (code === 125 && this.depth > 0 && --this.depth === 0) {
        this.pieces.push(text.slice(from, i + 1));
        found.push(JSON.parse(this.pieces.join('')) as Feature);
        this.pieces = [];
        this.held = 0;
        from = i + 1;
      } else if (code === 93 && this.depth === 0) {
        // The list has ended; what follows is no feature.
        this.inList = false;
        return found;
      }
    }
    if (this.depth > 0) {
      this.pieces.push(text.slice(from));
      this.held += text.length - from;
      if (this.held > LONGEST_FEATURE) throw new Error('one of its outlines is too long');
    }
    return found;
  }
}
