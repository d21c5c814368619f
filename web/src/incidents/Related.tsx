/** What may have to do with it and is not in it: reports alike in words only, and incidents that were nearly joined to it. */
import { Link } from '@tanstack/react-router';
import type { IncidentDetail } from '../api.ts';
import { Words } from '../parts/Words.tsx';
import { ReportLine } from './Reports.tsx';
import { Section } from './Section.tsx';
import { Likeness } from './Why.tsx';

export function Related({ detail: { incident, nearly: near } }: { detail: IncidentDetail }) {
  const nearly = onePerIncident(near);
  const reports = incident.reports.filter(({ related }) => related);
  return (
    <Section
      title="Related"
      note={
        reports.length + nearly.length === 0
          ? `No other incident or report comes near it; ${incident.coverage}.`
          : 'Near it and not counted in it. A reviewer can join them or keep them apart.'
      }
    >
      <ul className="members">
        {nearly.map((member) => (
          <li key={`${member.incident} ${member.claims.join(' ')}`}>
            <Link to="/incidents/$id" params={{ id: member.incident }}>
              <code>{member.incident}</code> <Words text={member.text} />
            </Link>
            <Likeness member={member} />
          </li>
        ))}
        {reports.map((report) => (
          <li key={report.document}>
            <ReportLine report={report} />
            <p className="field-more">no claim was read in it; it speaks of the same in its words</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Of several happenings of one incident the one that came nearest; they stand nearest first. */
function onePerIncident(nearly: IncidentDetail['nearly']): IncidentDetail['nearly'] {
  const seen = new Set<string>();
  return nearly.filter(({ incident }) => !seen.has(incident) && seen.add(incident));
}
