import { expect, it } from 'vitest';
import {
  countsOne,
  countsOnTop,
  knowsNothing,
  speaksAhead,
  speaksOfAccusations,
  turnsAway,
} from './counting.ts';

it('tells a count of one from a name', () => {
  for (const words of ['one soldier', '1', 'a single shell', 'the only victim'])
    expect(countsOne(words), words).toBe(true);
  for (const words of ['he', 'Ann Lee', 'a soldier', 'nobody else', '11 men'])
    expect(countsOne(words), words).toBe(false);
});

it('tells a count on top of others', () => {
  for (const words of ['another 41 fighters', 'an additional 20 men', 'a further nine'])
    expect(countsOnTop(words), words).toBe(true);
  for (const words of ['41 fighters', '5,000 others', 'more than 20'])
    expect(countsOnTop(words), words).toBe(false);
});

it('tells what is not to be from what was not', () => {
  for (const words of ['they would not attack the town', "he can't say who fired", 'will not withdraw'])
    expect(speaksAhead(words), words).toBe(true);
  for (const words of ['they did not attack the town', 'the bridge was not hit', 'no shells fell'])
    expect(speaksAhead(words), words).toBe(false);
});

it('tells a harm denied from another thing denied', () => {
  for (const between of [' accounting for deaths at ', ' aware of any '])
    expect(turnsAway(between), between).toBe(true);
  for (const between of [' civilians were ', ' ', ' result in '])
    expect(turnsAway(between), between).toBe(false);
});

it('tells accusations from what happened', () => {
  for (const words of ['the allegations', 'these charges', 'all such accusations'])
    expect(speaksOfAccusations(words), words).toBe(true);
  for (const words of ['this', 'the strike on the charge depot', 'it charged the fighters'])
    expect(speaksOfAccusations(words), words).toBe(false);
});

it('tells who knows nothing from who denies', () => {
  for (const words of ["I don't know who fired", 'he did not recall the shot'])
    expect(knowsNothing(words)).toBe(true);
  for (const words of ['he did not fire', 'they knew nothing of it was true'])
    expect(knowsNothing(words)).toBe(false);
});
