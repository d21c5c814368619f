/** Who did it and to whom, in the words of whole sentences. */
import { describe, expect, it } from 'vitest';
import { openEngine } from '../src/engine.ts';
import { readingOf } from './support/reading-of.ts';

const engine = openEngine();

/** Doers and those it befell, as written, of the first claim that tells of a happening. */
function rolesIn(text: string): { by: string[]; against: string[] } {
  const event = readingOf(text, engine).claims.flatMap((claim) => claim.events)[0];
  const words = (key: 'by' | 'against') =>
    event?.[key].flatMap(({ span }) => (span ? [text.slice(...span)] : [])) ?? [];
  return { by: words('by'), against: words('against') };
}

const CASES: [why: string, text: string, by: string[], against: string[]][] = [
  [
    'a place at the front with no comma is no part of the subject',
    'In Karsa Iraqi troops killed ten militants.',
    ['Iraqi troops'],
    ['ten militants'],
  ],
  [
    'what is handed over is the object, and who gets it is not',
    'Rebels handed over the town to the army.',
    ['Rebels'],
    ['the town'],
  ],
  [
    'whoever suffers harm has it done to them',
    'Doctors said the guard "suffered burns" in the blast.',
    [],
    ['the guard'],
  ],
  [
    'wounds read as sustained ones are sustained by somebody',
    'The hospital said he "sustained shrapnel wounds" in the attack.',
    [],
    ['he'],
  ],
  [
    'an attack that is repelled is theirs who made it',
    'The army repelled an attack by Islamic State on Monday.',
    ['The army'],
    ['Islamic State'],
  ],
  [
    'attacks in a series are repelled by those they were made on',
    'A new series of Islamic State attacks on Syrian Army positions around the city were repelled.',
    ['Syrian Army'],
    ['Islamic State'],
  ],
  [
    'the two sides of a battle, told behind its time',
    'A gun battle which began at 7 p.m. local time between the Mexican Army and smugglers ended in ten deaths.',
    ['the Mexican Army', 'smugglers'],
    ['the Mexican Army', 'smugglers'],
  ],
  [
    'those besieged, told behind their noun',
    'The trucks will relieve the suffering of 40,000 civilians besieged within the city.',
    [],
    ['40,000 civilians'],
  ],
  ['a name that is nobody’s does nothing', 'The Olympic bombing killed one person.', [], ['one person']],
  [
    'a bound belongs to those it counts',
    'Several attacks have killed at least 35 more innocent civilians.',
    [],
    ['at least 35 more innocent civilians'],
  ],
  [
    'what is fired is nobody it is fired at',
    'Four of the officers then fired a total of ten rounds at the crowd.',
    ['the officers'],
    ['the crowd'],
  ],
  ['those who were dispatched go', 'Two battalions were dispatched to the border.', ['Two battalions'], []],
  [
    'where a shell came down is hit',
    'Two rockets landed in the embassy compound.',
    [],
    ['the embassy compound'],
  ],
  [
    'an agent hung on the place is the agent',
    'The teacher was arrested at his school by police.',
    ['police'],
    ['The teacher'],
  ],
  [
    'a date is no agent',
    'The base was captured by 17 October by Iraqi forces.',
    ['Iraqi forces'],
    ['The base'],
  ],
  [
    'whoever is called on is whom the call is to',
    'The United Nations called on Russia to stop bombing the city.',
    [],
    ['Russia'],
  ],
  ['whoever hears a raid makes none', 'Residents reported hearing gunshots during the raids.', [], []],
  [
    'a feeling strikes nobody',
    'The minister said he was appalled by the attack on the market.',
    [],
    ['the market'],
  ],
  [
    'help in the shape of strikes hits nobody that is helped',
    'Coalition jets supported Iraqi forces with ten airstrikes on rebels.',
    ['Coalition jets'],
    ['rebels'],
  ],
  [
    'a series of attacks is theirs who launched it',
    'The Karsa Brigade militants launched a series of attacks on police posts.',
    ['The Karsa Brigade militants'],
    ['police posts'],
  ],
  ['a bomb is not what it strikes', 'The bomb exploded outside the mosque.', [], ['the mosque']],
  ['mines are what was planted', 'Militants planted two mines on the road.', ['Militants'], []],
  [
    'bombs behind a bound are what was detonated',
    'The brigade had detonated at least 20 bombs in Karsa.',
    ['The brigade'],
    [],
  ],
  [
    'a car bomb that goes off outside a building hits it',
    'A car bomb exploded outside the embassy.',
    [],
    ['the embassy'],
  ],
  [
    'fire is opened on those it is to disperse',
    'Police opened fire to disperse demonstrators in Karsa.',
    ['Police'],
    ['demonstrators'],
  ],
  ['fire is set to what burns', 'Settlers set fire to ten houses.', ['Settlers'], ['ten houses']],
  [
    'what residents said stands before them',
    'Settlers in the city of Karsa set fire to ten houses, Karsa residents said.',
    ['Settlers in the city of Karsa'],
    ['ten houses'],
  ],
  ['whoever died of wounds killed nobody', 'A guard died of his wounds.', [], ['A guard']],
  [
    'what tells more of the place at the front is nobody',
    'At Mill Street, the busiest station in the country, two guards were killed.',
    [],
    ['two guards'],
  ],
  [
    'a bomber crashes into those who are struck',
    'A suicide bomber on a motorcycle crashed into a foot patrol near Karsa.',
    ['A suicide bomber on a motorcycle'],
    ['a foot patrol near Karsa'],
  ],
  [
    'fighters hit by soldiers are fought',
    'Troops hit ten militants near the bridge.',
    ['Troops'],
    ['ten militants'],
  ],
  ['what is used is no target', 'The army used napalm on rebels.', ['The army'], ['rebels']],
  ['the dead did nothing', 'The dead included at least five children.', [], []],
  ['whoever is dead is whom it befell', 'Nine people were dead.', [], ['Nine people']],
];

describe('roles', () => {
  it.each(CASES)('%s', (_why, text, by, against) => {
    expect(rolesIn(text)).toEqual({ by, against });
  });
});

it('whoever acts because of fighting did not fight', () => {
  const text = 'The country closed its borders because of fighting between rebels and soldiers.';
  const events = readingOf(text, engine).claims.flatMap((claim) => claim.events);
  const fight = events.find(({ type }) => type === 'armed-clash');
  expect(fight?.by.map(({ span }) => span && text.slice(...span))).toEqual(['rebels', 'soldiers']);
});

it('the government is no group whose name tells that it fights the government', () => {
  const reading = readingOf(
    'Anti-government fighters left on Friday. The government killed ten men.',
    engine,
  );
  const [, killing] = reading.claims.flatMap((claim) => claim.events);
  expect(killing?.by.map(({ party }) => party)).toEqual([null]);
});

it('"it" is no people that the words of a place name', () => {
  const text =
    'Kurds fled. The Peace Watch said the hall of a mosque in Karsa, a Kurdish-held town, was full when it was hit by an explosion.';
  const events = readingOf(text, engine).claims.flatMap((claim) => claim.events);
  const hit = events
    .flatMap(({ against }) => against)
    .find(({ span }) => span && text.slice(...span) === 'it');
  expect(hit).toMatchObject({ party: null });
});

describe('the words of a role', () => {
  it('each of several in its own', () => {
    const { by } = rolesIn('Russian and Syrian jets bombed the town of Karsa on Monday.');
    expect(by).toEqual(['Russian and Syrian jets']);
    const { against } = rolesIn('Gunmen killed ten soldiers and two guards near the bridge.');
    expect(against).toEqual(['ten soldiers', 'two guards']);
  });
});
