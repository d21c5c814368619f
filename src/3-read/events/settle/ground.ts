/** Questions about who takes, holds, enters and leaves ground. */
import type { EventType } from '../../../records/index.ts';
import { byMeans, type Facts, has, type Question, word } from './facts.ts';

function take(f: Facts): EventType | null {
  const type = taken(f);
  return f.attempted &&
    (type === 'government-regains-territory' || type === 'non-state-actor-overtakes-territory')
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

export const GROUND: Record<string, Question> = {
  take,
  fall: (f) => {
    if (f.means.has('artillery') && !f.place) return 'shelling-artillery-missile';
    if (!f.place && !f.things.has('territory')) return null;
    return has(f.by, 'armed-group') ? 'non-state-actor-overtakes-territory' : 'government-regains-territory';
  },
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
  move: (f) =>
    has(f.by, 'state', 'armed-group', 'police') ||
    (f.acted && (f.things.has('vehicles') || f.things.has('armour')))
      ? 'movement'
      : null,
  use: (f) =>
    word(f, 'base', 'headquarters', 'command', 'staging', 'gathering', 'hideout', 'barracks') &&
    has(f.by, 'state', 'armed-group', 'unknown')
      ? 'headquarters-or-base-established'
      : byMeans(f),
  establish: (f) =>
    word(f, 'base', 'headquarters', 'camp', 'checkpoint', 'outpost', 'position')
      ? 'headquarters-or-base-established'
      : null,
  block: (f) =>
    word(f, 'road', 'street', 'highway', 'traffic') && !has(f.by, 'state', 'armed-group')
      ? 'violent-demonstration'
      : word(f, 'aid', 'convoy', 'access', 'supply')
        ? 'siege-blockade'
        : null,
  impose: (f) =>
    word(f, 'siege', 'blockade')
      ? 'siege-blockade'
      : word(f, 'sanction', 'embargo', 'ban')
        ? 'sanctions-legal-action'
        : word(f, 'curfew', 'state')
          ? 'other-strategic-development'
          : null,
};
