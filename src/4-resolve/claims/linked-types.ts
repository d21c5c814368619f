/**
 * Types told by the clause beside: "three were killed when a grenade exploded" tells of the grenade, though the killing
 * heads the sentence. Only what says no more than harm or attack takes the type of a clause that hangs on it, or on
 * which it hangs.
 */
import type { EventType } from '../../records/index.ts';
import type { Settled } from './settle-claim.ts';

/** How much a type says; the higher tells the lower what it was. */
const RANK: Partial<Record<EventType, number>> = {
  casualties: 0,
  aid: 0,
  attack: 1,
  'looting-property-destruction': 1,
  'armed-clash': 2,
  'mob-violence': 3,
  'excessive-force-against-protesters': 3,
  'sexual-violence': 3,
  'shelling-artillery-missile': 3,
  'air-drone-strike': 3,
  'remote-explosive-landmine-ied': 3,
  grenade: 4,
  'suicide-bomb': 4,
  'chemical-weapon': 4,
};

const MAY_TAKE = new Set<EventType>(['casualties', 'attack']);

export function linkTypes(settled: readonly Settled[]): void {
  for (const one of settled) {
    if (!one.type || !MAY_TAKE.has(one.type)) continue;
    const beside = settled.filter(
      (other) => other !== one && other.raw.tree === one.raw.tree && isLinked(one, other),
    );
    const told = beside
      .map((other) => other.type)
      .filter((type): type is EventType => type !== null && (RANK[type] ?? 0) > (RANK[one.type!] ?? 0))
      .sort((a, b) => RANK[b]! - RANK[a]!)[0];
    if (told && (one.type === 'casualties' || RANK[told]! > 2)) one.type = told;
  }
}

const HANGS = new Set(['adverbial', 'participle', 'relative', 'nominal']);

/** "killed when …", "… which killed": one clause hangs on the other, with no speaker between. */
function isLinked(one: Settled, other: Settled): boolean {
  const [a, b] = [one.raw.clause, other.raw.clause];
  return (b.parent === a && HANGS.has(b.kind)) || (a.parent === b && HANGS.has(a.kind));
}
