import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeIn, placesIn } from '../../../test/support/small-resolver.ts';

describe('names', () => {
  it('settles a well-known town with its row', () => {
    expect(placeIn('Fighting went on in Mosul for weeks.', 'Mosul')).toMatchObject({
      id: 'l1',
      same: null,
      status: 'resolved',
      geonames: 99072,
      country: 'IQ',
      admin1: 'Nineveh',
      lat: 36.335,
      lon: 43.1189,
      precision: 'exact',
      basis: 'stated',
      kind: 'PPLA',
    });
  });

  it('takes the division where the words call for one, the town where they do not', () => {
    expect(placeIn('A raid in Idlib province killed two.', 'Idlib province')).toMatchObject({
      kind: 'ADM1',
      precision: 'province',
    });
    expect(placeIn('A raid in Idlib killed two.', 'Idlib')).toMatchObject({
      kind: 'PPLA',
      precision: 'exact',
    });
    expect(placeIn('They held the city of Idlib.', 'the city of Idlib')).toMatchObject({ kind: 'PPLA' });
  });

  it('meets spellings that only a loose key meets, when the article speaks for the country', () => {
    expect(placeIn('In Syria, troops went from Aleppo to Deir Ezzor on foot.', 'Deir Ezzor')).toMatchObject({
      status: 'resolved',
      kind: 'PPLA',
      country: 'SY',
    });
  });

  it('ties a misspelling to the name it misspells', () => {
    const { places } = placesIn('Troops entered Al-Mayadeen in Syria. Near Al-Maydeen they stopped.');
    const misspelt = places.find(({ text }) => text === 'Al-Maydeen');
    expect(misspelt).toMatchObject({
      same: 'l1',
      rule: 'spelling-variant',
      basis: 'implied',
      geonames: 168128,
    });
  });

  it('says "not in gazetteer" of a village it does not know, and does not guess', () => {
    const { places, notes } = placesIn('Shells fell on the village of Tell Nowhere in Syria.');
    expect(places[0]).toMatchObject({
      text: 'the village of Tell Nowhere',
      status: 'not-in-gazetteer',
      lat: null,
      lon: null,
      geonames: null,
    });
    expect(notes.map(({ reason }) => reason)).toContain('"Tell Nowhere" is not in the gazetteer');
  });

  it('keeps candidates and names none when an unknown hamlet far from all else bears the name', () => {
    const place = placeIn('In Texas, from Dallas to Washington, men from Sarqa were held.', 'Sarqa');
    expect(place).toMatchObject({ status: 'ambiguous', lat: null, geonames: null });
    expect(place.candidates.map(({ country }) => country)).toEqual(['SY']);
  });
});

describe('the whole article', () => {
  it('reads "Paris, Texas" as the words say', () => {
    expect(placeIn('A storm hit Paris, Texas, on Monday.', 'Paris')).toMatchObject({ geonames: 4717560 });
  });

  it('lets neighbours speak: Paris beside Dallas and Texas', () => {
    expect(placeIn('From Dallas across Texas to Paris the roads were closed.', 'Paris')).toMatchObject({
      country: 'US',
    });
    expect(placeIn('The minister flew to Paris from France.', 'Paris')).toMatchObject({ country: 'FR' });
  });

  it('hears the country of the publisher', () => {
    const text = 'The police searched a house in Karda.';
    const from = (url: string) => placeIn(text, 'Karda', { article: { url } });
    expect(from('https://news.example.com/1').status).toBe('ambiguous');
    expect(from('https://news.example.iq/1').country).toBe('IQ');
    expect(from('https://news.example.sy/1').country).toBe('SY');
  });
});

describe('what is no place', () => {
  it('leaves out outlets, persons and whatever the caller skips', () => {
    expect(placesIn('Aleppo Media Center said so.').places).toEqual([]);
    expect(placesIn('General Aleppo said so.').places).toEqual([]);
    expect(
      placesIn('The men of Mosul Martyrs in Iraq left.', { skip: ['Mosul Martyrs'] }).places.map(
        ({ text }) => text,
      ),
    ).toEqual(['Iraq']);
    const person = {
      names: [{ text: 'Paris', type: 'person' as const, confidence: 0.9 }],
      tags: { sang: 'VERB' },
    };
    expect(placesIn('Later Paris sang.', person).places).toEqual([]);
  });

  it('takes demonyms for no places', () => {
    expect(placesIn('Syrian and Iraqi troops met.').places).toEqual([]);
  });

  it('leaves page furniture unread', () => {
    const text = 'Troops left Mosul. More from Aleppo';
    expect(placesIn(text, { article: { furniture: [[19, 35]] } }).places.map((place) => place.text)).toEqual([
      'Mosul',
    ]);
  });

  it('marks capitals and countries that act as parties', () => {
    const tags = { said: 'VERB', supported: 'VERB', redeployed: 'VERB' };
    expect(placeIn('Washington said it would leave.', 'Washington', { tags })).toMatchObject({
      status: 'not-a-place',
      rule: 'subject-that-acts',
      lat: null,
    });
    expect(placeIn('The rebels, supported by Damascus, advanced.', 'Damascus', { tags })).toMatchObject({
      status: 'not-a-place',
      rule: 'agent-of-passive',
    });
    expect(placeIn('US forces left Mosul.', 'US', { tags })).toMatchObject({
      status: 'not-a-place',
      rule: 'modifier',
    });
    expect(placeIn("Damascus's allies in Iraq agreed.", 'Damascus', { tags })).toMatchObject({
      status: 'not-a-place',
    });
    expect(placeIn('A bomb went off in Damascus, police said.', 'Damascus', { tags })).toMatchObject({
      status: 'resolved',
    });
    expect(placeIn('Mosul fell in June.', 'Mosul', { tags: { fell: 'VERB' } })).toMatchObject({
      status: 'resolved',
    });
  });
});

describe('facilities', () => {
  it('knows some by name and puts others in their town, near', () => {
    expect(placeIn('A strike near Tabqa Dam, Syria, killed one.', 'Tabqa Dam')).toMatchObject({
      status: 'resolved',
      kind: 'DAM',
      precision: 'exact',
    });
    expect(placeIn('Planes hit Mosul University in Iraq.', 'Mosul University')).toMatchObject({
      rule: 'facility-in-town',
      geonames: 99072,
      precision: 'near',
    });
  });
});

describe('any text', () => {
  it('gives grounded places with ids in order, and never throws', () => {
    const word = fc.constantFrom(
      'in',
      'Mosul',
      'the',
      'city',
      'of',
      'north',
      '35',
      'km',
      'Paris',
      ',',
      'Texas',
      '-',
      'Al',
      '.',
      'there',
      'between',
      'and',
      "'s",
      '\n',
      '(',
      ')',
      '🙂',
      'Idlib',
      'province',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        const { places, notes } = placesIn(text);
        expect(places.map(({ id }) => id)).toEqual(places.map((_, i) => `l${i + 1}`));
        const ids = new Set(places.map(({ id }) => id));
        for (const place of places) {
          expect(place.status === 'resolved').toBe(place.lat !== null);
          if (place.same !== null) expect(ids.has(place.same)).toBe(true);
          if (place.relation !== null) expect(ids.has(place.relation.anchor)).toBe(true);
        }
        for (const { span } of notes) expect(text.slice(...span!)).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('takes long texts', () => {
    const text = 'Troops moved 35 km south of Mosul, between Idlib and Aleppo. The city fell there. ';
    expect(placesIn(text.repeat(1600)).places.length).toBeGreaterThan(1600);
  });
});
