/**
 * Which clauses become claims: those about the conflict or violence that the text tells of. The rest stays in the
 * attributions, with a note, so that a ledger does not drown in sport and courtesy.
 */

import type { RawClaim } from '../../3-read/events/claims.ts';
import type { EventType, Party } from '../../records/index.ts';

/** Types that speak of war, violence or the state's force: all of ACLED's but the last. */
const VIOLENT = new Set<EventType>([
  'government-regains-territory',
  'non-state-actor-overtakes-territory',
  'armed-clash',
  'chemical-weapon',
  'air-drone-strike',
  'suicide-bomb',
  'shelling-artillery-missile',
  'remote-explosive-landmine-ied',
  'grenade',
  'sexual-violence',
  'abduction-forced-disappearance',
  'excessive-force-against-protesters',
  'violent-demonstration',
  'mob-violence',
  'disrupted-weapons-use',
  'siege-blockade',
  'casualties',
  'attack',
  'peaceful-protest',
  'protest-with-intervention',
  'arrests',
  'agreement',
  'change-to-group-activity',
  'headquarters-or-base-established',
  'looting-property-destruction',
  'non-violent-transfer-of-territory',
  'territorial-advance',
  'movement',
]);

export interface Weighed {
  claim: RawClaim;
  type: EventType | null;
  parties: readonly (Party | null)[];
}

/** How warlike one clause is: 2 surely, 1 by its company only, 0 not. */
export function warlike({ claim, type, parties }: Weighed): number {
  const armed = parties.some((p) => p?.kind === 'armed-group' || p?.kind === 'state-force');
  const weapons = claim.means.length > 0;
  const harmed = claim.effects.some((e) => e.what === 'killed' || e.what === 'wounded');
  const actors = claim.tokens.some((t) => t.upos === 'NOUN' && FORCES.has(t.lemma));
  const truce = claim.tokens.some((t) => TRUCES.has(t.lemma.toLowerCase()));
  if (type && VIOLENT.has(type) && (armed || weapons || harmed || actors || truce || STRONG.has(type)))
    return 2;
  if (type || armed || weapons || harmed || actors) return 1;
  return 0;
}

const STRONG = new Set<EventType>([
  'air-drone-strike',
  'suicide-bomb',
  'shelling-artillery-missile',
  'chemical-weapon',
  'remote-explosive-landmine-ied',
  'grenade',
  'armed-clash',
  'siege-blockade',
  'sexual-violence',
  'abduction-forced-disappearance',
  'peaceful-protest',
  'protest-with-intervention',
  'excessive-force-against-protesters',
  'violent-demonstration',
  'mob-violence',
  'disrupted-weapons-use',
]);
const TRUCES = new Set('ceasefire cease-fire truce armistice hostilities insurgency peace'.split(' '));
const FORCES = new Set(
  'troop soldier army military rebel militant militia insurgent fighter warplane jihadist guerrilla gunman brigade battalion terrorist force police policeman officer gang mob activist protester separatist bandit attacker'.split(
    ' ',
  ),
);

export interface Company {
  /** Sentences of the text. */
  sentences: number;
  /** Surely warlike clauses. */
  strong: number;
}

/** Whether the text as a whole tells of war or violence: one clause in eight, or three together. */
export function isAboutConflict({ sentences, strong }: Company): boolean {
  return strong >= 3 ? strong / Math.max(sentences, 1) >= 0.04 : strong / Math.max(sentences, 1) >= 0.125;
}
