/** The places in view, most claims first: the map for who does not point. */
import { useMemo } from 'react';
import { grouped } from '../../../src/7-publish/words/effects.ts';
import type { ClaimMap } from '../api.ts';
import { precisionText } from '../incidents/precision.ts';
import { Words } from '../parts/Words.tsx';
import { type Box, isCountry } from './geometry.ts';

const SHOWN = 60;

interface Props {
  places: ClaimMap['places'];
  view: Box | null;
  over: number | null;
  onOver: (index: number | null) => void;
  onPick: (index: number) => void;
}

export function PlaceList({ places, view, over, onOver, onPick }: Props) {
  const inView = useMemo(
    () =>
      places
        .map((place, index) => ({ place, index }))
        .filter(({ place }) => !isCountry(place) && (!view || inside(place, view))),
    [places, view],
  );
  const claims = inView.reduce((sum, { place }) => sum + place.claims, 0);
  return (
    <div className="place-list">
      <h2>
        In view: {grouped(claims)} {claims === 1 ? 'claim' : 'claims'}
      </h2>
      <ol>
        {inView.slice(0, SHOWN).map(({ place, index }) => (
          <li key={index}>
            <button
              type="button"
              className="place"
              aria-current={over === index}
              onMouseEnter={() => onOver(index)}
              onMouseLeave={() => onOver(null)}
              onFocus={() => onOver(index)}
              onBlur={() => onOver(null)}
              onClick={() => onPick(index)}
            >
              <PlaceName place={place} />
              <span className="count">{grouped(place.claims)}</span>
            </button>
          </li>
        ))}
      </ol>
      {inView.length > SHOWN && (
        <p className="faint">and {grouped(inView.length - SHOWN)} more places; zoom in to list them</p>
      )}
    </div>
  );
}

export function PlaceName({ place }: { place: ClaimMap['places'][number] }) {
  const { name, admin1, country, precision } = place;
  const title = name ?? admin1 ?? country ?? 'a point';
  return (
    <span className="place-name">
      <span>
        <span aria-hidden="true" className={`place-mark is-${precision ?? 'near'}`} />
        {name === null && 'near a place in '}
        <Words text={title} />
        {admin1 && admin1 !== title && <span className="faint"> {admin1}</span>}
      </span>
      {precision !== 'exact' && <span className="faint place-note">{precisionText(precision)}</span>}
    </span>
  );
}

const inside = ({ lat, lon }: { lat: number; lon: number }, [west, south, east, north]: Box) =>
  lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
