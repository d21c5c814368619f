/** Where it happened, as most claims tell, no more exact than may be told. */
import type { ResolvedPlace } from '../../../5-ledger/index.ts';
import { type PointRule, toldPoint } from '../gate/points.ts';
import type { DeriveSource } from '../source.ts';
import type { IncidentView, ViewClaim } from '../view.ts';
import { type Evidence, evidenceAt } from './cell.ts';
import { mostTold } from './most-told.ts';
import type { RuleName } from './rules.ts';

export interface Where {
  name: string | null;
  /** As worded, masked. */
  words: string | null;
  country: string | null;
  admin1: string | null;
  admin2: string | null;
  lat: number | null;
  lon: number | null;
  precision: ResolvedPlace['precision'];
  box: readonly number[] | null;
  geonames: number | null;
  pcode: string | null;
  kind: string | null;
  point: PointRule;
  rule: RuleName;
  evidence: Evidence[];
}

const RULE_OF: Record<PointRule, RuleName> = {
  'as-told': 'most-told-place',
  'no-point': 'most-told-place',
  coarsened: 'place-coarsened',
  'held-back': 'place-held-back',
};

/** Null where no claim names a place. */
export function whereOf(view: IncidentView, source: DeriveSource): Where | null {
  const named = view.told.flatMap((claim) => {
    const place = claim.one.claim.event?.place;
    if (!place || place.status === 'not-a-place' || place.rule === 'dateline') return [];
    const key = place.geonames === null ? `n ${place.name ?? place.text}` : `g ${place.geonames}`;
    return [{ claim, value: place, key, carried: claim.one.claim.rules.includes('place-told-before') }];
  });
  const own = named.filter(({ carried }) => !carried);
  const pool = own.length > 0 ? own : named;
  const settled = pool.filter(({ value }) => value.status === 'resolved');
  const exact = settled.filter(({ value }) => value.precision === 'exact' || value.precision === 'near');
  const divided = settled.filter(({ value }) => value.precision !== 'country');
  const best = mostTold<ResolvedPlace, (typeof named)[number]>(
    [exact, divided, settled, pool].find((some) => some.length > 0) ?? [],
  );
  const first = best[0];
  if (!first) return null;
  return {
    ...told(first.claim, first.value, view, source),
    evidence: best.map(({ claim }) => evidenceAt(claim, claim.one.claim.event?.place?.span)),
  };
}

function told(
  { mask }: ViewClaim,
  found: ResolvedPlace,
  { fresh }: IncidentView,
  { masks, tables, divisions }: DeriveSource,
): Omit<Where, 'evidence'> {
  const settings = { sites: tables.sites, divisions, off: masks.off };
  const { place, rule } = toldPoint(found, fresh, settings);
  const text = (words: string | null) => (words === null ? null : mask.text(words));
  const ofGazetteer = (words: string | null) => (words === null ? null : mask.fullNames(words));
  const known = found.geonames !== null;
  return {
    name: known ? ofGazetteer(place.name ?? place.text) : text(place.name ?? place.text),
    words: rule === 'as-told' || rule === 'no-point' ? text(place.text) : ofGazetteer(place.text),
    country: place.country,
    admin1: ofGazetteer(place.admin1),
    admin2: ofGazetteer(place.admin2 ?? null),
    lat: place.lat,
    lon: place.lon,
    precision: place.status === 'resolved' ? place.precision : null,
    box: place.box ?? null,
    geonames: place.geonames,
    pcode: rule === 'as-told' ? (place.pcode ?? null) : null,
    kind: place.kind ?? null,
    point: rule,
    rule: RULE_OF[rule],
  };
}
