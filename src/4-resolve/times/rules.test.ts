/** Every row of times-rules.tsv is a test of itself. */
import { describe, expect, it } from 'vitest';
import { timesIn, timeWords } from '../../../test/support/times.ts';
import { ACTIONS } from './values/actions.ts';

describe('rules of time', () => {
  it('have names of their own and actions that exist', () => {
    const names = timeWords.rules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { action } of timeWords.rules) expect(Object.keys(ACTIONS)).toContain(action);
    for (const action of Object.keys(ACTIONS))
      expect(timeWords.rules.map((rule) => rule.action)).toContain(action);
  });

  it.each(timeWords.rules.map(({ name, example, value }) => [name, example, value] as const))(
    '%s: %s',
    (_, example, value) => {
      const { times } = timesIn(`${example[0]!.toUpperCase()}${example.slice(1)}, they said.`, '2017-10-14');
      const [from, to] = value.split('/');
      expect(times.at(-1)).toMatchObject(to === undefined ? { value } : { from, to, relation: 'during' });
    },
  );
});
