/** The code lists that fields are chosen from. A test holds them to the records' own, which the browser need not load. */
export const EVENT_TYPE_CODES = [
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
  'attack',
  'abduction-forced-disappearance',
  'peaceful-protest',
  'protest-with-intervention',
  'excessive-force-against-protesters',
  'violent-demonstration',
  'mob-violence',
  'agreement',
  'arrests',
  'change-to-group-activity',
  'disrupted-weapons-use',
  'headquarters-or-base-established',
  'looting-property-destruction',
  'non-violent-transfer-of-territory',
  'other-strategic-development',
  'territorial-advance',
  'movement',
  'casualties',
  'displacement',
  'siege-blockade',
  'aid',
  'talks-diplomacy',
  'sanctions-legal-action',
  'threat-vow',
  'arms-supply',
  'intelligence',
  'training-exercise',
  'condemnation',
  'call-for-action',
] as const;

export const CLAIM_KIND_CODES = ['event', 'situation', 'assessment', 'corroboration', 'geography'] as const;
export const SOURCE_KIND_CODES = [
  'person',
  'organisation',
  'outlet',
  'state',
  'document',
  'unnamed',
] as const;
export const PARTY_KIND_CODES = [
  'state',
  'state-force',
  'armed-group',
  'person',
  'organisation',
  'outlet',
  'population',
] as const;
export const EFFECT_KIND_CODES = [
  'killed',
  'wounded',
  'missing',
  'captured',
  'displaced',
  'destroyed',
  'damaged',
  'seized',
] as const;
export const SCOPE_CODES = ['happening', 'sum', 'since'] as const;

/** Why a claim is taken out, as reviewers say it most. */
export const REJECT_REASONS = [
  'says nothing of the conflict',
  'the text does not say so',
  'says the same as another claim',
  'not a claim: a heading, a caption, furniture',
  'background, not reported here',
] as const;
