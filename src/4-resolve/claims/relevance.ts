/**
 * Which clauses become claims: those about the conflict or violence that the text tells of. The rest stays in the
 * attributions, with a note, so that a ledger does not drown in sport and courtesy.
 */

import type { RawClaim } from '../../3-read/events/claims.ts';
import type { EventWords } from '../../3-read/events/words.ts';
import type { EventType, Party } from '../../records/index.ts';

/** Types that speak of war, violence or the state's force: all of ACLED's but the last. */
export const VIOLENT = new Set<EventType>([
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

const isArmed = (party: Party | null) => party?.kind === 'armed-group' || party?.kind === 'state-force';

/** Killed or hurt, by force as far as the sentence says: not by a disease, an accident or a flood. */
const isHarmed = ({ claim, type }: Weighed, { otherHarms }: EventWords): boolean =>
  claim.effects.some((e) => e.what === 'killed' || e.what === 'wounded') &&
  ((type !== null && type !== 'casualties') || !namesOtherHarm(claim, otherHarms));

const namesOtherHarm = ({ tree }: RawClaim, otherHarms: EventWords['otherHarms']): boolean =>
  tree.tokens.some((t) => otherHarms.has(t.lemma.toLowerCase()) || otherHarms.has(t.form.toLowerCase()));

/** How warlike one clause is: 2 surely, 1 by its company only, 0 not. A count of the dead is kept whatever killed them. */
export function warlike(one: Weighed, words: EventWords): number {
  const { claim, type, parties } = one;
  const armed = parties.some(isArmed);
  const weapons = claim.means.length > 0;
  const counted = claim.effects.some(
    (e) => (e.what === 'killed' || e.what === 'wounded') && (e.low !== null || e.high !== null),
  );
  const harmed = counted || isHarmed(one, words);
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
function tellsOfForce(one: Weighed, words: EventWords, ofOtherHarm: boolean): boolean {
  const { claim, type, parties } = one;
  const harmed = isHarmed(one, words) && !(ofOtherHarm && (type === null || type === 'casualties'));
  return parties.some(isArmed) || claim.means.length > 0 || harmed || (type !== null && BY_NATURE.has(type));
}

/** Share of sentences from which a text is one of disease or disaster: its dead died of that. */
const OTHER_HARM_MIN = 0.15;

function isOfOtherHarm(weighed: readonly Weighed[], { otherHarms }: EventWords): boolean {
  const trees = new Map(weighed.map(({ claim }) => [claim.tree, claim]));
  const named = [...trees.values()].filter((claim) => namesOtherHarm(claim, otherHarms)).length;
  return named >= 2 && named / trees.size >= OTHER_HARM_MIN;
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
  words: EventWords,
): number {
  const ofOtherHarm = isOfOtherHarm(weighed, words);
  const forceful = new Set(
    weighed
      .filter((one) => tellsOfForce(one, words, ofOtherHarm))
      .map(({ claim }) => claim.tree.sentence.index),
  );
  const mentions = parties
    .filter(isArmed)
    .flatMap((party) => party.mentions)
    .sort((a, b) => a[0] - b[0]);
  let at = 0;
  for (const [index, { start, end }] of sentences.entries()) {
    while (at < mentions.length && mentions[at]![0] < start) at++;
    if (at < mentions.length && mentions[at]![0] < end) forceful.add(index);
  }
  return forceful.size;
}

export interface ForceOfText {
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

export function isAboutConflict({ sentences, forceful, violent }: ForceOfText): boolean {
  if (sentences <= SNIPPET && violent > 0) return true;
  return forceful >= (sentences > SNIPPET ? 2 : 1) && forceful / Math.max(sentences, 1) >= SHARE_MIN;
}
