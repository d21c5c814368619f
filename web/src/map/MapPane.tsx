/** Claims on a map, and beside it the same as a list. What no map can show stands below, in the open. */
import { lazy, Suspense, useState } from 'react';
import { useClaimMap } from '../api.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { type Search, withValues } from '../search.ts';
import { type Box, boxText, isCountry, parseBox } from './geometry.ts';
import { PlaceList } from './PlaceList.tsx';
import { Unplaced } from './Unplaced.tsx';

/** Its own chunk: only who looks at a map loads what draws it. */
const ClaimMap = lazy(() => import('./ClaimMap.tsx'));

interface Props {
  search: Search;
  onSearch: (next: Search, replace?: boolean) => void;
}

export function MapPane({ search, onSearch }: Props) {
  const { data, isError, error } = useClaimMap(search);
  const [view, setView] = useState<Box | null>(null);
  const [over, setOver] = useState<number | null>(null);
  if (isError) return <Problem error={error} />;
  if (!data) return <Waiting what="Placing the claims" />;
  const box = parseBox(search.box?.[0]);
  const pick = (index: number) => {
    const place = data.places[index];
    if (place) onSearch(withValues(search, 'box', [boxText(boxAt(place))]));
  };
  return (
    <section className="map-pane" aria-label="Map">
      <div className="map-stage">
        <Suspense fallback={<Waiting what="Opening the map" />}>
          <ClaimMap
            places={data.places}
            box={box}
            at={search.at?.[0]}
            over={over}
            onOver={setOver}
            onPick={pick}
            onBox={(next) => onSearch(withValues(search, 'box', next ? [boxText(next)] : []))}
            onView={(at, seen) => {
              setView(seen);
              onSearch(withValues(search, 'at', [at]), true);
            }}
          />
        </Suspense>
      </div>
      <div className="map-side">
        <PlaceList places={data.places} view={view} over={over} onOver={setOver} onPick={pick} />
        <Unplaced map={data} countries={data.places.filter(isCountry)} search={search} onSearch={onSearch} />
        <p className="attribution">
          {data.attribution} Borders as they are drawn on the ground; they say nothing of claims to territory.
        </p>
      </div>
    </section>
  );
}

/** A box that holds this point and no other. */
function boxAt({ lat, lon }: { lat: number; lon: number }): Box {
  const edge = 0.0002;
  return [lon - edge, lat - edge, lon + edge, lat + edge];
}
