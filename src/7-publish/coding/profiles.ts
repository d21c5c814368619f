/** The profiles of the exports as cells that people code: what each derives now of all claims, nothing masked or held back. */
import type { CodingProfile, RestingCell } from '../../6-reconcile/index.ts';
import { rowOf } from '../exports/coding/derived.ts';
import { digests, type Profile } from '../exports/coding/profile.ts';
import { PROFILES } from '../exports/formats.ts';
import type { ExportOptions, ExportSource } from '../exports/source.ts';

/** What the source of coding profiles must be opened with. */
export const FOR_CODING: ExportOptions = { unreviewed: true, internal: true };

export function codingProfiles(source: ExportSource): CodingProfile[] {
  return PROFILES.map((profile) => ({
    name: profile.name,
    // Our own columns say how a row came about; these are not coded.
    cells: profile.columns.map(({ name }) => name).filter((name) => !name.startsWith('rp_')),
    derive: ({ id }) => deriveNow(profile, id, source),
  }));
}

/** Nothing where the profile cannot code the incident. */
async function deriveNow(
  profile: Profile,
  incident: string,
  source: ExportSource,
): Promise<Map<string, RestingCell>> {
  const row = await rowOf(profile, incident, source);
  if (!row) return new Map();
  return new Map(
    [...digests(row)].map(([name, derived]) => {
      const claims = new Set(row.get(name)!.evidence.map(({ claim }) => claim));
      return [name, { ...derived, claims: [...claims].sort() }];
    }),
  );
}
