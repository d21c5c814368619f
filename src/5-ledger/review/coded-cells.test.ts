import { describe, expect, it } from 'vitest';
import type { DecisionEntry } from '../read/said-types.ts';
import { codedCells } from './coded-cells.ts';

let seq = 0;
const coded = (cell: string, value: string | number, more: Partial<DecisionEntry> = {}): DecisionEntry => ({
  seq: ++seq,
  at: '2018-01-01T00:00:00.000Z',
  who: 'Ana',
  why: 'the hospital list',
  inForce: true,
  decision: { type: 'code', incident: 'RP-1', profile: 'acled', cell, value, derived: 10, evidence: 'e1' },
  ...more,
});

describe('coded cells', () => {
  it('keep the person’s value beside the derived one, and say when the evidence changed', () => {
    const decisions = [coded('fatalities', 11), coded('fatalities', 12)];
    const same = codedCells(decisions, 'acled', new Map([['fatalities', { value: 10, evidence: 'e1' }]]));
    expect(same).toMatchObject([
      { cell: 'fatalities', value: 12, derivedThen: 10, derivedNow: 10, evidenceChanged: false },
    ]);
    const moved = codedCells(decisions, 'acled', new Map([['fatalities', { value: 15, evidence: 'e2' }]]));
    expect(moved).toMatchObject([{ value: 12, derivedThen: 10, derivedNow: 15, evidenceChanged: true }]);
    expect(codedCells(decisions, 'acled', new Map())).toMatchObject([
      { derivedNow: null, evidenceChanged: true },
    ]);
  });

  it('leave out what was undone and what another profile has', () => {
    const decisions = [coded('location', 'Karsa'), coded('location', 'Besna', { inForce: false })];
    expect(codedCells(decisions, 'acled', new Map())).toMatchObject([{ value: 'Karsa' }]);
    expect(codedCells(decisions, 'ucdp', new Map())).toEqual([]);
  });
});
