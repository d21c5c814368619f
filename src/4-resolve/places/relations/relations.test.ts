import { describe, expect, it } from 'vitest';
import { placeIn, placesIn } from '../../../../test/support/small-resolver.ts';
import { distanceKm } from '../geometry.ts';

const MOSUL = { lat: 36.335, lon: 43.1189 };

describe('distances', () => {
  it.each([
    ['35 km southeast of Mosul', 35, 135],
    ['some 20 km outside Mosul', 20, null],
    ['about 35 kilometers (22 miles) to the south-east of Mosul', 35, 135],
    ['15km Northwest of Mosul', 15, 315],
    ['within six kilometers of Mosul', 6, null],
    ['ten miles north of the city of Mosul', 16.1, 0],
    ['1,500 metres from Mosul', 1.5, null],
  ])('%s', (phrase, km, bearing) => {
    const { places } = placesIn(`They were stopped ${phrase} by a mine in Iraq.`);
    const place = places.find(
      ({ text }) => text === phrase || phrase.endsWith(text) || text.startsWith(phrase),
    )!;
    expect(place).toMatchObject({
      status: 'resolved',
      precision: 'near',
      rule: 'relative-distance',
      geonames: null,
    });
    expect(place.relation).toMatchObject({ km, bearing });
    const anchor = places.find(({ id }) => id === place.relation!.anchor)!;
    expect(anchor.geonames).toBe(99072);
    const off = distanceKm(MOSUL, { lat: place.lat!, lon: place.lon! });
    expect(off).toBeCloseTo(bearing === null ? 0 : km, 0);
  });
});

describe('directions and surroundings', () => {
  it.each([
    ['south of Mosul', 'relative-direction', 180, 'near'],
    ['to the north of Mosul', 'relative-direction', 0, 'near'],
    ['near Mosul', 'relative-near', null, 'near'],
    ['on the outskirts of Mosul', 'relative-near', null, 'near'],
    ['outside the city of Mosul', 'relative-near', null, 'near'],
    ['northern Iraq', 'relative-part', 0, 'region'],
    ['the southern part of Idlib province', 'relative-part', 180, 'province'],
    ['western Mosul', 'relative-part', 270, 'near'],
    ['the eastern suburbs of Mosul', 'relative-around', 90, 'district'],
    ['the Mosul countryside', 'relative-around', null, 'district'],
    ["Mosul's northern countryside", 'relative-around', 0, 'district'],
    ['rural Mosul', 'relative-around', null, 'district'],
  ])('%s', (phrase, rule, bearing, precision) => {
    const { places } = placesIn(`In Iraq two men were killed ${phrase} by gunfire.`);
    const place = places.find((one) => one.relation !== null);
    expect(phrase).toContain(place!.text);
    expect(place).toMatchObject({ rule, precision, relation: { bearing } });
  });

  it('puts half of a country into a box of its own', () => {
    const place = placeIn('Rain fell in northern Syria.', 'northern Syria');
    expect(place.box).toEqual([35.7, 34.8, 42.4, 37.3]);
    expect(place.lat).toBe(36.05);
  });

  it('reads "the north of X" as inside and "north of X" as outside', () => {
    expect(placeIn('Men died in the north of Syria.', 'the north of Syria').rule).toBe('relative-part');
    expect(placeIn('Men died north of Syria.', 'north of Syria').rule).toBe('relative-direction');
  });

  it('does not read "the northern city of X" as a part of X', () => {
    expect(placesIn('They left the northern city of Idlib in Syria.').places.map(({ text }) => text)).toEqual(
      ['city of Idlib', 'Syria'],
    );
  });

  it('takes in the region a direction is confined to', () => {
    const { places } = placesIn('South of Mosul, in the Euphrates Valley, they hid.');
    expect(places[0]).toMatchObject({
      text: 'South of Mosul, in the Euphrates Valley',
      relation: { bearing: 180 },
    });
    expect(places[0]!.relation!.other).toBe(places.find(({ text }) => text === 'Euphrates Valley')!.id);
  });
});

describe('between', () => {
  it.each(['between Idlib and Aleppo', 'the road from Idlib to Aleppo', 'Idlib-Aleppo highway'])(
    '%s',
    (phrase) => {
      const { places } = placesIn(`In Syria a car was hit on ${phrase} at noon.`);
      const place = places.find(({ rule }) => rule === 'relative-between')!;
      expect(phrase).toContain(place.text);
      expect(place).toMatchObject({ precision: 'district', status: 'resolved' });
      expect(place.lat).toBeCloseTo((35.931 + 36.2012) / 2, 2);
      expect(place.relation!.other).not.toBe(place.relation!.anchor);
    },
  );
});

describe('stated distances', () => {
  it('keeps the place and agrees', () => {
    const { places, notes } = placesIn('Al-Mayadeen in Syria is 45 km southeast of Deir Ezzor.');
    expect(notes).toEqual([]);
    expect(places.find(({ rule }) => rule === 'relative-distance')).toMatchObject({ precision: 'near' });
  });

  it('notes a distance that does not fit the gazetteer', () => {
    const { notes } = placesIn('Aleppo in Syria fell. Mosul, 20 km north of Aleppo, held.');
    expect(notes.map(({ reason }) => reason).join()).toContain('the stated distance does not fit');
  });

  it('gives a village no gazetteer knows the place the text gives it', () => {
    const { places } = placesIn(
      'The village of Tell Nowhere, 10 km west of Aleppo, Syria, was shelled. The village burned.',
      {
        tags: { burned: 'VERB' },
      },
    );
    expect(places[0]).toMatchObject({
      status: 'resolved',
      geonames: null,
      precision: 'near',
      rule: 'stated-distance',
      relation: { km: 10, bearing: 270 },
    });
    expect(places.at(-1)).toMatchObject({ text: 'The village', same: 'l1', lat: places[0]!.lat });
  });

  it('reads an apposition between the place and the distance', () => {
    const { places } = placesIn(
      'In Syria, men fled Al-Mayadeen, a militant-held town about 45 km (28 miles) southeast of Deir Ezzor.',
    );
    const town = places.find(({ text }) => text === 'Al-Mayadeen')!;
    expect(places.find(({ rule }) => rule === 'relative-distance')).toMatchObject({
      same: town.id,
      lat: town.lat,
      lon: town.lon,
    });
  });

  it('notes a well-known place said to be near what it is far from, and leaves it where it is', () => {
    const { places, notes } = placesIn('Aleppo in Syria fell. Mosul, a city near Aleppo, held.');
    expect(notes.map(({ reason }) => reason).join()).toContain('said to be near');
    expect(places.find(({ text }) => text === 'Mosul')).toMatchObject({ geonames: 99072, country: 'IQ' });
  });
});
