/** How far what is said reaches: where it begins, what hangs on behind it, and where somebody says something else. */
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../engine.ts';
import { textOf } from '../syntax/tree.ts';
import { attribute } from './attribute.ts';

const engine = openEngine();

/** Source and content of each attribution, as written. */
function told(text: string): [source: string, content: string][] {
  const { attributions } = attribute(engine.language.parse(text), engine.cues);
  return attributions.map((a) => [textOf(text, a.source), textOf(text, a.content)]);
}

const CASES: { what: string; text: string; all: [source: string, content: string][] }[] = [
  {
    what: 'a phrase behind what is called for',
    text: 'The envoy called for an end to the siege of the two northern towns.',
    all: [['The envoy', 'an end to the siege of the two northern towns']],
  },
  {
    what: 'a participle that describes what somebody has',
    text: 'We also call for an end to the regime’s escalating attacks on the two towns.',
    all: [['We', 'an end to the regime’s escalating attacks on the two towns']],
  },
  {
    what: 'a part named behind a comma',
    text: 'We call on all sides to respect the truce, particularly around the dam.',
    all: [['We', 'all sides to respect the truce, particularly around the dam']],
  },
  {
    what: 'words that lead to a quotation',
    text: 'The bridge was "beyond repair," the engineer said.',
    all: [['the engineer', 'The bridge was "beyond repair']],
  },
  {
    what: 'no title as a second part of a quotation',
    text: '"We lost the whole street," said Omar Haddad, author of "Nights of Dust."',
    all: [['Omar Haddad, author of "Nights of Dust', 'We lost the whole street']],
  },
  {
    what: 'a second part behind the saying',
    text: '"We lost the street," the baker said, "and then the shop."',
    all: [['the baker', 'We lost the street, and then the shop']],
  },
  {
    what: 'a speaker described between the marks and the verb',
    text: '"The road is shut," Omar Haddad, a driver and medic from the town, said.',
    all: [['Omar Haddad, a driver and medic from the town', 'The road is shut']],
  },
  {
    what: 'a description between speaker and verb',
    text: 'Nina Haddad, a surgeon in the town, said that the clinic had been hit.',
    all: [['Nina Haddad, a surgeon in the town', 'that the clinic had been hit']],
  },
  {
    what: 'a hyphen in brackets that is no dateline',
    text: 'Senator Omar Haddad (D-Ohio) said the convoy had been stopped.',
    all: [['Senator Omar Haddad (D-Ohio', 'the convoy had been stopped']],
  },
  {
    what: 'a time before a speaker',
    text: 'In late October laboratory tests confirmed that sarin had been used.',
    all: [['laboratory tests', 'that sarin had been used']],
  },
  {
    what: 'another who speaks behind "and"',
    text: 'The army said the road was open, and the rebels said it was shut.',
    all: [
      ['The army', 'the road was open'],
      ['the rebels', 'it was shut'],
    ],
  },
  {
    what: 'the same speaker who goes on',
    text: 'The general said he did not know the village, but added that jets had been near it.',
    all: [
      ['The general', 'he did not know the village'],
      ['The general', 'that jets had been near it'],
    ],
  },
  {
    what: 'the same speaker in a participle',
    text: 'The ministry said the depot had burnt down, suggesting that rebels had set it alight.',
    all: [
      ['The ministry', 'the depot had burnt down'],
      ['The ministry', 'that rebels had set it alight'],
    ],
  },
  {
    what: 'a second speaker named before the participle',
    text: 'Jets hit the port, the mayor said, adding that two men had died.',
    all: [
      ['the mayor', 'Jets hit the port'],
      ['the mayor', 'that two men had died'],
    ],
  },
  {
    what: 'reports of others beside what is said',
    text: 'The council accused the army of shelling the town, with reports of a clinic being hit.',
    all: [
      ['The council', 'the army of shelling the town'],
      ['reports', 'a clinic being hit'],
    ],
  },
  {
    what: 'a clause in another time behind what is said',
    text: 'Officials said the camp was empty and would be taken down.',
    all: [['Officials', 'the camp was empty and would be taken down']],
  },
  {
    what: 'a subject far before a passive belief',
    text: 'The port has been sealed off and is expected to stay shut for a month.',
    all: [['', 'The port to stay shut for a month']],
  },
];

describe('how far what is said reaches', () => {
  for (const { what, text, all } of CASES)
    it(what, () => {
      const found = told(text);
      for (const one of all) expect(found).toContainEqual(one);
    });
});
