/** One-sidedness as it is: of the claims of parties to the conflict that it makes or prints, how many are of each side. */
import type { SourceDetail } from '../api.ts';
import { count } from '../format.ts';
import { Section } from '../incidents/Section.tsx';
import { Words } from '../parts/Words.tsx';

export function Sides({ source: { sides, oneSided } }: { source: SourceDetail }) {
  const all = sides.reduce((sum, { claims }) => sum + claims, 0);
  if (oneSided === null)
    return (
      <Section title="Sides" note="No claim of a party to a conflict came from it or through it.">
        {null}
      </Section>
    );
  return (
    <Section
      title="Sides"
      note={`Of ${count(all, 'claim')} by parties to the conflict that it makes or prints, ${Math.round(oneSided * 100)} % are of one side.`}
    >
      <ul className="sides-told">
        {sides.map(({ side, claims }) => (
          <li key={side}>
            <span className="side">
              <Words text={side} />
            </span>
            <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className="share-bar">
              <rect className="share-all" width="100" height="6" />
              <rect className="share-of" width={(100 * claims) / all} height="6" />
            </svg>
            <span className="count">{claims}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
