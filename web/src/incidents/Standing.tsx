/** By how many origins it is told, with each reason; apart from it, and marked as one, a suggestion for a reviewer. */
import type { Incident } from '../api.ts';
import { Words } from '../parts/Words.tsx';
import { Section } from './Section.tsx';
import { originsText } from './standing.ts';

export function Standing({ incident: { standing, suggestion, coverage } }: { incident: Incident }) {
  const { sides, reasons, assessed } = standing;
  return (
    <Section title="Standing" note={`${originsText(standing)}; ${coverage}.`}>
      <div className="standing">
        <div>
          {sides.length > 0 && (
            <p>
              Of these parties to the conflict: <span className="side">{sides.join(', ')}</span>.
            </p>
          )}
          <ul className="reasons">
            {reasons.map((reason) => (
              <li key={reason}>
                <Words text={reason} />
              </li>
            ))}
          </ul>
          <p className="faint">
            {assessed === 0
              ? 'No reviewer has assessed any of its origins.'
              : `${assessed} of its origins assessed by a reviewer.`}
          </p>
        </div>
        <aside className="suggestion" aria-label="Suggestion">
          <h3>A suggestion, not an assessment</h3>
          <p className="faint">Counted out by rule from the origins. A reviewer takes it or leaves it.</p>
          {suggestion.airwars && <Suggested scheme="Airwars" {...suggestion.airwars} />}
          <Suggested scheme="Admiralty, information" {...suggestion.admiralty} />
        </aside>
      </div>
    </Section>
  );
}

function Suggested(props: { scheme: string; grade: string; why: string; wouldChange: string }) {
  const { scheme, grade, why, wouldChange } = props;
  return (
    <div className="suggested">
      <p>
        {scheme}: <b>{grade}</b>, because {why}.
      </p>
      <p>
        <span className="faint">What would change it:</span> {wouldChange}.
      </p>
    </div>
  );
}
