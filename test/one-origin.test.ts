/** A ministry behind its spokesman, an outlet and "independent sources" is one origin, relayed, and a party to the conflict. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openTables, Reconciler, reportOf } from '../src/6-reconcile/index.ts';
import { openEngine } from '../src/engine.ts';
import { readPackageFile } from '../src/package.ts';
import { readDocument } from '../src/pipeline.ts';

const TEXT = `Strikes along the river

by Martin Oster

Russian Defense Ministry spokesman General Pavel Orlov said air strikes killed about 30 militants near Palmyra.

On Monday, Islamic State commander Abu Omar al-Shishani was badly wounded by a Russian airstrike.

Its Defense Ministry said he lost a leg and was in a critical condition, citing several independent sources.
`;

describe('a strike that one ministry tells of', () => {
  it('has one named origin, relayed, a party to the conflict', () => {
    const bytes = new TextEncoder().encode(TEXT);
    const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const provenance = {
      ...{ how: 'paste' as const, location: 'test', finalUrl: null, status: null, headers: {} },
      fetched: '1970-01-01T00:00:00.000Z',
    };
    const document = { sha256, size: bytes.length, mediaType: 'text/plain', charset: 'utf-8', provenance };
    const reading = readDocument({ ...document, given: {}, bytes }, openEngine());
    const reconciler = new Reconciler({ tables: openTables(readPackageFile) });
    reconciler.set(reportOf(reading));
    const strike = reconciler.incidents().find(({ summary }) => summary.includes('Shishani'))!;
    const counted = strike.origins.filter(({ countable }) => countable);
    expect(counted.map(({ name }) => name)).toEqual(['Ministry of Defence of Russia']);
    expect(counted[0]).toMatchObject({ held: false, relayedBy: ['Martin Oster'], partyTo: 'russia' });
    expect(strike.standing).toMatchObject({ origins: 1, relayed: 1, parties: 1, oneSided: 1 });
    expect(strike.suggestion.airwars?.grade).toBe('weak');
  });
});
