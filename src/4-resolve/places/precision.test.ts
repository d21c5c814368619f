import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../test/support/small-resolver.ts';
import { acledGeoPrecision, ucdpWherePrecision } from './precision.ts';

describe('codes of other data sets', () => {
  it.each([
    ['in Mosul today', 'Mosul', 1, 1],
    ['near Mosul today', 'near Mosul', 2, 2],
    ['40 km north of Mosul today', '40 km north of Mosul', 2, 3],
    ['on the road between Mosul and Idlib today', 'the road between Mosul and Idlib', 2, 5],
    ['in the Mosul countryside today', 'Mosul countryside', 2, 3],
    ['in Idlib province today', 'Idlib province', 3, 4],
    ['in northern Iraq today', 'northern Iraq', 3, 5],
    ['in Iraq today', 'Iraq', 3, 6],
  ])('%s', (phrase, quoted, acled, ucdp) => {
    const text = `A man was shot ${phrase} by gunmen.`;
    const place = placeIn(text, quoted);
    expect(acledGeoPrecision(place)).toEqual({ code: acled, hold: quoted === 'Iraq' });
    expect(ucdpWherePrecision(place)).toBe(ucdp);
  });

  it('says nothing of a place that is not settled', () => {
    const place = placeIn('They shelled the village of Tell Nowhere.', 'the village of Tell Nowhere');
    expect(acledGeoPrecision(place)).toBeNull();
    expect(ucdpWherePrecision(place)).toBeNull();
  });
});
