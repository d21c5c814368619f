/** Effects and roles of whole sentences: counts hung astray, tolls, parts, types told beside. */
import { describe, expect, it } from 'vitest';
import { openEngine } from '../src/engine.ts';
import type { Reading } from '../src/records/index.ts';
import { readingOf } from './support/reading-of.ts';

const engine = openEngine();

const read = (text: string): Reading => readingOf(text, engine);

const effectsOf = (text: string) =>
  read(text).claims.flatMap((c) =>
    c.events.flatMap((e) =>
      e.effects.map(
        (f) =>
          `${f.what} ${f.low ?? '-'}-${f.high ?? '-'}${f.partOf ? ' part' : ''}: ${text.slice(...f.span)}`,
      ),
    ),
  );

const CASES: [name: string, text: string, expected: string[]][] = [
  [
    'reduced to rubble',
    'The shelling reduced the hospital to rubble. Troops reduced the guard to tears.',
    ['destroyed 1-1: the hospital'],
  ],
  [
    'people driven from their homes',
    'Shells killed two guards. The army expelled more than 100 families from the village.',
    ['killed 2-2: two guards', 'displaced 101--: more than 100 families'],
  ],
  [
    'five more, another five',
    'A man was killed and five more were wounded. A girl was killed and another two injured.',
    ['killed 1-1: A man', 'wounded 5-5: five', 'killed 1-1: A girl', 'wounded 2-2: another two'],
  ],
  [
    'who the dead and wounded were',
    'The wounded included three guards. The dead were two women and a boy. The dead are heroes.',
    ['wounded 3-3: three guards', 'killed 2-2: two women', 'killed 1-1: a boy'],
  ],
  [
    'counts behind a bound',
    'The army killed more than 60 rebels near the town.',
    ['killed 61--: more than 60 rebels'],
  ],
  [
    'losses of one happening',
    'Two soldiers were killed and five were wounded when a mine exploded.',
    ['killed 2-2: Two soldiers', 'wounded 5-5: five'],
  ],
  [
    'those reported dead',
    'At least seven people were reported dead in the port after the blast.',
    ['killed 7--: At least seven people'],
  ],
  ['a toll that rose', 'The death toll rose to 43 from 31 on Sunday.', ['killed 43-43: 43']],
  [
    'parts named after the whole',
    'The strike killed 12 people, including three children.',
    ['killed 12-12: 12 people', 'killed 3-3 part: three children'],
  ],
  [
    'parts behind a colon',
    'The clashes killed more than 470 people, including: 241 militants and 105 civilians.',
    [
      'killed 471--: more than 470 people',
      'killed 241-241 part: 241 militants',
      'killed 105-105 part: 105 civilians',
    ],
  ],
  [
    'those it befell along with others',
    'Three soldiers were injured along with two bystanders.',
    ['wounded 3-3: Three soldiers', 'wounded 2-2: two bystanders'],
  ],
  [
    'harm that is suffered',
    'The hospital said he "sustained shrapnel wounds and is in a critical condition".',
    ['wounded 1-1: he'],
  ],
  [
    'several befallen by several verbs',
    'The raid killed 12 fighters and destroyed three trucks.',
    ['killed 12-12: 12 fighters', 'destroyed 3-3: three trucks'],
  ],
];

describe('effects of a sentence', () => {
  for (const [name, text, expected] of CASES) it(name, () => expect(effectsOf(text)).toEqual(expected));
  it('nothing where nobody was hurt', () => {
    expect(effectsOf('No civilians were killed in the raid.')).toEqual([]);
  });
  it('a date is no victim', () => {
    expect(effectsOf('On Monday, Dec. 26, a commander was killed by a rebel.').join()).not.toContain(': 26');
  });
});

describe('whom', () => {
  const whom = (text: string) =>
    read(text).claims.flatMap((c) => c.events.flatMap((e) => e.effects.map((f) => f.whom)));
  it('members are what they are members of', () => {
    expect(whom('Three members of the police force were killed in the attack.')).toEqual(['police']);
    expect(whom('Two members of parliament were killed in the attack.')).toEqual(['civilians']);
    expect(whom('Six members of the group were killed in the attack.')).toEqual(['militants']);
  });
  it('fighters who flee are not displaced', () => {
    expect(whom('Ten rebels fled the town after the attack.')).toEqual([]);
  });
});

describe('what was hit', () => {
  it('a crossing is no ship', () => {
    expect(read('Two shells hit a ferry crossing on Monday.').claims[0]!.events[0]!.effects[0]).toMatchObject(
      {
        what: 'damaged',
        whom: 'infrastructure',
        low: 1,
      },
    );
  });
});

describe('types told by the clause beside', () => {
  it('the grenade, not the killing', () => {
    const types = read('Three soldiers were killed when a grenade exploded in the market.').claims.flatMap(
      (c) => c.events.map((e) => e.type),
    );
    expect(new Set(types)).toEqual(new Set(['grenade']));
  });
});

