/**
 * Chooses what every name means, all together: belief in each candidate starts from its standing and is weighed
 * against what the other names of the article probably mean, a few times over.
 */
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { affinity, areNear, contains } from './affinity.ts';
import { findFocus } from './focus.ts';
import type { Candidate, Group } from './groups.ts';

export interface Weights {
  /** What nearness and shared countries count, against one step of ten in people. */
  context: number;
  /** What "Paris, Texas" counts for the town, and for the state. */
  within: number;
  holds: number;
  /** What lying in the division the article is about counts. */
  focus: number;
  /** How sharply belief follows the scores. */
  sharpness: number;
}

export const WEIGHTS: Weights = { context: 2.5, within: 5, holds: 3, focus: 1.5, sharpness: 1.6 };

const ROUNDS = 4;
/** Other names listened to: the nearest ones, so that long texts stay linear. */
const LISTENS_TO = 30;
/** Candidates of another name that are worth weighing. */
const HEARD = 3;

const round3 = (value: number): number => Math.round(value * 1000) / 1000;

/** Belief from scores: shares that follow the exponential of the score. */
function believe(candidates: Candidate[], scores: number[], sharpness: number): void {
  const best = Math.max(...scores);
  const shares = scores.map((score) => round3(Math.exp((score - best) * sharpness)));
  const sum = shares.reduce((total, share) => total + share, 0);
  candidates.forEach((candidate, i) => {
    candidate.belief = round3(shares[i]! / sum);
  });
}

/** Words between the nearest members of two groups; hints from outside stand far off. */
function gap(one: Group, other: Group): number {
  if (one.at.length === 0 || other.at.length === 0) return 200;
  let least = Number.POSITIVE_INFINITY;
  // Both lists rise: walk them together.
  for (let i = 0, j = 0; i < one.at.length && j < other.at.length; ) {
    least = Math.min(least, Math.abs(one.at[i]! - other.at[j]!));
    if (one.at[i]! < other.at[j]!) i++;
    else j++;
  }
  return least;
}

/** The groups each group listens to, with the weight of their voice. */
function listeners(groups: readonly Group[]): { from: number; weight: number }[][] {
  // Groups stand in order of first mention: neighbours in the list are neighbours in the text.
  const outside = groups.flatMap((group, i) => (group.members.length === 0 ? [i] : []));
  return groups.map((group, i) => {
    const near: { from: number; weight: number }[] = [];
    const window = new Set(outside);
    for (let j = Math.max(0, i - 60); j < Math.min(groups.length, i + 61); j++) window.add(j);
    for (const j of window) {
      const other = groups[j]!;
      if (j === i || other.candidates.length === 0) continue;
      const often = 1 + Math.log2(Math.max(1, other.members.length)) * 0.25;
      const weight = round3((other.weight * often) / (1 + gap(group, other) / 120));
      near.push({ from: j, weight });
    }
    near.sort((a, b) => b.weight - a.weight || a.from - b.from);
    return near.slice(0, LISTENS_TO);
  });
}

/** Fills in the belief of every candidate of every group. Candidates end up best first. */
export function chooseJointly(groups: readonly Group[], gazetteer: Gazetteer, weights = WEIGHTS): void {
  for (const group of groups)
    if (group.candidates.length > 0)
      believe(
        group.candidates,
        group.candidates.map(({ prior }) => prior),
        weights.sharpness,
      );
  const focus = findFocus(groups);
  const hears = listeners(groups);
  const holders = new Map<number, number[]>();
  groups.forEach((group, i) => {
    for (const outer of group.within) holders.set(outer, [...(holders.get(outer) ?? []), i]);
  });
  for (let turn = 0; turn < ROUNDS; turn++) {
    const voices = groups.map(({ candidates }) =>
      candidates.toSorted((a, b) => b.belief - a.belief).slice(0, HEARD),
    );
    const scores = groups.map((group, i) =>
      group.candidates.map((candidate) => {
        let support = 0;
        let company = 0;
        let nearby = 0;
        for (const { from, weight } of hears[i]!)
          for (const voice of voices[from]!)
            if (voice.belief > 0.03) {
              const close = affinity(candidate.place, voice.place, gazetteer);
              support += weight * voice.belief * close;
              // Another spelling of the same name keeps it no company.
              if (voice.place.key === candidate.place.key) continue;
              company += weight * voice.belief * close;
              if (close > 0 && areNear(candidate.place, voice.place)) nearby += weight * voice.belief;
            }
        candidate.support = round3(company);
        candidate.nearby = round3(nearby);
        let score = candidate.prior + weights.context * round3(Math.log1p(support));
        score += weights.focus * (focus.get(candidate.place.admin1Code ?? '') ?? 0);
        for (const outer of group.within)
          for (const voice of voices[outer]!)
            if (contains(voice.place, candidate.place)) score += weights.within * voice.belief;
        for (const inner of holders.get(i) ?? [])
          for (const voice of groups[inner]!.candidates)
            if (contains(candidate.place, voice.place)) score += weights.holds * voice.belief;
        // A name met only loosely needs the article to speak for its country.
        if (candidate.via === 'loose' && support < 0.25) score -= 2;
        return round3(score);
      }),
    );
    groups.forEach((group, i) => {
      if (group.candidates.length > 0) believe(group.candidates, scores[i]!, weights.sharpness);
    });
  }
  for (const group of groups)
    group.candidates.sort((a, b) => b.belief - a.belief || b.prior - a.prior || a.place.key - b.place.key);
}
