/** Where claims put it, drawn as what each is: a point where the place is exact, a ring where it is only near it or somewhere within. */
import type { ClaimItem } from '../api.ts';
import { count } from '../format.ts';
import { Words } from '../parts/Words.tsx';
import { BOX, type Spot, sketchOf } from './place-sketch.ts';
import { isArea, precisionText } from './precision.ts';
import { Section } from './Section.tsx';

export function Places({ claims }: { claims: readonly ClaimItem[] }) {
  const sketch = sketchOf(claims);
  if (!sketch) return null;
  const { spots, bar, km } = sketch;
  return (
    <Section
      title="Places told"
      note="North is up. Rings stand for places known only roughly; their size says nothing of how large those are."
    >
      <svg
        className="places"
        viewBox={`0 0 ${BOX.width} ${BOX.height}`}
        role="img"
        aria-label="Sketch of the places; the list below says the same"
      >
        {spots.map((spot) => (
          <Mark key={`${spot.x} ${spot.y} ${spot.precision}`} spot={spot} />
        ))}
        <line className="scale" x1={12} x2={12 + bar} y1={BOX.height - 14} y2={BOX.height - 14} />
        <text x={12} y={BOX.height - 20}>
          {km} km
        </text>
      </svg>
      <ul className="reasons">
        {spots.map((spot) => (
          <li key={`${spot.x} ${spot.y} ${spot.precision}`}>
            <Words text={spot.name} />: {precisionText(spot.precision)} ({count(spot.claims, 'claim')})
          </li>
        ))}
      </ul>
    </Section>
  );
}

const LABEL = 48;

function Mark({ spot: { name, precision, x, y, label } }: { spot: Spot }) {
  return (
    <g className={isArea(precision) ? 'place area' : 'place'}>
      {precision !== 'exact' && <circle className="ring" cx={x} cy={y} r={isArea(precision) ? 34 : 16} />}
      {!isArea(precision) && <circle className="dot" cx={x} cy={y} r="4" />}
      <line className="leader" x1={x + 6} y1={y} x2={x + LABEL - 4} y2={label - 4} />
      <text x={x + LABEL} y={label}>
        {name}
      </text>
    </g>
  );
}