describe('roles', () => {
  const roles = (text: string, key: 'by' | 'against') => {
    const reading = read(text);
    const names = new Map(reading.parties.map((p) => [p.id, p.name]));
    return reading.claims.flatMap((c) =>
      c.events.flatMap((e) => e[key].map((r) => r.party && names.get(r.party))),
    );
  };
  it('the fight named beside says against whom', () => {
    expect(roles('Iraqi forces seized the town in their battle with Islamic State.', 'against')).toContain(
      'Islamic State',
    );
  });
  it('whoever is accused did it', () => {
    expect(roles('Syria accused Israel of bombarding a base.', 'by')).toContain('Israel');
  });
  it('two verbs of one object have one target, and one doer', () => {
    const text = 'Islamic State raided the district, ambushing and killing several Hezbollah fighters.';
    expect(roles(text, 'against')).toContain('Hezbollah');
    expect(new Set(roles(text, 'by'))).toEqual(new Set(['Islamic State']));
  });
  it('fire that is received is theirs from whom it comes', () => {
    const text =
      'Soldiers continued to receive machine gun and rocket fire from Hezbollah fighters near the dam.';
    expect(roles(text, 'by')).toEqual(['Hezbollah']);
  });
  it('neither a conjunction nor a day is the subject', () => {
    const text = 'A farmer told Reuters that earlier on Friday IS had attacked the post.';
    expect(roles(text, 'by')).toEqual(['Islamic State']);
  });
  it('a main verb far behind its subject is one', () => {
    const text =
      'In support of these operations, the army in the last 24 hours conducted ten airstrikes on Hezbollah.';
    expect(roles(text, 'against')).toContain('Hezbollah');
    expect(read(text).claims[0]!.events[0]!.type).toBe('air-drone-strike');
  });
  it('whoever is accused of it did it, whatever day it was', () => {
    const text =
      'Also on Tuesday, a Syrian spokesman accused Hezbollah of killing 60 civilians and injuring 20 others in air strikes.';
    expect(roles(text, 'by')).toEqual(['Hezbollah']);
  });
  it('they whom somebody accuses are not those who accuse', () => {
    const text =
      'Hezbollah fighters entered the town. Last week, Amnesty International alleged they had killed two men there.';
    expect(roles(text, 'by')).not.toContain('Amnesty International');
  });
  it('those who find the dead killed nobody', () => {
    expect(roles('Hezbollah fighters found the bodies of ten men near the dam.', 'by')).toEqual([]);
  });
  it('who fights is not who is fought', () => {
    const text = 'Hezbollah fought a war with Israel in 2006.';
    expect(roles(text, 'by')).toEqual(['Hezbollah']);
    expect(roles(text, 'against')).toEqual(['Israel']);
    expect(roles('The army clashed on Monday.', 'against')).toEqual([]);
  });
  it('each of two that clash is against the other', () => {
    const text = 'Hezbollah and Islamic State clashed near the border.';
    expect(roles(text, 'against')).toEqual(roles(text, 'by'));
    expect(roles(text, 'by')).toHaveLength(2);
  });
  it('"our forces" are the speaker’s, whoever was named last', () => {
    const text = 'Hezbollah said Israeli jets had bombed our forces near the border.';
    expect(roles(text, 'against')).toEqual(['Hezbollah']);
  });
  it('IS is no form of "be"', () => {
    expect(roles('The town is still under IS control.', 'by')).toContain('Islamic State');
  });
});

describe('doers and those it befell', () => {
  const roles = (text: string, key: 'by' | 'against') =>
    read(text).claims.flatMap((c) =>
      c.events.flatMap((e) => e[key].flatMap((r) => (r.span ? [text.slice(...r.span)] : []))),
    );
  it('an outbreak is no doer', () => {
    expect(roles('The mayor said that the outbreak had killed three people.', 'by')).toEqual([]);
  });
  it('a capital at the start of a sentence names nobody', () => {
    expect(roles('Heavy shelling by government forces killed nine civilians.', 'by')).not.toContain('Heavy');
  });
  it('an attack that is repelled is not the one it was done to', () => {
    expect(roles('The attack on the base was repelled by the army on Monday.', 'against')).toEqual([]);
  });
  it('whoever claims an attack did it, as they say', () => {
    expect(roles('Islamic State claimed the attack through its news agency.', 'by')).toContain(
      'Islamic State',
    );
  });
  it('those who are killed are not told by what they are called', () => {
    const [event] = read('Reinforcements were killed by army personnel near the bridge.').claims[0]!.events;
    expect(event!.type).toBe('armed-clash');
  });
});

describe('counted subjects without an auxiliary', () => {
  it('each has its own harm', () => {
    expect(effectsOf('In two days of raids 38 civilians killed and 27 wounded.')).toEqual([
      'killed 38-38: 38 civilians',
      'wounded 27-27: 27 wounded',
    ]);
  });
  it('a strike that engages a unit is a strike', () => {
    const [event] = read('Near Bayji, one strike engaged a rebel unit and destroyed a bulldozer.').claims[0]!
      .events;
    expect(event!.type).toBe('air-drone-strike');
  });
});
