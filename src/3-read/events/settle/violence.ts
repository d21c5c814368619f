/** Questions about attacks, fire, explosions and their victims. */
import type { EventType } from '../../../records/index.ts';
import { byMeans, type Facts, has, type Question, word } from './facts.ts';

function attack(f: Facts): EventType {
  const means = byMeans(f);
  if (means) return means;
  if (has(f.against, 'civilian')) return 'attack';
  if (has(f.against, 'state', 'police', 'armed-group') || f.things.has('positions') || f.things.has('armour'))
    return 'armed-clash';
  return 'attack';
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

export const VIOLENCE: Record<string, Question> = {
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
  gunfire: (f) =>
    word(
      f,
      'heavy',
      'enemy',
      'hostile',
      'sniper',
      'machine',
      'open',
      'exchange',
      'return',
      'receive',
      'sustained',
      'small',
      'under',
      'friendly',
    )
      ? (byMeans(f) ?? shots(f))
      : null,
  plant: (f) => (f.means.has('ied') ? 'remote-explosive-landmine-ied' : null),
  retaliate: (f) => byMeans(f) ?? (f.acted && has(f.by, 'state', 'armed-group') ? 'armed-clash' : null),
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
  suffer: (f) => (word(f, 'casualty', 'loss', 'wound', 'injury', 'burn') ? 'casualties' : null),
  breakout: (f) =>
    word(f, 'fighting', 'clash', 'battle', 'war', 'violence')
      ? 'armed-clash'
      : word(f, 'riot')
        ? 'violent-demonstration'
        : null,
};
