/**
 * Who is meant though the clause does not say: the doer named by the clause beside it, the speaker of a demand, and the
 * foe that the article sets against a side elsewhere. All are marked as implied, with the rule.
 */
import type { EventType, Party, Role } from '../../records/index.ts';

/** A claim's roles as far as words give them. */
export interface RoleState {
  sentence: number;
  type: EventType | null;
  by: { party: Party | null; named: boolean }[];
  against: { party: Party | null; named: boolean }[];
  /** The party nearest to the facts in its chain, if any. */
  speaker: Party | null;
  /** Who says so, as a key: claims of one key are told by one source. */
  chain: string;
  /** It tells of killed or wounded who fight for nobody. */
  harmedOthers: boolean;
}

export interface ImpliedRoles {
  by: Role[];
  against: Role[];
}

const FOUGHT = new Set<EventType>([
  'government-regains-territory',
  'non-state-actor-overtakes-territory',
  'armed-clash',
  'territorial-advance',
  'siege-blockade',
  'air-drone-strike',
  'shelling-artillery-missile',
]);

/** So many sentences on, a speaker who told of a fight with a group is taken to tell of it still. */
const REACH = 3;

const FIGHTS = new Set(['state', 'state-force', 'armed-group']);

const implied = (party: Party, rule: string): Role => ({
  span: null,
  party: party.id,
  basis: 'implied',
  rule,
});

/** `parties`: those of the article that are bodies of their own; "fighters" and "the enemy" are nobody's foe. */
export function impliedRoles(states: readonly RoleState[], parties: readonly Party[]): ImpliedRoles[] {
  const bodies = new Set(parties);
  const foes = countFoes(states, bodies);
  /** Of each speaker, the armed group last said to be fought, and where. */
  const spoken = new Map<string, { party: Party; sentence: number }>();
  const sides = onlySides(foes);
  const enemy = onlyArmedGroup(parties);
  return states.map((state, i) => {
    const out: ImpliedRoles = { by: [], against: [] };
    const doer = state.by.find((r) => r.party)?.party ?? null;
    if (state.by.length === 0 && state.type) {
      const other =
        state.type === 'call-for-action' ? state.speaker : FOUGHT.has(state.type) ? beside(states, i) : null;
      const before = other ? null : toldBefore(states, i);
      if (other) out.by.push(implied(other, state.type === 'call-for-action' ? 'speaker' : 'clause-beside'));
      else if (before) out.by.push(implied(before, 'told-before'));
      else if (sides && state.type === 'armed-clash' && state.against.length === 0) {
        out.by.push(implied(sides[0], 'only-sides-here'));
        out.against.push(implied(sides[1], 'only-sides-here'));
      }
    }
    const actor = doer ?? (out.by[0] ? beside(states, i) : null);
    if (
      state.type &&
      FOUGHT.has(state.type) &&
      actor &&
      !state.harmedOthers &&
      !state.against.some((r) => r.party)
    ) {
      const foe = foeOf(foes, actor);
      const told = foe ? null : (spoken.get(state.chain) ?? null);
      const near = told && state.sentence - told.sentence <= REACH ? told.party : null;
      const side = foe ?? near ?? (actor.kind === 'armed-group' ? null : enemy);
      if (side && !state.by.some((r) => r.party === side)) {
        const rule = foe ? 'foe-in-this-article' : near ? 'foe-told-before' : 'only-armed-group-here';
        out.against.push(implied(side, rule));
        if (near) spoken.set(state.chain, { party: near, sentence: state.sentence });
      }
    }
    const group = state.against.find((r) => r.party?.kind === 'armed-group' && bodies.has(r.party))?.party;
    if (group) spoken.set(state.chain, { party: group, sentence: state.sentence });
    return out;
  });
}

/** The armed group an article speaks of, others in passing only: whom a state that fights there fights. */
function onlyArmedGroup(parties: readonly Party[]): Party | null {
  const groups = parties
    .filter((p) => p.kind === 'armed-group')
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1));
  const [first, second] = groups;
  // Where another is spoken of more than in passing, whom a state fights cannot be told from this.
  if (!first || first.mentions.length < 2 || (second?.mentions.length ?? 0) > 2) return null;
  return first.mentions.length >= 2 * (second?.mentions.length ?? 0) ? first : null;
}

/** The doer of the last claim of the same sentence. */
function beside(states: readonly RoleState[], i: number): Party | null {
  for (let k = i - 1; k >= 0 && states[k]!.sentence === states[i]!.sentence; k--) {
    const doer = states[k]!.by.find((r) => r.party && FIGHTS.has(r.party.kind));
    if (doer) return doer.party;
  }
  return null;
}

const FALLS = new Set<EventType>(['shelling-artillery-missile', 'air-drone-strike']);

/** "Six shells hit the posts": whoever was just said, by the same source, to have fired them. */
function toldBefore(states: readonly RoleState[], i: number): Party | null {
  const state = states[i]!;
  if (!state.type || !FALLS.has(state.type)) return null;
  for (let k = i - 1; k >= 0 && state.sentence - states[k]!.sentence <= 2; k--) {
    const other = states[k]!;
    if (other.type !== state.type || other.chain !== state.chain) continue;
    const doer = other.by.find((r) => r.party && FIGHTS.has(r.party.kind));
    if (doer) return doer.party;
  }
  return null;
}

/** The two sides of an article that sets no others against each other, and these more than once: the one that does more first. */
function onlySides(foes: Map<Party, Map<Party, number>>): [Party, Party] | null {
  const [first, second, ...others] = [...foes.keys()];
  if (!first || !second || others.length > 0) return null;
  return (foes.get(first)?.get(second) ?? 0) > 1 ? [first, second] : null;
}

/** How often the article sets one side against another in so many words. */
function countFoes(states: readonly RoleState[], bodies: ReadonlySet<Party>): Map<Party, Map<Party, number>> {
  const foes = new Map<Party, Map<Party, number>>();
  const add = (a: Party, b: Party) => {
    const row = foes.get(a) ?? new Map<Party, number>();
    row.set(b, (row.get(b) ?? 0) + 1);
    foes.set(a, row);
  };
  for (const { by, against, type } of states) {
    if (!type || !FOUGHT.has(type)) continue;
    for (const { party: a } of by) {
      for (const { party: b } of against) {
        if (
          !a ||
          !b ||
          a === b ||
          !bodies.has(a) ||
          !bodies.has(b) ||
          !FIGHTS.has(a.kind) ||
          !FIGHTS.has(b.kind)
        )
          continue;
        add(a, b);
        add(b, a);
      }
    }
  }
  return foes;
}

/** The foe named most often, where no other is named half as often: in a war of many sides nobody can be told. */
function foeOf(foes: Map<Party, Map<Party, number>>, side: Party): Party | null {
  const row = [...(foes.get(side) ?? [])].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1));
  const [first, second] = row;
  return first && (second?.[1] ?? 0) * 2 < first[1] ? first[0] : null;
}
