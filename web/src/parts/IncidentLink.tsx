/** From a claim to the incident it is in. Claims of no event are in none of their own. */
import { Link } from '@tanstack/react-router';
import type { ClaimItem } from '../api.ts';

export function IncidentLink({ claim }: { claim: Pick<ClaimItem, 'id' | 'type'> }) {
  if (claim.type === null) return null;
  return (
    <Link to="/incidents/$id" params={{ id: claim.id }} className="quiet">
      Its incident
    </Link>
  );
}
