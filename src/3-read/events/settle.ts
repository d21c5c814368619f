/**
 * What a trigger's open question comes to, by ACLED's distinctions: the means first, then who acts on whom. Sides are
 * told by the caller, who knows the parties.
 */
import type { EventType } from '../../records/index.ts';
import type { TriggerType } from './words.ts';

export type Side = 'state' | 'armed-group' | 'civilian' | 'police' | 'protester' | 'unknown';

export interface Facts {
  /** Classes of the weapons named in the clause. */
  means: ReadonlySet<string>;
  by: readonly Side[];
  against: readonly Side[];
  /** Classes of the things acted on. */
  things: ReadonlySet<string>;
  /** Whether some actor at all is named. */
  acted: boolean;
  /** Lemmas of the clause, for the few questions that a word settles. */
  lemmas: ReadonlySet<string>;
  /** Whether a named place is acted on. */
  place: boolean;
  /** "attempted to seize": control is not settled. */
  attempted: boolean;
}

const has = (sides: readonly Side[], ...any: Side[]) => sides.some((side) => any.includes(side));
const word = (f: Facts, ...lemmas: string[]) => lemmas.some((lemma) => f.lemmas.has(lemma));

/** The type that the weapons settle, if they do. */
function byMeans({ means }: Facts): EventType | null {
  if (means.has('chemical')) return 'chemical-weapon';
  if (means.has('suicide')) return 'suicide-bomb';
  if (means.has('air')) return 'air-drone-strike';
  if (means.has('ied')) return 'remote-explosive-landmine-ied';
  if (means.has('grenade')) return 'grenade';
  if (means.has('artillery')) return 'shelling-artillery-missile';
  return null;
}

function attack(f: Facts): EventType {
  const means = byMeans(f);
  if (means) return means;
  if (has(f.against, 'civilian')) return 'attack';
  if (has(f.against, 'state', 'police', 'armed-group') || f.things.has('positions') || f.things.has('armour'))
    return 'armed-clash';
  return 'attack';
}

function take(f: Facts): EventType | null {
  const type = taken(f);
  return f.attempted && (type === 'government-regains-territory' || type === 'non-state-actor-overtakes-territory')
    ? 'territorial-advance'
    : type;
}

function taken(f: Facts): EventType | null {
  if (has(f.against, 'civilian', 'protester') && !f.place && !f.things.has('territory')) {
    return has(f.by, 'armed-group', 'unknown') ? 'abduction-forced-disappearance' : 'arrests';
  }
  if (f.things.has('weapons') || f.things.has('depots')) return 'disrupted-weapons-use';
  if (
    !f.place &&
    !f.things.has('territory') &&
    !f.things.has('positions') &&
    !f.things.has('buildings') &&
    !f.things.has('infrastructure')
  ) {
    return has(f.against, 'armed-group', 'state', 'police')
      ? has(f.by, 'armed-group')
        ? 'abduction-forced-disappearance'
        : 'arrests'
      : null;
  }
  if (has(f.by, 'state', 'police')) return 'government-regains-territory';
  if (has(f.by, 'armed-group')) return 'non-state-actor-overtakes-territory';
  return f.acted ? 'government-regains-territory' : null;
}

function protest(f: Facts): EventType {
  if (word(f, 'kill', 'shoot', 'dead', 'bullet') && has(f.by, 'police', 'state'))
    return 'excessive-force-against-protesters';
  if (f.means.has('crowd-control') || word(f, 'disperse', 'suppress', 'detain', 'arrest', 'crackdown'))
    return 'protest-with-intervention';
  if (
    word(
      f,
      'clash',
      'riot',
      'burn',
      'stone',
      'torch',
      'barricade',
      'violent',
      'throw',
      'vandalize',
      'molotov',
      'block',
      'storm',
      'hurl',
      'smash',
    )
  )
    return 'violent-demonstration';
  return 'peaceful-protest';
}

function explode(f: Facts): EventType {
  if (f.means.has('suicide')) return 'suicide-bomb';
  if (f.means.has('grenade')) return 'grenade';
  if (f.means.has('artillery') && !f.means.has('ied')) return 'shelling-artillery-missile';
  return 'remote-explosive-landmine-ied';
}

function shots(f: Facts): EventType {
  if (has(f.against, 'protester')) return 'excessive-force-against-protesters';
  if (has(f.against, 'civilian')) return 'attack';
  return has(f.against, 'state', 'police', 'armed-group') ? 'armed-clash' : 'attack';
}

