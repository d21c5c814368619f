import { describe, expect, it } from 'vitest';
import { parseParties } from './parse-parties.ts';

const STATES =
  'key\tname\tcountry\taliases\tadjectives\tcapital\nutopia\tUtopia\tUT\tRepublic of Utopia|UT{case,word}\tUtopian\tAmaurot';

describe('parseParties', () => {
  it('reads rows, marks and kinds', () => {
    const list = parseParties({
      'states.tsv': STATES,
      'persons.tsv':
        'key\tname\tof\toffices\nhythloday\tRaphael Hythloday\tutopia\tEnvoy @utopia 1516-|Sailor -1516|Scribe',
    });
    expect(list.problems).toEqual([]);
    expect(list.byKey.get('utopia')).toMatchObject({
      kind: 'state',
      country: 'UT',
      aliases: ['Republic of Utopia', 'UT'],
    });
    expect(list.byKey.get('hythloday')!.offices).toEqual([
      { title: 'Envoy', of: 'utopia', from: 1516, to: null },
      { title: 'Sailor', of: null, from: null, to: 1516 },
      { title: 'Scribe', of: null, from: null, to: null },
    ]);
    expect(list.surfaces).toContainEqual(
      expect.objectContaining({ text: 'UT', kind: 'alias', exactCase: true, doubts: ['word'] }),
    );
    expect(list.surfaces).toContainEqual(
      expect.objectContaining({ text: 'Amaurot', kind: 'metonym', doubts: ['place'] }),
    );
  });

  it('passes over comments and blank lines, and reads Windows line ends', () => {
    const list = parseParties({ 'states.tsv': `# a comment\r\n\r\n${STATES.replace(/\n/g, '\r\n')}\r\n` });
    expect(list.problems).toEqual([]);
    expect(list.byKey.get('utopia')!.name).toBe('Utopia');
  });

  it('reports bad rows by file and line, and reads the rest', () => {
    const rows = [
      'utopia\tUtopia',
      'utopia\tUtopia again',
      'Bad Key\tX',
      'nameless\t',
      'a\tA\tplanet',
      'b\tB\t\tnowhere',
      'c\tC\t\t\tX{what}|Y}z',
      'd\tD\tstate\t\t\t\ttoo many',
    ];
    const list = parseParties({ 'groups.tsv': `key\tname\tkind\tof\taliases\n${rows.join('\n')}` });
    expect(list.problems).toEqual([
      'groups.tsv:9 has 7 cells where the header names 5',
      'groups.tsv:3 repeats the key utopia',
      'groups.tsv:4 has no usable key: "Bad Key"',
      'groups.tsv:5 has no name',
      'groups.tsv:6 has an unknown kind: planet',
      'groups.tsv:8 has an unknown mark: {what}',
      'groups.tsv:8 has braces out of place: Y}z',
      'b is of an unknown party: nowhere',
    ]);
    expect([...list.byKey.keys()]).toEqual(['utopia', 'b', 'c']);
  });

  it('does not throw on anything', () => {
    for (const content of ['', '\t\t\t', '\n\n', 'key', '\u0000\uffff\ud800', '{}|{|}|']) {
      for (const file of [
        'states.tsv',
        'party-patterns.tsv',
        'party-classes.tsv',
        'not-parties.tsv',
        'name-stops.tsv',
      ]) {
        expect(() => parseParties({ [file]: `key\tname\twords\n${content}` })).not.toThrow();
      }
    }
  });
});
