import { describe, expect, it } from 'vitest';
import { placeIn, placesIn } from '../../../../test/support/small-resolver.ts';

describe('descriptions', () => {
  it('takes "the city" for the town in focus, not for the one passed on the way', () => {
    const { places } = placesIn(
      'Troops entered Mosul after men had come from Idlib. Shops in the city were shut.',
    );
    const mosul = places.find(({ text }) => text === 'Mosul')!;
    expect(places.find(({ text }) => text === 'the city')).toMatchObject({
      same: mosul.id,
      basis: 'implied',
      rule: 'definite-description',
      geonames: 99072,
      precision: 'exact',
    });
  });

  it('reads "there" and "the area", and leaves "there is" alone', () => {
    const tags = { there: 'ADV', There: 'ADV' };
    const text = 'Mosul was hit. Nobody lives there. There is no water. Aid reached the area.';
    const { places } = placesIn(text, { tags });
    expect(places.map((place) => place.text)).toEqual(['Mosul', 'there', 'the area']);
    expect(places.map(({ same }) => same)).toEqual([null, 'l1', 'l1']);
  });

  it('knows the country and its capital', () => {
    const text = 'Aleppo and Idlib in Syria burned. The country wept. In the capital, shops closed.';
    expect(placeIn(text, 'The country', { tags: { wept: 'VERB' } })).toMatchObject({
      country: 'SY',
      precision: 'country',
      basis: 'implied',
    });
    expect(placeIn(text, 'the capital', {})).toMatchObject({ geonames: 170654, rule: 'the-capital' });
  });

  it('takes a capital for that of the people named before it', () => {
    const text = 'Men were held in Mosul and Erbil. Shops in the Syrian capital closed.';
    const tags = { closed: 'VERB' };
    expect(placeIn(text, 'the Syrian capital', { tags })).toMatchObject({
      geonames: 170654,
      rule: 'the-capital',
    });
  });

  it('does not take a large city for a village, or the largest for the one before', () => {
    expect(placesIn('Mosul was hit. The village burned.').places).toHaveLength(1);
    expect(placesIn('Idlib fell. Mosul is the largest city.').places.map(({ text }) => text)).toEqual([
      'Idlib',
      'Mosul',
    ]);
  });

  it('sets outskirts and suburbs beside the town, not in its place', () => {
    const { places } = placesIn('Mosul was hit. Shells fell on the outskirts, then men fled the city.');
    expect(places.find(({ text }) => text === 'the outskirts')).toMatchObject({
      same: null,
      precision: 'near',
      relation: { anchor: 'l1', km: null, bearing: null },
      rule: 'relative-near',
    });
    expect(places.find(({ text }) => text === 'the city')).toMatchObject({ same: 'l1', precision: 'exact' });
  });

  it('notes a description with nothing before it', () => {
    const { places, notes } = placesIn('They reached the town at dawn.');
    expect(places).toEqual([]);
    expect(notes).toEqual([
      { step: 'places', reason: 'no place named before that this could mean', span: [13, 21] },
    ]);
  });

  it('reads "here" as the place of the dateline', () => {
    const text = 'DAMASCUS, Syria (AP) - Two men were held here, near Aleppo.';
    expect(placeIn(text, 'here', { tags: { here: 'ADV' } })).toMatchObject({
      geonames: 170654,
      rule: 'deictic',
    });
  });
});
