/** Claims that cannot both be so, side by side, each linked to its words. */
import type { Incident } from '../api.ts';
import { Words } from '../parts/Words.tsx';
import { ClaimWords } from './claims-of.tsx';
import { Section } from './Section.tsx';

type Contradiction = Incident['contradictions'][number];

const KINDS: Record<Contradiction['kind'], string> = {
  figures: 'How many',
  blame: 'Who did it',
  place: 'Where',
  date: 'When',
  denial: 'Whether it was so',
  withdrawal: 'A report taken back',
  'silent-edit': 'A report changed without a word',
};

export function Contradictions({ incident: { contradictions, coverage } }: { incident: Incident }) {
  return (
    <Section
      title="Contradictions"
      note={
        contradictions.length === 0
          ? `No claim of another origin contradicts it; ${coverage}.`
          : `What these say cannot both be so. Which is so is not said here; ${coverage}.`
      }
    >
      {contradictions.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: contradictions of one incident have no other name
        <div key={i} className="contradiction">
          <h3>{KINDS[one.kind]}</h3>
          <p className="part-note">
            <Words text={one.why} />
            {one.byAccused && '; a bare denial by the party accused, which alone contests nothing'}
          </p>
          <ul className="sides">
            {one.sides.map((side, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one origin may stand on two sides with one claim
              <li key={n}>
                <h4>
                  <Words text={side.name} />
                </h4>
                <p className="says">
                  <Words text={side.says} />
                </p>
                <ul className="quotes">
                  {side.claims.map((claim) => (
                    <li key={claim}>
                      <ClaimWords id={claim} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
