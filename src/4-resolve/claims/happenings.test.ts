import { describe, expect, it } from 'vitest';
import type { Claim, ClaimEvent, Effect, EventType } from '../../records/index.ts';
import { type Telling, tellHappenings } from './happenings.ts';

function effect(id: string, low: number): Effect {
  return {
    id,
    what: 'killed',
    span: [0, 1],
    whom: 'militants',
    label: null,
    low,
    high: low,
    approximate: false,
    unit: 'persons',
    scope: 'happening',
    partOf: null,
    sums: [],
    origin: [],
  };
}

function telling(
  sentence: number,
  type: EventType,
  effects: Effect[],
  known: Partial<Telling> = {},
  event: Partial<ClaimEvent> = {},
): Telling {
  const claim: Claim = {
    id: String(sentence),
    spans: [[sentence, sentence + 1]],
    text: '',
    chain: [],
    certainty: 'asserted',
    certaintyWords: [],
    kind: 'event',
    about: null,
    loaded: [],
    events: [
      {
        type,
        trigger: null,
        happening: null,
        by: [],
        against: [],
        place: null,
        time: null,
        means: [],
        effects,
        ...event,
      },
    ],
    rules: [],
  };
  return { claim, sentence, definite: false, plural: false, total: false, ...known };
}

const happeningsOf = (tellings: Telling[]) => {
  tellHappenings(tellings, [], []);
  return tellings.map((t) => t.claim.events[0]!.happening);
};

describe('tellHappenings', () => {
  it('"the blast" is the blast told before', () => {
    expect(
      happeningsOf([
        telling(0, 'remote-explosive-landmine-ied', []),
        telling(1, 'remote-explosive-landmine-ied', [], { definite: true }),
      ]),
    ).toEqual(['h1', 'h1']);
  });

  it('a toll right after belongs to what was told', () => {
    expect(
      happeningsOf([telling(0, 'air-drone-strike', []), telling(1, 'casualties', [effect('f1', 3)])]),
    ).toEqual(['h1', 'h1']);
  });

  it('another kind of happening is another happening', () => {
    expect(happeningsOf([telling(0, 'arrests', []), telling(1, 'air-drone-strike', [])])).toEqual([
      'h1',
      'h2',
    ]);
  });

  it('another figure by the same speaker is another happening', () => {
    expect(
      happeningsOf([
        telling(0, 'air-drone-strike', [effect('f1', 7)]),
        telling(1, 'air-drone-strike', [effect('f2', 18)], { definite: true }),
      ]),
    ).toEqual(['h1', 'h2']);
  });

  it('a total over several sums their figures and is never one of them', () => {
    const whole = { ...effect('f1', 20), high: null, approximate: true };
    const tellings = [
      telling(0, 'air-drone-strike', [whole], { plural: true }),
      telling(1, 'air-drone-strike', [effect('f2', 40)]),
      telling(2, 'air-drone-strike', [effect('f3', 9)]),
    ];
    tellHappenings(tellings, [], []);
    expect(tellings[0]!.claim.events[0]!.effects[0]).toMatchObject({ scope: 'sum', sums: ['f2', 'f3'] });
    expect(tellings[1]!.claim.events[0]!.effects[0]!.scope).toBe('happening');
  });
});
