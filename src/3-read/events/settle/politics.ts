/** Questions about protest, agreement, supplies and what groups and states do short of fighting. */
import type { EventType } from '../../../records/index.ts';
import { type Facts, has, type Question, word } from './facts.ts';

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

export const POLITICS: Record<string, Question> = {
  carry: () => null,
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
};
