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

/** Violent by the type alone; a clash or an abduction may be a figure of speech, these rarely are. */
const STRONG = new Set<EventType>([
  'air-drone-strike',
  'suicide-bomb',
  'shelling-artillery-missile',
  'chemical-weapon',
  'remote-explosive-landmine-ied',
  'grenade',
  'siege-blockade',
  'sexual-violence',
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

/** Whether a clause's type is one of violence, force or protest. */
export const isViolent = ({ type }: Weighed): boolean => type !== null && VIOLENT.has(type);

/** Whether one clause tells of force with its means, its victims or those who bear arms; metaphors ("attacked the bill") do not. */
function tellsOfForce({ claim, type, parties }: Weighed): boolean {
  const armed = parties.some((p) => p?.kind === 'armed-group' || p?.kind === 'state-force');
  const harmed = claim.effects.some((e) => e.what === 'killed' || e.what === 'wounded');
  return armed || claim.means.length > 0 || harmed || (type !== null && BY_NATURE.has(type));
}

const BY_NATURE = new Set<EventType>([
  'air-drone-strike',
  'suicide-bomb',
  'shelling-artillery-missile',
  'chemical-weapon',
  'remote-explosive-landmine-ied',
  'grenade',
]);

/** How many sentences hold a clause that tells of force, or name an armed group or a state's force. */
export function forcefulSentences(
  weighed: readonly Weighed[],
  sentences: readonly { start: number; end: number }[],
  parties: readonly Party[],
): number {
  const forceful = new Set(weighed.filter(tellsOfForce).map(({ claim }) => claim.tree.sentence.index));
  const mentions = parties
    .filter((party) => party.kind === 'armed-group' || party.kind === 'state-force')
    .flatMap((party) => party.mentions)
    .sort((a, b) => a[0] - b[0]);
  let at = 0;
  for (const [index, { start, end }] of sentences.entries()) {
    while (at < mentions.length && mentions[at]![0] < start) at++;
    if (at < mentions.length && mentions[at]![0] < end) forceful.add(index);
  }
  return forceful.size;
}

export interface Company {
  /** Sentences of the text. */
  sentences: number;
  /** Sentences that tell of force, or name an armed group or a state's force. */
  forceful: number;
  /** Clauses of a violent type. */
  violent: number;
}

/** Share of forceful sentences from which a text as a whole tells of war or violence. */
const SHARE_MIN = 0.1;
/** A snippet has no room for more than the happening itself. */
const SNIPPET = 3;

export function isAboutConflict({ sentences, forceful, violent }: Company): boolean {
  if (sentences <= SNIPPET && violent > 0) return true;
  return forceful >= (sentences > SNIPPET ? 2 : 1) && forceful / Math.max(sentences, 1) >= SHARE_MIN;
}
