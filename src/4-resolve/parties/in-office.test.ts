import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../test/support/reading-of.ts';
import { openEngine } from '../../engine.ts';

const engine = openEngine();
const isPublic = (text: string, name: string) =>
  readingOf(text, engine, {}).parties.find((party) => party.name === name)?.public;

describe('who is in office', () => {
  it.each([
    'Army spokesman Omar Haddad said two shells hit the depot on Monday.',
    'Col. Omar Haddad said two shells hit the depot on Monday.',
    'Omar Haddad, the governor of the province, said two shells hit the depot.',
    'Two shells hit the depot, said the deputy defence minister, Omar Haddad.',
    'The minister for the river lands, Omar Haddad, said two shells hit the depot.',
    'Capt. Omar Haddad, commander of the fleet, said two shells hit the depot.',
    'Omar Haddad is the mayor of the town, which was shelled on Monday.',
  ])('%s', (text) => expect(isPublic(text, 'Omar Haddad')).toBe(true));

  it.each([
    'Officials said Omar Haddad was killed in the shelling on Monday.',
    'Officers found Omar Haddad dead in his house after the shelling.',
    'Soldiers shot Omar Haddad after their commander fled the town.',
    'A spokesman for Omar Haddad said the town had been shelled.',
    'The minister told Omar Haddad that the town had been shelled.',
  ])('not in: %s', (text) => expect(isPublic(text, 'Omar Haddad')).toBe(false));
});
