/** The drawn map with its buttons. Loaded apart from the rest, with what draws it. */
import { useEffect, useRef, useState } from 'react';
import { grouped } from '../../../src/7-publish/words/effects.ts';
import type { ClaimMap as Places } from '../api.ts';
import { MapController, type View } from './controller.ts';
import type { Box } from './geometry.ts';
import { PlaceName } from './PlaceList.tsx';

interface Props {
  places: Places['places'];
  box: Box | null;
  /** "latitude,longitude,zoom" of the address. */
  at: string | undefined;
  over: number | null;
  onOver: (index: number | null) => void;
  onPick: (index: number) => void;
  onBox: (box: Box | null) => void;
  onView: (at: string, seen: Box) => void;
}

export default function ClaimMap(props: Props) {
  const { places, box, over } = props;
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [map, setMap] = useState<MapController | null>(null);
  const [tip, setTip] = useState<{ index: number; x: number; y: number } | null>(null);
  const [drawing, setDrawing] = useState(false);

  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const made = new MapController(element.current!, viewOf(latest.current.at), calm, {
      onView: (view, seen) => latest.current.onView(viewText(view), seen),
      onOver(index, at) {
        setTip(index === null ? null : { index, ...at });
        latest.current.onOver(index);
      },
      onPick: (index) => latest.current.onPick(index),
      onDrawn(drawn) {
        setDrawing(false);
        latest.current.onBox(drawn);
      },
    });
    setMap(made);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const restyle = () => void made.restyle();
    dark.addEventListener('change', restyle);
    return () => {
      dark.removeEventListener('change', restyle);
      made.remove();
      setMap(null);
    };
  }, []);
  useEffect(() => map?.show(places), [map, places]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a box is its corners
  useEffect(() => map?.chooseBox(box), [map, box?.join(',')]);
  useEffect(() => map?.point(over), [map, over]);

  const place = tip && places[tip.index];
  return (
    <>
      <div ref={element} className="map-canvas" />
      <div className="map-tools" role="toolbar" aria-label="Map">
        <button type="button" onClick={() => map?.zoomBy(1)} aria-label="Zoom in">
          +
        </button>
        <button type="button" onClick={() => map?.zoomBy(-1)} aria-label="Zoom out">
          −
        </button>
        <button type="button" onClick={() => map?.fit()}>
          All places
        </button>
        <button
          type="button"
          aria-pressed={drawing}
          onClick={() => {
            setDrawing(true);
            map?.draw();
          }}
        >
          {drawing ? 'Drag on the map …' : 'Draw an area'}
        </button>
        <button type="button" onClick={() => map && props.onBox(map.box)}>
          Only what is in view
        </button>
        {box && (
          <button type="button" onClick={() => props.onBox(null)}>
            Everywhere
          </button>
        )}
      </div>
      {place && (
        <div className="tip map-tip" style={{ left: tip.x + 14, top: tip.y + 10 }}>
          <PlaceName place={place} />
          <b>{grouped(place.claims)}</b> {place.claims === 1 ? 'claim' : 'claims'}
        </div>
      )}
      <MapKey />
    </>
  );
}

function MapKey() {
  return (
    <ul className="map-key" aria-label="Marks on the map">
      <li>
        <span aria-hidden="true" className="place-mark is-exact" /> at the place
      </li>
      <li>
        <span aria-hidden="true" className="place-mark is-near" /> near it
      </li>
      <li>
        <span aria-hidden="true" className="place-mark is-district" /> somewhere within; not its outline
      </li>
    </ul>
  );
}

function viewOf(at: string | undefined): View | null {
  const [lat, lon, zoom] = at?.split(',').map(Number) ?? [];
  if (![lat, lon, zoom].every((n) => n !== undefined && Number.isFinite(n)) || Math.abs(lat!) > 90)
    return null;
  return { lat: lat!, lon: lon!, zoom: zoom! };
}

const viewText = ({ lat, lon, zoom }: View) => `${lat.toFixed(3)},${lon.toFixed(3)},${zoom.toFixed(2)}`;
