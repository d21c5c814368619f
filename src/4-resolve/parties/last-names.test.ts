import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../test/support/reading-of.ts';
import { openEngine } from '../../engine.ts';

const engine = openEngine();
const read = (text: string) => readingOf(text, engine, {});
const speakers = (text: string) => {
  const { attributions, parties } = read(text);
  const names = new Map(parties.map((party) => [party.id, party.name]));
  return attributions.map((a) => names.get(a.source.party ?? '') ?? a.source.text);
};

describe('persons by their last names', () => {
  it('are whoever was named in full', () => {
    const told = speakers(
      'Army spokesman Omar Haddad said two shells hit the depot on Monday. Later Haddad said that six soldiers had been wounded in the shelling.',
    );
    expect(told).toEqual(['Omar Haddad', 'Omar Haddad']);
  });

  it('behind an office and a comma too', () => {
    expect(
      speakers(
        'Shells hit the depot and killed two soldiers, said the minister of health and water, Marek Sawin.',
      ),
    ).toEqual(['Marek Sawin']);
  });

  it('an office that nobody was named with is nobody', () => {
    const { attributions } = read(
      'Omar Haddad fled the shelling with his sons. The army secretary said two soldiers had been killed.',
    );
    expect(attributions.at(-1)!.source.party).toBeNull();
  });
});
