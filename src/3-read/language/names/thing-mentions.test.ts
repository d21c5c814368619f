/** Weapons and vehicles by the dictionary of things, and lists of names cut apart. */
import { beforeAll, describe, expect, it } from 'vitest';
import { openLanguage } from '../../../engine.ts';
import type { Language } from '../language.ts';
import type { Token } from '../parsed-text.ts';
import { cutLists } from './cut-lists.ts';

let language: Language;
beforeAll(() => {
  language = openLanguage().language;
});

const mentions = (text: string, ...types: string[]) =>
  language.parse(text).mentions.flatMap((one) => (types.includes(one.type) ? [one.text] : []));

describe('a thing of war', () => {
  it('is found with the nouns before it, without number and article', () => {
    expect(mentions('They seized two heavy machine guns and fled.', 'weapon')).toEqual([
      'heavy machine guns',
    ]);
    expect(mentions('The convoy lost three armoured vehicles.', 'vehicle')).toContain('armoured vehicles');
  });

  it('needs a noun before it where the word means much else', () => {
    expect(mentions('An explosive device went off.', 'weapon')).toEqual(['explosive device']);
    expect(mentions('A second round of talks began.', 'weapon')).toEqual([]);
  });

  it('is no person who carries one', () => {
    expect(mentions('A suicide bomber died.', 'weapon', 'vehicle')).toEqual([]);
  });

  it('is a ship where its prefix says so', () => {
    expect(mentions('The frigate HMS Northolt left the port.', 'vehicle')).toContain('HMS Northolt');
  });
});

describe('a list of names', () => {
  const list = (text: string) => text.split(' ').map((form) => ({ form, lemma: form }) as Token);
  const names = [0, 2, 4].map((at) => ({ first: at, last: at }));

  it('is as many as it names', () => {
    const found = cutLists(list('Belgium , Denmark , France'), [{ first: 0, last: 4, type: 0 }], names, 2);
    expect(found.map(({ first, last }) => [first, last])).toEqual([
      [0, 0],
      [2, 2],
      [4, 4],
    ]);
  });

  it('is a place with what it lies in, unless it goes on', () => {
    const place = [{ first: 0, last: 2, type: 2 }];
    expect(cutLists(list('Palmyra , Syria was'), place, names.slice(0, 2), 2)).toEqual(place);
    expect(cutLists(list('Hama , Homs and'), place, names.slice(0, 2), 2)).toHaveLength(2);
  });
});
