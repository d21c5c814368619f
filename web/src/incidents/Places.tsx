/** Where claims put it, drawn as what each is: a point where the place is exact, a ring where it is near one, hatching where it is somewhere within. */
import { lazy, Suspense } from 'react';
import type { ClaimItem } from '../api.ts';
import { count } from '../format.ts';
import { Words } from '../parts/Words.tsx';
import { BOX, type Spot, sketchOf } from './place-sketch.ts';
import { isArea, precisionText } from './precision.ts';
import { Section } from './Section.tsx';

const Surroundings = lazy(() => import('./Surroundings.tsx'));

export function Places({ claims }: { claims: readonly ClaimItem[] }) {
  const sketch = sketchOf(claims);
  if (!sketch) return null;
  const { spots, bar, km } = sketch;
  return (
    <Section
      title="Places told"
      note="North is up. A dot is the named place; a ring, somewhere near it; hatching, somewhere within an area whose outline this is not."
    >
      <svg
        className="places"
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        role="img"
        aria-label="Map of the places told; the list below says the same"
      >
        <defs>
          <pattern
            id="hatching"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line className="hatch-line" x1="0" y1="0" x2="0" y2="6" />
          </pattern>
          <clipPath id="places-frame">
            <rect width={BOX.width} height={BOX.height} rx="6" />
          </clipPath>
        </defs>
        <g clipPath="url(#places-frame)">
          <rect className="sea" width={BOX.width} height={BOX.height} />
          <Suspense fallback={null}>
            <Surroundings sketch={sketch} />
          </Suspense>
          {spots.map((spot) => (
            <Shape key={`${spot.x} ${spot.y} ${spot.precision}`} spot={spot} />
          ))}
          {spots.map((spot) => (
            <Name key={`${spot.x} ${spot.y} ${spot.precision}`} spot={spot} />
          ))}
          <line className="scale" x1={12} x2={12 + bar} y1={BOX.height - 12} y2={BOX.height - 12} />
          <text x={12} y={BOX.height - 18}>
            {km} km
          </text>
        </g>
      </svg>
      <ul className="reasons">
        {spots.map((spot) => (
          <li key={`${spot.x} ${spot.y} ${spot.precision}`}>
            <Words text={spot.name} />: {precisionText(spot.precision)} ({count(spot.claims, 'claim')})
          </li>
        ))}
      </ul>
      <p className="attribution">
        Contains data from GeoNames (geonames.org), CC BY 4.0. Made with Natural Earth; borders as they are
        drawn on the ground.
      </p>
    </Section>
  );
}

function Shape({ spot: { precision, x, y, radius } }: { spot: Spot }) {
  if (isArea(precision)) return <circle className="area" cx={x} cy={y} r={radius} fill="url(#hatching)" />;
  return (
    <g>
      {precision === 'near' && <circle className="ring" cx={x} cy={y} r={radius} />}
      <circle className={precision === 'exact' ? 'dot' : 'dot hollow'} cx={x} cy={y} r="4.5" />
    </g>
  );
}

const LABEL = 48;

function Name({ spot: { name, x, y, label } }: { spot: Spot }) {
  // Towards the middle, so that no name leaves the drawing.
  const left = x > BOX.width * 0.7;
  const at = left ? x - LABEL : x + LABEL;
  return (
    <g className="place-label">
      <line className="leader" x1={left ? x - 6 : x + 6} y1={y} x2={left ? at + 4 : at - 4} y2={label - 4} />
      <text x={at} y={label} textAnchor={left ? 'end' : 'start'}>
        {name}
      </text>
    </g>
  );
}
