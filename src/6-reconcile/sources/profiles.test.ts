import { describe, expect, it } from 'vitest';
import type { Contradiction } from '../contradictions/contradiction.ts';
import type { Incident } from '../incident.ts';
import type { Origin } from '../origins/origins.ts';
import { matchesSource, profilesOf } from './profiles.ts';

interface Say {
  by: string;
  in: string;
  side?: string;
  private?: boolean;
  denies?: boolean;
}

/** An incident of what is said; documents are named by publisher and day: "Herald 2017-10-05". */
const incident = (id: string, says: Say[], contradictions: Contradiction[] = []): Incident => {
  const documents = [...new Set(says.map((one) => one.in))];
  const origins = [...new Set(says.map(({ by }) => by))].map((by): Origin => {
    const own = says.filter((one) => one.by === by);
    return {
      key: by,
      name: by,
      countable: true,
      kind: documents.some((name) => name.startsWith(`${by} `)) ? 'author' : 'party',
      held: false,
      relayedBy: [],
      partyTo: own[0]!.side ?? null,
      partyKind: 'organisation',
      private: own[0]!.private ?? false,
      claims: own.map((one, i) => ({
        claim: `${by}-${i}`,
        document: one.in,
        voice: null,
        through: [],
        copiedFrom: null,
        serves: null,
        asserts: !one.denies,
      })),
    };
  });
  return {
    id,
    origins,
    contradictions,
    summary: '',
    place: null,
    from: null,
    to: null,
    reports: documents.map((document) => ({
      document,
      publisher: document.split(' ')[0]!,
      published: document.split(' ')[1] ?? null,
      notice: null,
    })),
  } as unknown as Incident;
};
const profiles = (...incidents: Incident[]) =>
  new Map(
    profilesOf(incidents, { coverage: 'c', assessed: new Set(['Monitor']) }).map((one) => [one.name, one]),
  );

describe('profiles of sources', () => {
  it('say who told first, who alone, and who came later', () => {
    const of = profiles(
      incident('A', [
        { by: 'Monitor', in: 'Herald 2017-10-05' },
        { by: 'Tribune', in: 'Tribune 2017-10-07' },
      ]),
      incident('B', [{ by: 'Monitor', in: 'Herald 2017-10-09' }]),
    );
    expect(of.get('Monitor')).toMatchObject({ incidents: 2, first: 1, alone: 1, corroboratedLater: 1 });
    expect(of.get('Monitor')!.assessed).toBe(true);
    expect(of.get('Tribune')).toMatchObject({
      kind: 'outlet',
      first: 0,
      corroborated: 1,
      corroboratedLater: 0,
    });
    expect(of.get('Herald')).toMatchObject({ kind: 'outlet', incidents: 0, relayed: 2 });
    expect(of.get('Herald')!.relays).toEqual([{ name: 'Monitor', partyTo: null, claims: 2, incidents: 2 }]);
  });

  it('say nothing of who was first where a date is missing or the same', () => {
    const of = profiles(
      incident('A', [
        { by: 'Monitor', in: 'Herald' },
        { by: 'Tribune', in: 'Tribune 2017-10-07' },
      ]),
    );
    expect(of.get('Monitor')!.told[0]!.first).toBeNull();
    expect(of.get('Tribune')!.first).toBe(0);
  });

  it('hold no denial of the accused against a source, and count two of one side as one voice', () => {
    const sides = [
      { origin: 'Ministry', name: 'Ministry', claims: ['Ministry-0'], says: 'no strike' },
      { origin: 'Monitor', name: 'Monitor', claims: ['Monitor-0'], says: 'a strike' },
    ];
    const says: Say[] = [
      { by: 'Monitor', in: 'Herald 2017-10-05' },
      { by: 'Ministry', in: 'Agency 2017-10-06', side: 'Arland', denies: true },
      { by: 'Arland', in: 'Agency 2017-10-06', side: 'Arland' },
    ];
    const denial = (byAccused: boolean): Contradiction => ({
      kind: 'denial',
      sides,
      byAccused,
      why: 'denied',
    });
    expect(profiles(incident('A', says, [denial(true)])).get('Monitor')!.contradicted).toBe(0);
    const of = profiles(incident('A', says, [denial(false)]));
    expect(of.get('Monitor')).toMatchObject({ contradicted: 1, contradictedLater: 1 });
    expect(of.get('Ministry')).toMatchObject({ incidents: 0, claims: 1, contradicted: 0 });
    expect(of.get('Agency')).toMatchObject({
      relayed: 2,
      oneSided: 1,
      sides: [{ side: 'Arland', claims: 2 }],
    });
  });

  it('hold no private person, and name none', () => {
    const of = profiles(
      incident('A', [
        { by: 'Ann Lee', in: 'Herald 2017-10-05', private: true },
        { by: 'Monitor', in: 'Tribune 2017-10-06' },
      ]),
    );
    expect([...of.keys()].sort()).toEqual(['Herald', 'Monitor', 'Tribune']);
    expect(JSON.stringify([...of])).not.toContain('Ann Lee');
  });

  it('are found by words of their names', () => {
    const [one] = profilesOf([incident('A', [{ by: 'River Monitor', in: 'Herald' }])], {
      coverage: '',
      assessed: new Set(),
    });
    expect(matchesSource(one!, { text: 'monitor river' })).toBe(true);
    expect(matchesSource(one!, { text: 'sea' })).toBe(false);
    expect(matchesSource(one!, { kind: ['outlet'] })).toBe(false);
  });
});
