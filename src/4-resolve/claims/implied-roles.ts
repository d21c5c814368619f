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

const FIGHTS = new Set(['state', 'state-force', 'armed-group']);

const implied = (party: Party, rule: string): Role => ({
  span: null,
  party: party.id,
  basis: 'implied',
  rule,
});

export function impliedRoles(states: readonly RoleState[], parties: readonly Party[]): ImpliedRoles[] {
  const foes = countFoes(states);
  const enemy = onlyArmedGroup(parties);
  return states.map((state, i) => {
    const out: ImpliedRoles = { by: [], against: [] };
    const doer = state.by.find((r) => r.party)?.party ?? null;
    if (state.by.length === 0 && state.type) {
      const other =
        state.type === 'call-for-action' ? state.speaker : FOUGHT.has(state.type) ? beside(states, i) : null;
      if (other) out.by.push(implied(other, state.type === 'call-for-action' ? 'speaker' : 'clause-beside'));
    }
    const actor = doer ?? (out.by[0] ? beside(states, i) : null);
    if (state.type && FOUGHT.has(state.type) && actor && !state.against.some((r) => r.party)) {
      const foe = foeOf(foes, actor);
      const side = foe ?? (actor.kind === 'armed-group' ? null : enemy);
      if (side && !state.by.some((r) => r.party === side))
        out.against.push(implied(side, foe ? 'foe-in-this-article' : 'only-armed-group-here'));
    }
    return out;
  });
}

/** The armed group an article speaks of far more than of any other: whom a state that fights there fights. */
function onlyArmedGroup(parties: readonly Party[]): Party | null {
  const groups = parties
    .filter((p) => p.kind === 'armed-group')
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1));
  const [first, second] = groups;
  if (!first || first.mentions.length < 2) return null;
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

/** How often the article sets one side against another in so many words. */
function countFoes(states: readonly RoleState[]): Map<Party, Map<Party, number>> {
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
        if (!a || !b || a === b || !FIGHTS.has(a.kind) || !FIGHTS.has(b.kind)) continue;
        add(a, b);
        add(b, a);
      }
    }
  }
  return foes;
}

/** The foe named most often; none where two are named as often. */
function foeOf(foes: Map<Party, Map<Party, number>>, side: Party): Party | null {
  const row = [...(foes.get(side) ?? [])].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1));
  if (row.length === 0 || (row.length > 1 && row[0]![1] === row[1]![1])) return null;
  return row[0]![0];
}
