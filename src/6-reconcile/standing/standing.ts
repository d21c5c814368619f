/** Where an incident stands: by how many independent origins it is told, contested or not, with the reasons. No verdict. */
import type { Coverage } from '../../5-ledger/index.ts';
import type { Contradiction } from '../contradictions/contradiction.ts';
import type { Origin } from '../origins/origins.ts';
import type { ReportClaim } from '../report.ts';

export interface Standing {
  /** Distinct countable origins that assert it. */
  origins: number;
  held: number;
  relayed: number;
  /** Of these, parties to the conflict. */
  parties: number;
  /** Sides that parties among the origins stand on. */
  sides: string[];
  /** Unnamed sources: told, not counted. */
  unnamed: number;
  /** Origins that a reviewer has assessed. */
  assessed: number;
  contested: boolean;
  deniedByAccused: boolean;
  withdrawn: boolean;
  unconfirmed: boolean;
  /** Share of the origins that are parties to the conflict, 2 decimals; null without origins. */
  oneSided: number | null;
  reasons: string[];
}

export interface StandingFacts {
  claims: readonly ReportClaim[];
  origins: readonly Origin[];
  contradictions: readonly Contradiction[];
  assessed: (origin: Origin) => boolean;
}

const CONTESTING = new Set(['figures', 'blame', 'place', 'date', 'denial']);

export function standingOf({ claims, origins, contradictions, assessed }: StandingFacts): Standing {
  const asserting = origins.filter((origin) => origin.claims.some(({ asserts }) => asserts));
  const counted = asserting.filter((origin) => origin.countable);
  const parties = counted.filter((origin) => origin.partyTo !== null);
  const contesting = contradictions.filter(({ kind, byAccused }) => CONTESTING.has(kind) && !byAccused);
  const accused = contradictions.filter(({ byAccused }) => byAccused);
  const standing: Standing = {
    origins: counted.length,
    held: counted.filter((origin) => origin.held).length,
    relayed: counted.filter((origin) => !origin.held).length,
    parties: parties.length,
    sides: [...new Set(parties.map((origin) => origin.partyTo!))].sort(),
    unnamed: asserting.filter((origin) => !origin.countable).length,
    assessed: counted.filter(assessed).length,
    contested: contesting.length > 0,
    deniedByAccused: accused.length > 0,
    withdrawn: asserting.length === 0 && claims.some(({ withdrawn }) => withdrawn),
    unconfirmed: claims.length > 0 && claims.every(({ claim }) => claim.certainty !== 'asserted'),
    oneSided: counted.length === 0 ? null : Math.round((parties.length / counted.length) * 100) / 100,
    reasons: [],
  };
  standing.reasons = reasonsOf(standing, counted, contesting, accused);
  return standing;
}

function reasonsOf(
  standing: Standing,
  counted: readonly Origin[],
  contesting: readonly Contradiction[],
  accused: readonly Contradiction[],
): string[] {
  const reasons = counted.map((origin) => {
    const how = origin.held
      ? 'its own text is here'
      : `relayed by ${origin.relayedBy.join(', ') || 'an unnamed outlet'}`;
    return `${origin.private ? 'a private person' : origin.name}: ${how}${origin.partyTo ? ', a party to the conflict' : ''}`;
  });
  if (standing.unnamed > 0)
    reasons.push(`${standing.unnamed} unnamed ${standing.unnamed === 1 ? 'source' : 'sources'}, not counted`);
  for (const { kind, why } of contesting) reasons.push(`contested (${kind}): ${why}`);
  for (const { sides, why } of accused) reasons.push(`${why}: ${sides[0]!.name}`);
  if (standing.withdrawn) reasons.push('every report that asserts it was withdrawn');
  return [...new Set(reasons)];
}

/** "In this ledger: 22 documents, 21 read, 1 not read." */
export function coverageLine({
  documents,
  read,
  notRead,
}: Pick<Coverage, 'documents' | 'read' | 'notRead'>): string {
  return `in this ledger: ${documents} ${documents === 1 ? 'document' : 'documents'}, ${read} read, ${notRead} not read`;
}
