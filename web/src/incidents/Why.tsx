/** Why these reports are one incident: to each happening the likest of another report, field by field. */
import type { IncidentDetail } from '../api.ts';
import { Words } from '../parts/Words.tsx';
import { ClaimWords } from './claims-of.tsx';
import { Section } from './Section.tsx';

export type Member = IncidentDetail['members'][number];

export function Why({ detail: { members, threshold } }: { detail: IncidentDetail }) {
  const joined = members.filter(({ likest }) => likest !== null);
  if (joined.length === 0) return null;
  return (
    <Section title="Why these are one incident">
      <details>
        <summary>Happenings are joined from a likeness of {threshold} on average</summary>
        <ul className="members">
          {joined.map((member) => (
            <li key={member.claims[0] ?? member.document}>
              {member.claims[0] ? <ClaimWords id={member.claims[0]} /> : <Words text={member.text} />}
              <Likeness member={member} />
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

export function Likeness({ member: { mean, likest } }: { member: Member }) {
  if (!likest) return null;
  return (
    <p className="field-more">
      {mean !== null && `${mean.toFixed(2)} on average. `}Likest, {likest.score.toFixed(2)}:{' '}
      <Words text={likest.text} /> (
      {likest.reasons.map(({ why, points }) => `${why} ${points > 0 ? '+' : ''}${points}`).join('; ')})
    </p>
  );
}
