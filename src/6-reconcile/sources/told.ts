/** What one origin told of one incident, and what independent others told of it before and after. */
import type { Contradiction, ContradictionKind } from '../contradictions/contradiction.ts';
import type { Incident } from '../incident.ts';
import type { Origin } from '../origins/origins.ts';
import { compareTimes } from '../reprints/families.ts';
import type { Contradicting, OtherOrigin, ToldIncident, When } from './source.ts';

/** A denial by the accused counts against nobody; an edit or a withdrawal is not another origin's word. */
const AGAINST: readonly string[] = ['figures', 'blame', 'place', 'date', 'denial'] satisfies Contradicting[];
const isAgainst = (kind: ContradictionKind): kind is Contradicting => AGAINST.includes(kind);

/** @returns null where the origin tells nothing of the incident, but denies it or took it back */
export function toldOf(incident: Incident, origin: Origin): ToldIncident | null {
  const claims = origin.claims.filter(({ asserts }) => asserts);
  if (claims.length === 0) return null;
  const published = dates(incident);
  const own = earliest(claims, published);
  const others = incident.origins.filter(
    (other) => other.countable && other.key !== origin.key && other.claims.some(({ asserts }) => asserts),
  );
  const independent = others.filter((other) => isIndependent(origin, other));
  const whens = others.map((other) => whenOf(own, earliest(told(other), published)));
  const name = (other: Origin) => (other.private ? 'a private person' : other.name);
  const denied = new Set(
    incident.contradictions.flatMap(({ kind, sides }) => (kind === 'denial' ? [sides[0]!.origin] : [])),
  );
  return {
    incident: incident.id,
    ...{ summary: incident.summary, place: incident.place, from: incident.from, to: incident.to },
    claims: claims.map(({ claim }) => claim),
    published: own,
    partyTo: origin.partyTo,
    first: isFirst(whens),
    alone: others.length === 0,
    corroboratedBy: independent
      .filter(({ key }) => !denied.has(key))
      .map((other) => ({ name: name(other), when: whenOf(own, earliest(told(other), published)) })),
    contradictedBy: incident.contradictions.flatMap((one) => against(one, incident, origin, own, published)),
  };
}

/** Each origin that stands on another side of a contradiction in which this one is. */
function against(
  { kind, sides, byAccused, why }: Contradiction,
  { origins }: Incident,
  origin: Origin,
  own: string | null,
  published: ReadonlyMap<string, string | null>,
): ToldIncident['contradictedBy'] {
  // A denial is of what the others say: its first side denies, and they do not deny it.
  const denies = kind === 'denial' && sides[0]!.origin === origin.key;
  const here = sides.filter((side) => side.origin === origin.key);
  if (!isAgainst(kind) || byAccused || denies || here.length === 0) return [];
  const across = kind === 'denial' ? sides.slice(0, 1) : sides;
  const found = new Map<string, OtherOrigin>();
  for (const side of across) {
    const other = origins.find(({ key }) => key === side.origin);
    if (!other?.countable || other.key === origin.key || !isIndependent(origin, other)) continue;
    if (kind === 'blame' && here.some(({ says }) => says === side.says)) continue;
    const claims = other.claims.filter(({ claim }) => side.claims.includes(claim));
    found.set(other.key, {
      name: other.private ? 'a private person' : other.name,
      when: whenOf(own, earliest(claims, published)),
    });
  }
  return [...found.values()].map((other) => ({ ...other, kind, why }));
}

function isFirst(others: readonly When[]): boolean | null {
  if (others.includes('before')) return false;
  return others.length === 0 || others.includes('unknown') ? null : true;
}

/** Two that stand on one side of a conflict speak with one voice. */
const isIndependent = (a: Origin, b: Origin): boolean => a.partyTo === null || a.partyTo !== b.partyTo;

const told = ({ claims }: Origin) => claims.filter(({ asserts }) => asserts);

const dates = ({ reports }: Incident): Map<string, string | null> =>
  new Map(reports.map(({ document, published }) => [document, published]));

/** Of the dated ones. */
function earliest(claims: Origin['claims'], published: ReadonlyMap<string, string | null>): string | null {
  let first: string | null = null;
  for (const { document } of claims) {
    const date = published.get(document) ?? null;
    if (date !== null && (first === null || compareTimes(date, first) < 0)) first = date;
  }
  return first;
}

/** When the other told it. */
function whenOf(own: string | null, other: string | null): When {
  if (own === null || other === null) return 'unknown';
  const order = compareTimes(other, own);
  return order < 0 ? 'before' : order > 0 ? 'after' : 'unknown';
}
