/** Which marks open a quotation, and whose a quotation is that names no speaker. */
import { expect, it } from 'vitest';
import { readingOf } from '../../../test/support/reading-of.ts';
import { openEngine } from '../../engine.ts';
import { findQuotations } from './quotations.ts';

const quoted = (text: string) =>
  findQuotations(text, [[0, text.length]]).map(({ start, end }) => text.slice(start, end));

it('an angle mark that only parts a headline from a site opens nothing', () => {
  expect(quoted('Road Closed « City News (CN) – “We left early,” he said.')).toEqual(['We left early,']);
  expect(quoted('He said «we left early» today.')).toEqual(['we left early']);
});

it('whoever called something by a word goes on to speak', () => {
  const text =
    'Rebels shelled the town. Mayor Omar Nasser called it "a dark day." "Our homes were hit by rockets on Monday."';
  const claim = readingOf(text, openEngine(), {}).claims.find((one) => one.text.includes('rockets'))!;
  expect(claim.chain.map((hop) => hop.source.text)).toEqual(['Omar Nasser']);
});
