/** Names of the war by class: what they are in any sentence, not in one. */
import { describe, expect, it } from 'vitest';
import { openEngine } from '../src/engine.ts';
import type { NameType } from '../src/records/index.ts';
import { readingOf } from './support/reading-of.ts';

const engine = openEngine();

/** Each sentence with the names that must be read in it. */
const SENTENCES: [text: string, names: Record<string, NameType>][] = [
  ['ISIS fighters withdrew from the village on Sunday.', { ISIS: 'organisation' }],
  ['The town was taken back from ISIS, a resident said.', { ISIS: 'organisation' }],
  ['In the desert, ISIS attacked two checkpoints overnight.', { ISIS: 'organisation' }],
  ['The Houthis fired a missile at Marib on Tuesday.', { Houthis: 'organisation', Marib: 'place' }],
  ['A drone launched by the Houthis was shot down.', { Houthis: 'organisation' }],
  [
    'Al-Mayadeen News reported that the army had entered Raqqa.',
    { 'Al-Mayadeen News': 'outlet', Raqqa: 'place' },
  ],
  ['The road was closed on Friday, Al-Mayadeen News said.', { 'Al-Mayadeen News': 'outlet' }],
  [
    'The Russian Defense Ministry denied the strike on Idlib.',
    { 'Russian Defense Ministry': 'organisation', Idlib: 'place' },
  ],
  [
    'Two helicopters were lost near Palmyra, according to the Russian Defense Ministry.',
    { 'Russian Defense Ministry': 'organisation', Palmyra: 'place' },
  ],
  [
    'The Syrian Observatory for Human Rights said nine people had died in Aleppo.',
    { 'Syrian Observatory for Human Rights': 'organisation', Aleppo: 'place' },
  ],
  [
    'Shells hit a market, the Syrian Observatory for Human Rights reported.',
    { 'Syrian Observatory for Human Rights': 'organisation' },
  ],
  ['General Samir Haddad said the bridge at Kobani had been destroyed.', { 'Samir Haddad': 'person' }],
  ['Fighters of the Tamur Brigade entered Azaz.', { 'Tamur Brigade': 'organisation', Azaz: 'place' }],
];

describe('names by class', () => {
  for (const [text, wanted] of SENTENCES)
    it(text, () => {
      const { names } = readingOf(text, engine);
      // "ISIS fighters" is a body as ISIS is.
      const typeOf = (name: string) => names.find(({ text: found }) => found.includes(name))?.type;
      expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, typeOf(name)]))).toEqual(wanted);
    });
});
