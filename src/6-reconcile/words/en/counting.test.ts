import { expect, it } from 'vitest';
import {
  countsAll,
  countsOne,
  countsOnTop,
  deniesAim,
  deniesCause,
  speaksAhead,
  speaksOfAccusations,
  takesForGranted,
  tellsOfAnother,
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

it('tells what is taken for granted from what is denied', () => {
  for (const words of [
    "I don't know who fired",
    'he did not recall the shot',
    'she did not regret the killings',
    'when the shells fell on the market',
    'because the convoy was hit',
  ])
    expect(takesForGranted(words), words).toBe(true);
  for (const words of ['he did not fire', 'they knew nothing of it was true', 'it did not hit a convoy'])
    expect(takesForGranted(words), words).toBe(false);
});

it('tells an aim denied from a deed denied', () => {
  for (const words of [
    'he did not mean to shoot them',
    "they didn't intend to hit the school",
    'we never wanted to strike it',
  ])
    expect(deniesAim(words), words).toBe(true);
  for (const words of ['he did not shoot them', 'no means were used'])
    expect(deniesAim(words), words).toBe(false);
});

it('tells a cause denied from a harm denied', () => {
  for (const words of ['the deaths were not related to the cold', "the fire wasn't linked with the raid"])
    expect(deniesCause(words), words).toBe(true);
  for (const words of ['nobody was killed', 'the relatives were not hurt', 'it did not cause the deaths'])
    expect(deniesCause(words), words).toBe(false);
});

it('tells a count of all from a count', () => {
  for (const words of ['a total of 14 rifles', 'has taken 12 boats so far', '40 arrests in all'])
    expect(countsAll(words), words).toBe(true);
  for (const words of ['14 rifles', 'all 14 rifles', 'farther south 12 boats'])
    expect(countsAll(words), words).toBe(false);
});

it('tells what is of another time from what is of this', () => {
  for (const words of [
    'a guard was stabbed six months earlier',
    'hit in a previous attack',
    'two similar raids',
  ])
    expect(tellsOfAnother(words), words).toBe(true);
  for (const words of [
    'a guard was stabbed on Monday',
    'the attack came earlier than expected',
    'six months in prison',
  ])
    expect(tellsOfAnother(words), words).toBe(false);
});
