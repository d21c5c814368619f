/** Sentences on which parsers go astray round a verb of saying: who says what must come out all the same. */
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

const CASES: [text: string, source: string, content: string][] = [
  [
    'The claim was dismissed by the council, who said nine miners, including two boys, died when a shaft was bombed.',
    'who',
    'nine miners, including two boys, died when a shaft was bombed',
  ],
  [
    'Secretary Haddad raised the raid in a call and urged them to leave the town.',
    'Secretary Haddad',
    'them to leave the town',
  ],
  [
    'State-run news agency Nur reported blasts at the port and said ambulances were rushing to the scene.',
    'State-run news agency Nur',
    'ambulances were rushing to the scene',
  ],
  [
    'The colonel said retaking the bridge was a great victory.',
    'The colonel',
    'retaking the bridge was a great victory',
  ],
  [
    'The mayor claims that the state sent only three trucks and that there were not enough medics to treat the wounded.',
    'The mayor',
    'that the state sent only three trucks and that there were not enough medics to treat the wounded',
  ],
  ['He said he cannot confirm there is any gas in the depot.', 'he', 'there is any gas in the depot'],
  [
    'According to Omar Haddad, a doctor, 38 newly wounded men have reached the clinic.',
    'Omar Haddad, a doctor',
    '38 newly wounded men have reached the clinic',
  ],
  ['The governor put the death toll at 14.', 'The governor', 'the death toll at 14'],
];

describe('trees round verbs of saying', () => {
  for (const [text, source, content] of CASES)
    it(text, () => expect(told(text)).toContainEqual([source, content]));

  it('a day is nobody', () => {
    expect(told('By November 11, he was said to be leading the rebels.').map(([source]) => source)).toEqual([
      '',
    ]);
  });
});