/** A rule a question; null where the words do not make it a happening of the list. */
const QUESTIONS: Record<string, (f: Facts) => EventType | null> = {
  attack,
  storm: (f) =>
    f.place || f.things.has('territory') || f.things.has('positions')
      ? (byMeans(f) ?? 'armed-clash')
      : attack(f),
  hit: (f) =>
    byMeans(f) ?? (f.acted ? (has(f.by, 'state') ? 'air-drone-strike' : 'shelling-artillery-missile') : null),
  strike: (f) =>
    f.means.has('artillery') && !f.means.has('air')
      ? 'shelling-artillery-missile'
      : (byMeans(f) ?? 'air-drone-strike'),
  raid: (f) =>
    f.means.has('air') ? 'air-drone-strike' : word(f, 'arrest', 'detain') ? 'arrests' : attack(f),
  bombing: (f) =>
    f.means.has('air') || (has(f.by, 'state') && !f.means.has('ied'))
      ? 'air-drone-strike'
      : (byMeans(f) ?? 'remote-explosive-landmine-ied'),
  bombardment: (f) => (f.means.has('air') ? 'air-drone-strike' : 'shelling-artillery-missile'),
  bomb: (f) =>
    f.means.has('suicide')
      ? 'suicide-bomb'
      : has(f.by, 'armed-group') && !f.means.has('air')
        ? 'remote-explosive-landmine-ied'
        : 'air-drone-strike',
  fire: (f) => {
    if (word(f, 'test') && !f.acted) return 'training-exercise';
    if (f.means.has('crowd-control')) return 'protest-with-intervention';
    if (f.means.has('air')) return 'air-drone-strike';
    if (f.means.has('chemical')) return 'chemical-weapon';
    if (f.means.has('grenade')) return 'grenade';
    if (f.means.has('artillery')) return 'shelling-artillery-missile';
    if (word(f, 'launch') && !word(f, 'fire')) return null;
    return f.place && !has(f.against, 'civilian', 'protester', 'armed-group', 'police')
      ? 'shelling-artillery-missile'
      : shots(f);
  },
  land: (f) => byMeans(f),
  shoot: (f) => {
    if (f.means.has('air') || f.things.has('aircraft'))
      return word(f, 'drone', 'uav', 'missile') ? 'disrupted-weapons-use' : 'armed-clash';
    return shots(f);
  },
  explode,
  kill: (f) => {
    const means = byMeans(f);
    if (means) return means;
    if (has(f.against, 'protester') && has(f.by, 'state', 'police'))
      return 'excessive-force-against-protesters';
    if (f.means.has('small-arms') || (has(f.by, 'state', 'armed-group', 'police') && f.acted))
      return has(f.against, 'civilian') ? 'attack' : 'armed-clash';
    return 'casualties';
  },
  destroy: (f) => {
    const means = byMeans(f);
    if (means) return means;
    if (f.things.has('weapons') || f.things.has('depots'))
      return f.acted ? 'disrupted-weapons-use' : 'casualties';
    if (f.things.has('buildings') || f.things.has('infrastructure')) return 'looting-property-destruction';
    return f.acted ? 'armed-clash' : 'casualties';
  },
  down: (f) =>
    word(f, 'drone', 'uav', 'missile', 'rocket')
      ? 'disrupted-weapons-use'
      : f.things.has('ships')
        ? 'shelling-artillery-missile'
        : 'armed-clash',
  exchange: (f) =>
    word(f, 'prisoner', 'captive', 'hostage', 'body')
      ? 'agreement'
      : f.means.has('artillery')
        ? 'shelling-artillery-missile'
        : word(f, 'fire', 'gunfire', 'shot', 'blow')
          ? 'armed-clash'
          : null,
  take,
  fall: (f) => {
    if (f.means.has('artillery') && !f.place) return 'shelling-artillery-missile';
    if (!f.place && !f.things.has('territory')) return null;
    return has(f.by, 'armed-group') ? 'non-state-actor-overtakes-territory' : 'government-regains-territory';
  },
  breakout: (f) => (word(f, 'fighting', 'clash', 'battle', 'war', 'violence') ? 'armed-clash' : word(f, 'riot') ? 'violent-demonstration' : null),
  carry: () => null,
  clear: (f) => (word(f, 'mine', 'ied', 'explosive') ? 'disrupted-weapons-use' : take(f)),
  lose: (f) => (f.place || f.things.has('territory') ? 'government-regains-territory' : null),
  enter: (f) =>
    word(f, 'aid', 'convoy', 'relief') && word(f, 'aid', 'relief', 'humanitarian')
      ? 'aid'
      : has(f.by, 'state', 'armed-group')
        ? 'territorial-advance'
        : f.acted
          ? 'movement'
          : null,
  push: (f) =>
    has(f.against, 'state', 'armed-group')
      ? 'armed-clash'
      : has(f.by, 'state', 'armed-group', 'unknown')
        ? 'territorial-advance'
        : null,
  advance: (f) => (has(f.by, 'state', 'armed-group', 'unknown') ? 'territorial-advance' : null),
  withdraw: (f) => (f.acted ? 'movement' : null),
  flee: (f) => (has(f.by, 'civilian') || has(f.against, 'civilian') ? 'displacement' : 'movement'),
  evacuate: (f) => (has(f.against, 'armed-group') || has(f.by, 'armed-group') ? 'movement' : 'displacement'),
  deploy: (f) => (f.acted || f.against.length > 0 ? 'movement' : null),
  cross: (f) =>
    !has(f.by, 'state', 'armed-group', 'police')
      ? null
      : f.place || f.things.has('territory') || f.things.has('infrastructure')
        ? 'territorial-advance'
        : 'movement',
  move: (f) => (has(f.by, 'state', 'armed-group', 'police') || (f.acted && (f.things.has('vehicles') || f.things.has('armour'))) ? 'movement' : null),
  disappear: (f) =>
    has(f.against, 'civilian', 'state', 'armed-group') || has(f.by, 'civilian')
      ? 'abduction-forced-disappearance'
      : null,
  protest,
  disperse: () => 'protest-with-intervention',
  riot: (f) => (word(f, 'mob', 'lynch') ? 'mob-violence' : 'violent-demonstration'),
  disrupt: (f) =>
    f.means.size > 0 ||
    f.things.has('weapons') ||
    f.things.has('depots') ||
    word(f, 'plot', 'tunnel', 'cache', 'attack')
      ? 'disrupted-weapons-use'
      : null,
  agree: (f) =>
    word(
      f,
      'ceasefire',
      'cease-fire',
      'truce',
      'agreement',
      'accord',
      'deal',
      'pact',
      'treaty',
      'peace',
      'swap',
    )
      ? 'agreement'
      : null,
  supply: (f) =>
    f.means.size > 0 ||
    f.things.has('weapons') ||
    f.things.has('armour') ||
    f.things.has('aircraft') ||
    word(f, 'arm', 'weapon', 'ammunition')
      ? 'arms-supply'
      : null,
  aid: (f) =>
    f.things.has('weapons') || f.means.size > 0
      ? 'arms-supply'
      : word(f, 'aid', 'food', 'medicine', 'relief', 'assistance', 'support', 'supply', 'water')
        ? 'aid'
        : null,
  group: (f) =>
    has(f.by, 'armed-group', 'state') || has(f.against, 'armed-group', 'state')
      ? 'change-to-group-activity'
      : null,
  test: (f) => (f.means.size > 0 || f.things.has('weapons') ? 'training-exercise' : null),
  plant: (f) => (f.means.has('ied') ? 'remote-explosive-landmine-ied' : null),
  use: (f) =>
    word(f, 'base', 'headquarters', 'command', 'staging', 'gathering', 'hideout', 'barracks') && has(f.by, 'state', 'armed-group', 'unknown')
      ? 'headquarters-or-base-established'
      : byMeans(f),
  gunfire: (f) => (word(f, 'heavy', 'enemy', 'hostile', 'sniper', 'machine', 'open', 'exchange', 'return', 'receive', 'sustained', 'small', 'under', 'friendly') ? (byMeans(f) ?? shots(f)) : null),
  suffer: (f) => (word(f, 'casualty', 'loss', 'wound', 'injury', 'burn') ? 'casualties' : null),
  block: (f) =>
    word(f, 'road', 'street', 'highway', 'traffic') && !has(f.by, 'state', 'armed-group')
      ? 'violent-demonstration'
      : word(f, 'aid', 'convoy', 'access', 'supply')
        ? 'siege-blockade'
        : null,
  retaliate: (f) => byMeans(f) ?? (f.acted && has(f.by, 'state', 'armed-group') ? 'armed-clash' : null),
  impose: (f) =>
    word(f, 'siege', 'blockade')
      ? 'siege-blockade'
      : word(f, 'sanction', 'embargo', 'ban')
        ? 'sanctions-legal-action'
        : word(f, 'curfew', 'state')
          ? 'other-strategic-development'
          : null,
  establish: (f) =>
    word(f, 'base', 'headquarters', 'camp', 'checkpoint', 'outpost', 'position')
      ? 'headquarters-or-base-established'
      : null,
  offensive: (f) =>
    f.means.has('air')
      ? 'air-drone-strike'
      : has(f.by, 'state', 'armed-group') ||
          has(f.against, 'state', 'armed-group') ||
          f.place ||
          f.acted ||
          word(f, 'offensive', 'war', 'invasion', 'counterattack', 'military')
        ? 'armed-clash'
        : null,
};

/** Questions that can be asked, for the test that every row of the dictionary has an answer. */
export const QUESTION_NAMES = Object.keys(QUESTIONS);

export function settleType(type: TriggerType, facts: Facts): EventType | null {
  if (!type.startsWith('?')) {
    if (type === 'shelling-artillery-missile' && facts.means.has('air') && !facts.means.has('artillery'))
      return 'air-drone-strike';
    return type as EventType;
  }
  return QUESTIONS[type.slice(1)]?.(facts) ?? null;
}
