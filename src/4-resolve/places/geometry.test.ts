import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearing, distanceKm, inBox, partOfBox, pointAt, turn } from './geometry.ts';

const point = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('geometry', () => {
  it('measures known distances and bearings', () => {
    const aleppo = { lat: 36.2012, lon: 37.1612 };
    const damascus = { lat: 33.5102, lon: 36.2913 };
    expect(distanceKm(aleppo, damascus)).toBeCloseTo(309.7, 0);
    expect(bearing(aleppo, damascus)).toBeCloseTo(195.1, 0);
  });

  it('comes back to the distance and bearing it went', () => {
    fc.assert(
      fc.property(
        point,
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 359, noNaN: true }),
        (from, km, degrees) => {
          const to = pointAt(from, km, degrees);
          expect(Math.abs(distanceKm(from, to) - km)).toBeLessThan(0.1);
          expect(to.lon).toBeGreaterThanOrEqual(-180);
          expect(to.lon).toBeLessThanOrEqual(180);
          if (km > 50) expect(turn(bearing(from, to), degrees)).toBeLessThan(0.5);
        },
      ),
    );
  });

  it('halves and quarters boxes', () => {
    expect(partOfBox([0, 0, 10, 10], 0)).toEqual([0, 5, 10, 10]);
    expect(partOfBox([0, 0, 10, 10], 225)).toEqual([0, 0, 5, 5]);
    expect(inBox({ lat: 5, lon: 5 }, [0, 0, 10, 4])).toBe(false);
    expect(inBox({ lat: 5, lon: 5 }, [0, 0, 10, 4], 1)).toBe(true);
  });
});
