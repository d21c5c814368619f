/** One incident: what is told of it together, by whom, how it is contradicted, and why its reports are one. Prints as a sheet. */
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type IncidentDetail, useIncident } from '../api.ts';
import { Problem, Waiting } from '../parts/Problem.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { Contradictions } from './Contradictions.tsx';
import { ClaimsOf } from './claims-of.tsx';
import { Footnotes } from './Footnotes.tsx';
import { IncidentHead } from './IncidentHead.tsx';
import { Notices } from './Notices.tsx';
import { Origins } from './Origins.tsx';
import { Places } from './Places.tsx';
import { Related } from './Related.tsx';
import { Reports } from './Reports.tsx';
import { Standing } from './Standing.tsx';
import { Tolls } from './Tolls.tsx';
import { Why } from './Why.tsx';

export function IncidentPage() {
  const { id = '' } = useParams({ strict: false });
  const { data, isError, error } = useIncident(id);
  const navigate = useNavigate();
  const name = data?.incident.id;
  // Asked for by a claim or by an older name: its own name goes into the address.
  useEffect(() => {
    if (name && name !== id) void navigate({ to: '/incidents/$id', params: { id: name }, replace: true });
  }, [id, name, navigate]);
  useTitle(data ? `${name}: ${data.incident.summary.slice(0, 60)}` : 'Incident');
  useUnfoldedPrint();
  if (isError) return <Problem error={error} />;
  if (!data) return <Waiting what="Opening the incident" />;
  return <Incident detail={data} />;
}

function Incident({ detail }: { detail: IncidentDetail }) {
  return (
    <ClaimsOf claims={detail.claims}>
      <article className="incident">
        <IncidentHead detail={detail}>
          <Link to="/review/incidents/$id" params={{ id: detail.incident.id }} className="quiet">
            Merge, split, code
          </Link>
        </IncidentHead>
        <Standing incident={detail.incident} />
        <Origins incident={detail.incident} />
        <Tolls incident={detail.incident} />
        <Contradictions incident={detail.incident} />
        <Notices incident={detail.incident} />
        <Places claims={detail.claims} />
        <Reports incident={detail.incident} />
        <Why detail={detail} />
        <Related detail={detail} />
        <Footnotes claims={detail.claims} />
      </article>
    </ClaimsOf>
  );
}

/** On paper nothing can be unfolded: all is shown. */
function useUnfoldedPrint(): void {
  useEffect(() => {
    const unfold = () => {
      for (const one of document.querySelectorAll<HTMLDetailsElement>('.incident details')) one.open = true;
    };
    window.addEventListener('beforeprint', unfold);
    return () => window.removeEventListener('beforeprint', unfold);
  }, []);
}
