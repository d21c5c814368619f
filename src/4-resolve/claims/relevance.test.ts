/** Which clauses become claims, and what a claim leaves to another, by the real engine. */
import { beforeAll, describe, expect, it } from 'vitest';
import { readingOf } from '../../../test/support/reading-of.ts';
import { type Engine, openEngine } from '../../engine.ts';

let engine: Engine;
beforeAll(() => {
  engine = openEngine();
});
const read = (text: string) => readingOf(text, engine, { published: '2017-10-14' });
const texts = (text: string) => read(text).claims.map((claim) => claim.text);
const typesOf = (text: string) => read(text).claims.map((claim) => claim.events[0]?.type ?? null);

describe('what is a claim', () => {
  it('in a text of a disease only the dead that are counted', () => {
    const told = texts(
      'The cholera outbreak has killed 40 people in the port. Doctors say the disease spreads through water. Vaccines arrived on Friday. The epidemic is under control, the minister said.',
    );
    expect(told).toEqual(['The cholera outbreak has killed 40 people in the port']);
  });

  it('in a long text on other things not what stands far from the violence', () => {
    const filler =
      'The library opened in 1950. It has two floors. Its garden is large. Visitors like its café. ';
    const told = texts(
      `${filler}Gunmen attacked the guards on Monday and killed two soldiers. Rebels shelled the road. ${filler}The mayor praised the architects of the hall. ${filler}`,
    );
    expect(told.some((one) => one.includes('killed two soldiers'))).toBe(true);
    expect(told.some((one) => one.includes('architects') || one.includes('garden'))).toBe(false);
  });

  it('in a dispatch what is said beside it too', () => {
    const told = texts(
      'Rebels shelled the town on Monday. The army attacked their posts. "The road to the hospital is closed," said Omar Haddad, a doctor. Two soldiers were killed.',
    );
    expect(told.some((one) => one.includes('road to the hospital'))).toBe(true);
  });

  it('a condemnation, without the toll of what it condemns', () => {
    const { claims } = read('France condemned the bombing in Aleppo that killed ten soldiers.');
    const told = claims.map(({ events: [event] }) => [event?.type, event?.effects.length]);
    expect(told).toContainEqual(['condemnation', 0]);
    expect(told.filter(([, n]) => n === 1)).toHaveLength(1);
  });

  it('no heading', () => {
    expect(texts('Battle of Aleppo (2012)\n\nRebels shelled the town on Monday.')).toEqual([
      'Rebels shelled the town on Monday',
    ]);
  });
});

describe('words of force in other senses', () => {
  for (const text of [
    'Rebels shelled the town. These acts demonstrate a disregard for life.',
    'Rebels shelled the town. The officer was fired by the department.',
    'Rebels shelled the town. The row surrounding the vote went on.',
    'Rebels shelled the town. Use of cleaner stoves improves air quality.',
    'Rebels shelled the town. The government supports a negotiated transition.',
  ])
    it(text, () => {
      expect(typesOf(text).filter((type) => type !== null)).toEqual(['shelling-artillery-missile']);
    });
});

describe('a pronoun', () => {
  it('that means a thing means no party', () => {
    const { claims } = read('Kurdish forces hold the town. The mosque was full when it was hit by a rocket.');
    const hit = claims.find((claim) => claim.text.includes('hit by'))!;
    expect(hit.events[0]!.against.map((role) => role.party)).toEqual([null]);
  });
});
