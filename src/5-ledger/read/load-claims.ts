/** Index rows as the claims of lists: parties and effects are fetched for a whole page at once. */
import type { Certainty, ClaimKind } from '../../records/index.ts';
import type { Connection } from '../drivers/driver.ts';
import type { ReviewState } from '../index/explode.ts';
import type { Store } from '../store.ts';
import type { TableRow } from '../tables.ts';
import type { ClaimParty, ClaimRow } from './claim-types.ts';

/** Far below the number of parameters that a query may have. */
const ROWS_AT_ONCE = 1000;

export async function loadClaims(store: Store, claims: readonly TableRow<'claims'>[]): Promise<ClaimRow[]> {
  if (claims.length === 0) return [];
  if (claims.length > ROWS_AT_ONCE) {
    const rest = await loadClaims(store, claims.slice(ROWS_AT_ONCE));
    return [...(await loadClaims(store, claims.slice(0, ROWS_AT_ONCE))), ...rest];
  }
  const rows = claims.map((claim) => claim.row!);
  const parties = await grouped(store.read, partiesOf(store, rows));
  const effects = await grouped(store.read, effectsOf(store, rows));
  return claims.map((claim) =>
    asClaimRow(claim, parties.get(claim.row!) ?? [], effects.get(claim.row!) ?? []),
  );
}

/** `parties` and `effects` are the claim's own, in order. */
export function asClaimRow(
  claim: TableRow<'claims'>,
  parties: readonly TableRow<'claim_parties'>[],
  effects: readonly TableRow<'claim_effects'>[],
): ClaimRow {
  const inRole = (role: string) => parties.filter((party) => party.role === role).map(asParty);
  return {
    ...ownValues(claim),
    sources: inRole('source'),
    by: inRole('by'),
    against: inRole('against'),
    effects: effects.map((effect) => ({
      what: effect.what!,
      whom: effect.whom,
      label: effect.label,
      low: effect.low,
      high: effect.high,
      approximate: effect.approximate === 1,
      unit: effect.unit!,
      scope: effect.scope!,
    })),
  };
}

const partiesOf = ({ build }: Store, rows: number[]) =>
  build.selectFrom('claim_parties').selectAll().where('row', 'in', rows).orderBy('row').orderBy('position');

const effectsOf = ({ build }: Store, rows: number[]) =>
  build.selectFrom('claim_effects').selectAll().where('row', 'in', rows).orderBy('row').orderBy('position');

async function grouped<Row extends { row: number | null }>(
  connection: Connection,
  query: Parameters<typeof connection.all<Row>>[0],
): Promise<Map<number, Row[]>> {
  const groups = new Map<number, Row[]>();
  for (const row of await connection.all(query)) {
    const group = groups.get(row.row!);
    if (group) group.push(row);
    else groups.set(row.row!, [row]);
  }
  return groups;
}

function asParty(party: TableRow<'claim_parties'>): ClaimParty {
  return {
    name: party.name,
    text: party.text,
    kind: party.kind,
    partyKind: party.party_kind,
    of: party.of,
    private: party.public === 0,
  };
}

function ownValues(claim: TableRow<'claims'>): Omit<ClaimRow, 'sources' | 'by' | 'against' | 'effects'> {
  return {
    id: claim.claim!,
    document: claim.document!,
    reading: claim.reading,
    position: claim.position!,
    start: claim.start!,
    origin: claim.origin as 'machine' | 'person',
    text: claim.text!,
    certainty: claim.certainty as Certainty,
    kind: claim.kind as ClaimKind,
    type: claim.type,
    trigger: claim.cue,
    happening: claim.happening,
    about: claim.about_as === null ? null : { claim: claim.about_claim, as: claim.about_as },
    place:
      claim.place_status === 'none'
        ? null
        : {
            name: claim.place,
            text: claim.place_text,
            status: claim.place_status!,
            precision: claim.precision,
            geonames: claim.geonames,
            country: claim.country,
            admin1: claim.admin1,
            lat: claim.lat,
            lon: claim.lon,
          },
    time:
      claim.time_precision === 'none'
        ? null
        : {
            text: claim.time_text,
            from: claim.time_from,
            to: claim.time_to,
            precision: claim.time_precision!,
          },
    published: claim.published,
    publisher: claim.publisher,
    title: claim.title,
    url: claim.url,
    language: claim.language!,
    review: claim.review as ReviewState,
    withdrawn: claim.withdrawn === 1,
  };
}
