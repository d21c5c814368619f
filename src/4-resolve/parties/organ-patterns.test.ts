import { describe, expect, it } from 'vitest';
import { readOrgan, spellOut } from './organ-patterns.ts';
import { readTable } from './tables.ts';

const HEADER = 'organ\tmakes\ttype\tname\tof\tbases\tpatterns\tbare\texamples';

function read(row: string) {
  const problems: string[] = [];
  const [first] = readTable('party-patterns.tsv', `${HEADER}\n${row}`, problems);
  return { organ: readOrgan(first!, problems), problems };
}

describe('spellOut', () => {
  it('spells choices out, with and without the optional', () => {
    expect(spellOut('{own} [air/sea] (force/forces)')).toEqual([
      '{own} air force',
      '{own} air forces',
      '{own} sea force',
      '{own} sea forces',
      '{own} force',
      '{own} forces',
    ]); // prettier-ignore
  });
  it('leaves a pattern without choices as it is', () => {
    expect(spellOut('army of {state}')).toEqual(['army of {state}']);
  });
});

describe('readOrgan', () => {
  it('reads a row', () => {
    const { organ, problems } = read(
      'navy\tstate-force\tmilitary\t{adj} Navy\tarmed-forces\tstate\t{own} navy|navy of [the] {state}\tnavy\t',
    );
    expect(problems).toEqual([]);
    expect(organ).toMatchObject({ key: 'navy', kind: 'state-force', of: 'armed-forces' });
    expect(organ!.patterns).toEqual(['{own} navy', 'navy of the {state}', 'navy of {state}']);
  });
  it('makes the state itself with `base`', () => {
    expect(read('officials\tbase\t\t\t\tstate\t{own} officials').organ!.kind).toBeNull();
  });
  it('reports what it cannot read', () => {
    expect(read('x\tship\t\t\t\tstate\t{own} x').problems[0]).toContain('unknown kind: ship');
    expect(read('x\tbase\t\t\t\tmoon\t{own} x').problems[0]).toContain('unknown bases');
    expect(read('x\tbase\t\t\t\tstate\tthe {own} x').problems[0]).toContain('without one slot');
    expect(
      read('x\tbase\t\t\t\tstate\t{own} (a/b/c/d/e/f/g/h) (a/b/c/d/e/f/g/h) (a/b/c/d/e/f/g/h)').problems[0],
    ).toContain('more than 400');
  });
});
