/** Denials: by the party accused, which is told and contests nothing by itself, or by somebody else, which does. */

import { partyKey } from '../happenings/happening.ts';
import { toldApart } from '../incidents/likeness.ts';
import type { Belligerents } from '../origins/sides.ts';
import { sideOf } from '../origins/sides.ts';
import type { Contradiction } from './contradiction.ts';
import type { Told } from './facts.ts';

export function denials(told: readonly Told[], { acting }: Belligerents): Contradiction[] {
  const denied = told.filter(
    ({ one: { claim } }) => claim.certainty === 'denied' || claim.about?.as === 'denies',
  );
  if (denied.length === 0) return [];
  const asserted = told.filter(
    ({ one: { claim } }) => claim.certainty !== 'denied' && claim.about?.as !== 'denies',
  );
  const byOrigin = new Map<string, Told[]>();
  for (const item of denied) byOrigin.set(item.origin.key, [...(byOrigin.get(item.origin.key) ?? []), item]);
  return [...byOrigin.values()].flatMap((items) => {
    const { origin } = items[0]!;
    const sides = items.flatMap(({ one }) =>
      one.claim.chain.flatMap(({ source }) => (source.party ? [sideOf(source.party)] : [])),
    );
    const own = new Set([partyKey(origin.name), ...sides]);
    const others = asserted.filter(
      (item) => item.origin.key !== origin.key && items.some((denial) => isDenied(item, denial, own)),
    );
    if (others.length === 0) return [];
    const accused = [partyKey(origin.name), ...sides].some((side) => acting.has(side));
    return [
      {
        kind: 'denial' as const,
        sides: [
          {
            origin: origin.key,
            name: origin.name,
            claims: items.map(({ one }) => one.claim.id),
            says: items[0]!.one.claim.text,
          },
          ...new Map(
            others.map(({ origin: other, one }) => [
              other.key,
              { origin: other.key, name: other.name, claims: [one.claim.id], says: one.claim.text },
            ]),
          ).values(),
        ],
        byAccused: accused,
        why: accused ? 'denied by the party accused' : 'denied by a source that is not the accused',
      },
    ];
  });
}

/** Whether a denial is of this claim: not of another place or day, and the same kind of event, or the denier said to have done it. */
function isDenied(item: Told, denial: Told, denier: ReadonlySet<string>): boolean {
  const { claim } = item.one;
  if (denial.one.claim.about?.claim === claim.id) return true;
  const [told, denied] = [claim.event, denial.one.claim.event];
  if (!told || toldApart(item.happening, denial.happening)) return false;
  if (told.by.some(({ party }) => party && denier.has(sideOf(party)))) return true;
  return denied?.type != null && told.type === denied.type && effectsMeet(told.effects, denied.effects);
}

const effectsMeet = (a: readonly { what: string; whom: string | null }[], b: typeof a): boolean =>
  b.length === 0 || a.some((x) => b.some((y) => x.what === y.what && x.whom === y.whom));
