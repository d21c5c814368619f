/** Whether belief is enough to say which place a name means, or the answer is "ambiguous" or "not in gazetteer". */
import type { GazetteerPlace } from '../gazetteer/gazetteer.ts';
import { distanceKm } from '../geometry.ts';
import { contains } from './affinity.ts';
import type { Candidate, Group } from './groups.ts';

export type Decision =
  | { status: 'resolved' | 'ambiguous'; best: Candidate; confidence: number }
  | { status: 'not-in-gazetteer'; best: null; confidence: number };

/** Belief at which a place is named; below it the candidates are shown and none is chosen. */
const ENOUGH = 0.55;
const ENOUGH_IF_LOOSE = 0.7;
/** Candidates this near one another are the same answer on a map: a town and its district. */
const SAME_ANSWER_KM = 25;
/** The same for places that are alike in name and kind only: two villages of one name. */
const SAME_VILLAGE_KM = 10;

function sameAnswer(one: GazetteerPlace, other: GazetteerPlace): boolean {
  if (one.key === other.key) return true;
  const km = distanceKm(one, other);
  if (contains(one, other) || contains(other, one))
    return one.kind === 'ADM2' || other.kind === 'ADM2' || km <= 60;
  return km <= (one.kind === other.kind ? SAME_VILLAGE_KM : SAME_ANSWER_KM);
}

/** Kilometres within which a region or division counts as the country or division said to hold it. */
function lies(within: readonly Group[], candidate: Candidate): boolean {
  return within.every((outer) => {
    const holder = outer.candidates[0];
    if (holder === undefined || holder.belief < 0.7) return true;
    if (!/^(?:PCL|ADM1)/.test(holder.place.kind)) return true;
    return (
      contains(holder.place, candidate.place) ||
      holder.place.key === candidate.place.key ||
      candidate.place.country === null ||
      (holder.place.kind === 'ADM1' && distanceKm(holder.place, candidate.place) < 60)
    );
  });
}

/** Known so well that it is meant even where the words seem to put it elsewhere. */
const WORLD_KNOWN = 6.5;
/** So well known that it needs no company. */
const KNOWN_EVERYWHERE = 5.5;
/** People of a town that reports name often enough for its spelling to vary. */
const KNOWN_TOWN = 50_000;
/** Support from its country named, or places about. */
const COMPANY = 0.35;
/** Weight of places near by that a loosely met name, or a quarter of a town, cannot do without. */
const NEIGHBOURS = 0.25;

/**
 * A little known place that nothing else in the article speaks for, though it names enough places: more likely
 * another of the name, too small for the gazetteer. A quarter of a town, and a name met only loosely, need places
 * near by.
 */
function isStranded(best: Candidate, group: Group, groups: readonly Group[]): boolean {
  let others = 0;
  for (let i = 0; i < groups.length && others < 2; i++)
    if (groups[i] !== group && groups[i]!.candidates.length > 0) others++;
  if (others < 2) return false;
  const loose = best.via === 'loose' && best.place.population < KNOWN_TOWN;
  if (group.quarter || loose) return best.nearby < NEIGHBOURS;
  return best.support < COMPANY && best.prior < KNOWN_EVERYWHERE;
}

/** Decides for one group; `groups` is the list its `within` counts in. */
export function decide(group: Group, groups: readonly Group[]): Decision {
  const within = group.within.map((outer) => groups[outer]!);
  const best =
    group.candidates.find((candidate) => lies(within, candidate)) ??
    group.candidates.find(({ prior }) => prior >= WORLD_KNOWN);
  if (best === undefined) return { status: 'not-in-gazetteer', best: null, confidence: 0 };
  if (best.via === 'loose' && best.prior + best.belief < 1) {
    return { status: 'not-in-gazetteer', best: null, confidence: 0 };
  }
  if (within.length === 0 && isStranded(best, group, groups)) {
    return { status: 'ambiguous', best, confidence: 0.3 };
  }
  const sum = group.candidates
    .filter(({ place }) => sameAnswer(best.place, place))
    .reduce((total, { belief }) => total + belief, 0);
  const confidence = Math.round(Math.min(0.99, sum * (best.via === 'loose' ? 0.85 : 1)) * 100) / 100;
  return {
    status: confidence >= (best.via === 'loose' ? ENOUGH_IF_LOOSE : ENOUGH) ? 'resolved' : 'ambiguous',
    best,
    confidence,
  };
}
