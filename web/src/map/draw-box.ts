/** A box drawn on the map with the pointer. Escape lets it be. */
import type { Map as MapLibre } from 'maplibre-gl';
import type { Box } from './geometry.ts';

/** Fewer pixels were no drag. */
const LEAST = 6;

/** Waits for one drag; `onDone` gets the box, or null where there was none. Returns how to stop waiting. */
export function drawBox(map: MapLibre, onDone: (box: Box | null) => void): () => void {
  const canvas = map.getCanvasContainer();
  const frame = document.createElement('div');
  frame.className = 'map-drawn';
  let start: { x: number; y: number } | null = null;
  map.dragPan.disable();
  canvas.classList.add('drawing');

  const at = (event: PointerEvent) => {
    const rect = canvas.getBoundingClientRect();
    return { x: event.clientX - rect.left, y: event.clientY - rect.top };
  };
  const edges = (a: { x: number; y: number }, b: { x: number; y: number }) => ({
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  });
  const down = (event: PointerEvent) => {
    start = at(event);
    canvas.append(frame);
    canvas.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => {
    if (!start) return;
    const { left, top, right, bottom } = edges(start, at(event));
    Object.assign(frame.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
  };
  const up = (event: PointerEvent) => {
    if (!start) return;
    const { left, top, right, bottom } = edges(start, at(event));
    const drawn = right - left >= LEAST && bottom - top >= LEAST;
    const [west, north] = map.unproject([left, top]).toArray();
    const [east, south] = map.unproject([right, bottom]).toArray();
    stop();
    onDone(drawn ? [wrap(west), south, wrap(east), north] : null);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    stop();
    onDone(null);
  };
  function stop(): void {
    frame.remove();
    canvas.classList.remove('drawing');
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', up);
    window.removeEventListener('keydown', key);
    map.dragPan.enable();
  }
  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  window.addEventListener('keydown', key);
  return stop;
}

const wrap = (lon: number) => ((((lon + 180) % 360) + 360) % 360) - 180;
