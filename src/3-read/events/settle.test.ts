/** Questions of the shipped dictionary: what means, parties and objects make of a trigger. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Facts, parseQuestions, settleType } from './settle.ts';

const FILE = path.resolve(import.meta.dirname, '../../../dictionaries/en/event-questions.tsv');
const questions = parseQuestions(
  readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t')),
);

function facts(
  known: Partial<Record<'means' | 'things' | 'lemmas' | 'near' | 'around' | 'object', string[]>> &
    Partial<
      Pick<Facts, 'by' | 'against' | 'place' | 'acted' | 'attempted' | 'protest' | 'person' | 'passive'>
    >,
): Facts {
  const { means, things, lemmas, near, around, object, ...rest } = known;
  return {
    means: new Set(means),
    things: new Set(things),
    lemmas: new Set(lemmas),
    near: new Set(near),
    around: new Set(around),
    by: [],
    against: [],
    place: false,
    acted: (known.by?.length ?? 0) > 0,
    attempted: false,
    protest: false,
    object: new Set(object),
    person: false,
    passive: false,
    ...rest,
  };
}

const CASES: [name: string, type: string, known: Parameters<typeof facts>[0], expected: string | null][] = [
  [
    'who takes ground decides: the state',
    '?take',
    { by: ['state'], things: ['territory'] },
    'government-regains-territory',
  ],
  [
    'who takes ground decides: a group',
    '?take',
    { by: ['armed-group'], things: ['territory'] },
    'non-state-actor-overtakes-territory',
  ],
  [
    'an attempt settles no control',
    '?take',
    { by: ['state'], things: ['territory'], attempted: true },
    'territorial-advance',
  ],
  ['arms are taken, not ground', '?take', { by: ['police'], things: ['weapons'] }, 'disrupted-weapons-use'],
  [
    'the means come first',
    '?attack',
    { by: ['armed-group'], against: ['civilian'], means: ['suicide'] },
    'suicide-bomb',
  ],
  ['civilians attacked', '?attack', { by: ['armed-group'], against: ['civilian'] }, 'attack'],
  ['fighters attacked', '?attack', { by: ['state'], against: ['armed-group'] }, 'armed-clash'],
  [
    'police attack protesters',
    '?attack',
    { by: ['police'], against: ['protester'] },
    'excessive-force-against-protesters',
  ],
  ['a clash in war', '?clash', { by: ['state', 'armed-group'] }, 'armed-clash'],
  ['a clash at a protest', '?clash', { by: ['police'], protest: true }, 'violent-demonstration'],
  ['tear gas', '?fire', { by: ['police'], means: ['crowd-control'] }, 'protest-with-intervention'],
  ['people demonstrate', '?demonstrate', { by: ['civilian'] }, 'peaceful-protest'],
  ['actions demonstrate something', '?demonstrate', { object: ['disregard'] }, null],
  ['a gun is fired', '?fire', { by: ['police'], object: ['shot'] }, 'attack'],
  ['a man is fired', '?fire', { person: true, passive: true }, null],
  ['a man is fired on', '?fire', { person: true, passive: true, lemmas: ['on'] }, 'attack'],
  ['a place is located', '?locate', { passive: true }, null],
  ['a target is located', '?locate', { by: ['state'], object: ['target'] }, 'intelligence'],
  ['a site is attacked by hackers', '?attack', { near: ['hacker', 'website'] }, null],
  [
    'the army breaks a siege',
    '?siege',
    { by: ['state'], lemmas: ['break', 'siege'] },
    'government-regains-territory',
  ],
  ['a siege is laid', '?siege', { by: ['state'], lemmas: ['lay', 'siege'] }, 'siege-blockade'],
  ['a road is cut', '?cut', { by: ['state'], things: ['infrastructure'] }, 'siege-blockade'],
  ['funds are cut', '?cut', { by: ['state'] }, null],
  [
    'a town is taken',
    '?take',
    { by: ['state'], place: true, object: ['town'] },
    'government-regains-territory',
  ],
  ['months are taken', '?take', { by: ['state'], place: true, object: ['month'] }, null],
  ['a state of war is entered', '?enter', { by: ['state'], object: ['state'] }, null],
  [
    'gas is made, not used',
    '?use',
    { by: ['armed-group'], means: ['chemical'], lemmas: ['make'] },
    'other-strategic-development',
  ],
  ['nothing taken', '?take', { by: ['civilian'], lemmas: ['break'] }, null],
  ['gas outranks the aircraft', 'air-drone-strike', { means: ['chemical', 'air'] }, 'chemical-weapon'],
];

describe('settleType', () => {
  for (const [name, type, known, expected] of CASES) {
    it(name, () => {
      expect(settleType(type, facts(known), questions)).toBe(expected);
    });
  }

  it('an unknown condition is refused', () => {
    expect(() => parseQuestions([['x', 'colour:red', 'attack']])).toThrow('unknown condition');
  });
});
