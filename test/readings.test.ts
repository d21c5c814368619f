/** What holds for every Reading: grounded, the same every time, of the schema's shape, whatever the input. */
import fc from 'fast-check';
import { Check, Errors } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../src/engine.ts';
import { Reading } from '../src/records/index.ts';
import { groundingFaults } from './support/grounding.ts';
import { readingOf } from './support/reading-of.ts';

const engine = openEngine();

const REPORT = `Shells hit two villages north of Aleppo on Monday, killing at least five people, including two children, residents said.

"They fired from the hills," said Omar Haddad, a doctor in the town of Azaz. "We counted twelve wounded. The bakery is gone."

The Syrian army denied that its forces had fired on civilians. State television, citing a military source, said rebels shelled the road and destroyed three trucks.

Reportedly, some 200 families left for the Turkish border. A United Nations official said aid would reach the camp on Wednesday if the road stays open.`;

describe('a Reading', () => {
  const reading = readingOf(REPORT, engine, { published: '2016-03-08' });

  it('has the shape of the schema', () => {
    expect(Check(Reading, reading), JSON.stringify([...Errors(Reading, reading)].slice(0, 3))).toBe(true);
  });

  it('is grounded: every span quotes its words', () => {
    expect(reading.claims.length).toBeGreaterThan(6);
    expect(groundingFaults(reading)).toEqual([]);
  });

  it('is the same every time', () => {
    expect(JSON.stringify(readingOf(REPORT, openEngine(), { published: '2016-03-08' }))).toBe(
      JSON.stringify(reading),
    );
  });

  it('has no attribution that is said inside itself', () => {
    // Each of two quotations runs into the sentence of the other's speaker.
    const text = `"In winter we had bad news," Haddad said. "One of us fell ill. Then more fell ill." Khalil then explained more deaths near the wells. "To me this is too much," Khalil said. "We had bad news," Haddad said.`;
    for (const { attributions } of [reading, readingOf(text, engine, {})]) {
      const outer = new Map(attributions.map((a) => [a.id, a.nestedIn]));
      for (const { id } of attributions) {
        const above = new Set<string>();
        for (let at = outer.get(id); at && !above.has(at); at = outer.get(at)) above.add(at);
        expect(above.has(id)).toBe(false);
      }
    }
  });

  it('has claims in order of their first span, each id once', () => {
    const starts = reading.claims.map((claim) => claim.spans[0]![0]);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(new Set(reading.claims.map((claim) => claim.id)).size).toBe(reading.claims.length);
  });

  it('points only at things it holds', () => {
    const ids = new Set(
      [...reading.parties, ...reading.places, ...reading.times, ...reading.attributions].map((x) => x.id),
    );
    const effects = new Set(
      reading.claims.flatMap((c) => c.events.flatMap((e) => e.effects.map((f) => f.id))),
    );
    for (const claim of reading.claims) {
      for (const hop of claim.chain) {
        if (hop.attribution) expect(ids).toContain(hop.attribution);
        if (hop.source.party) expect(ids).toContain(hop.source.party);
      }
      for (const event of claim.events) {
        for (const id of [event.place, event.time, ...[...event.by, ...event.against].map((r) => r.party)]) {
          if (id) expect(ids).toContain(id);
        }
        for (const effect of event.effects) if (effect.partOf) expect(effects).toContain(effect.partOf);
      }
    }
  });
});

const HOSTILE = [
  '',
  ' ',
  '\n\n\n',
  'a',
  '"'.repeat(5000),
  '('.repeat(10_000),
  'word'.repeat(20_000),
  `${'a '.repeat(3000)}.`,
  'said said said said said said.',
  '\u202e\u200f\u0000\ufeff said the army.',
  '\ud800 killed 5 people, he said.',
  'killed '.repeat(400),
  '1,000,000,000,000,000,000 people died.',
  '«…»„“”‚‘’‹›—–'.repeat(50),
  'He said "he said "he said "he said.',
  'The the the the of of of to to to by by.',
];

describe('hostile text', () => {
  for (const text of HOSTILE) {
    it(JSON.stringify(text.slice(0, 40)), () => {
      const reading = readingOf(text, engine);
      expect(Check(Reading, reading)).toBe(true);
      expect(groundingFaults(reading)).toEqual([]);
    });
  }

  it('any words of war in any order', () => {
    const word = fc.constantFrom(
      ...'said the army killed 12 , " and . in Aleppo on Friday airstrikes that reportedly denied , he not no ( ) : - Russia rebels attacked according to citing would if captured'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (list) => {
        const reading = readingOf(list.join(' '), engine);
        return Check(Reading, reading) && groundingFaults(reading).length === 0;
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
