/** Denials: by the party accused, which is told and contests nothing by itself, or by somebody else, which does. */

import { partyKey } from '../happenings/happening.ts';
import { toldApart } from '../incidents/likeness.ts';
import type { TypeFamilies } from '../incidents/type-fit.ts';
import type { Belligerents } from '../origins/sides.ts';
import { sideOf } from '../origins/sides.ts';
import { namesOne } from '../tolls/tolls.ts';
import {
  deniesAim,
  deniesCause,
  speaksAhead,
  speaksOfAccusations,
  takesForGranted,
  turnsAway,
} from '../words/en/counting.ts';
import type { Contradiction } from './contradiction.ts';
import { isOneThing, type Told } from './one-thing.ts';

export function denials(
  told: readonly Told[],
  { acting }: Belligerents,
  families: TypeFamilies,
): Contradiction[] {
  const denied = told.filter(isDenial);
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
    const denies = (denial: Told, item: Told) =>
      item.origin.key !== origin.key && isDenied(item, denial, own, families);
    const said = items.filter((denial) => asserted.some((item) => denies(denial, item)));
    const others = asserted.filter((item) => said.some((denial) => denies(denial, item)));
    if (others.length === 0) return [];
    const accused = [...own].some((side) => acting.has(side)) || others.some((item) => isBy(item, own));
    return [
      {
        kind: 'denial' as const,
        sides: [
          {
            origin: origin.key,
            name: origin.name,
            claims: said.map(({ one }) => one.claim.id),
            says: said[0]!.one.claim.text,
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

/**
 * Somebody denies. A report that says in its own voice that nothing was told ("no casualties were reported", "the army did
 * not mention it") denies nothing, unless the author is a party to the incident.
 */
function isDenial({ one: { claim }, origin }: Told): boolean {
  if (claim.about?.as === 'denies') return true;
  return claim.certainty === 'denied' && (claim.chain.length > 0 || origin.partyTo !== null);
}

/** Whether a denial is of this claim: not of another place or day, of a kind that goes with it, and of its effects or its doer. */
function isDenied(item: Told, denial: Told, denier: ReadonlySet<string>, families: TypeFamilies): boolean {
  const { claim } = item.one;
  const { about } = denial.one.claim;
  const [told, denied] = [claim.event, denial.one.claim.event];
  // "The allegations": of a deed, not of a meeting or an arrest that was told before.
  const accusation = speaksOfAccusations(denial.one.claim.text);
  if (accusation && !(told?.type && families.happensOnce(told.type))) return false;
  if (deniesAnother(denial.one.claim.text)) return false;
  if (about?.claim) return about.claim === claim.id;
  if (!told || told.type === null || claim.certainty === 'expected') return false;
  if (toldApart(item.happening, denial.happening)) return false;
  const kind = denied?.type ?? null;
  const own = isBy(item, denier);
  const inSoManyWords = about !== null || isSaidToDeny(denial);
  if (kind === null) return inSoManyWords && own;
  const fit = families.fit(told.type, kind) ?? 0;
  if (inSoManyWords) {
    const met = denied!.effects.length > 0 && effectsMeet(told.effects, denied!.effects);
    const together = item.happening === denial.happening && !isOfOtherDoer(item, denial, denier);
    return fit >= OF_ONE_KIND && (together || met || (own && isOneThing(item, denial)));
  }
  // A sentence with "not" in it denies only what is told of the same deed, or of the same harm there.
  if (families.follows(kind)) return false;
  if (denied!.effects.length > 0 && denied!.effects.every(isName)) return false;
  if (deniesHarm(denial)) return isOneThing(item, denial, 'place-or-day') && harms(told.effects);
  if (fit < OF_ONE_FAMILY) return false;
  return own || (denied!.effects.length > 0 && effectsMeet(told.effects, denied!.effects));
}

/** Somebody denies another's part ("that Lee was involved"), and the claim names no part of theirs. */
function isOfOtherDoer(item: Told, denial: Told, denier: ReadonlySet<string>): boolean {
  const doers = denial.one.claim.event?.by ?? [];
  if (doers.length === 0 || isBy(denial, denier)) return false;
  return !isBy(item, new Set(doers.flatMap(({ party }) => (party ? [sideOf(party)] : []))));
}

/** What is to be, what is taken for granted, an aim, a cause: the words deny something, and not what was done. */
const deniesAnother = (words: string): boolean =>
  speaksAhead(words) || takesForGranted(words) || deniesAim(words) || deniesCause(words);

/** Whether it is told of one of these. */
const isBy = ({ one }: Told, these: ReadonlySet<string>): boolean =>
  (one.claim.event?.by ?? []).some(({ party }) => party !== null && these.has(sideOf(party)));

/** The word that ties the source to what it says is the one that denies: "the ministry denied". */
function isSaidToDeny({ one: { claim } }: Told): boolean {
  const cues = claim.chain.flatMap(({ cue }) => cue?.spans ?? []);
  return claim.certaintyWords.some(([from, to]) => cues.some(([start, end]) => start < to && from < end));
}

/** "No civilians were hurt": a toll that is none. "The deaths were not related" denies no deaths. */
function deniesHarm({ one: { claim } }: Told): boolean {
  if (claim.event?.type !== 'casualties' || claim.event.effects.length > 0) return false;
  const harm = claim.event.trigger?.span[0] ?? 0;
  const start = claim.spans[0]?.[0] ?? 0;
  return claim.certaintyWords.every(
    ([, end]) => end <= harm && !turnsAway(claim.text.slice(end - start, harm - start)),
  );
}

/** "He is not dead": of one person, and not of a toll. */
const isName = ({ low, high, text }: Figure): boolean => namesOne({ low, high, words: text });

type Figure = { low: number | null; high: number | null; text: string | null };

const harms = (effects: readonly { what: string; unit: string }[]): boolean =>
  effects.some(({ what, unit }) => (what === 'killed' || what === 'wounded') && unit === 'persons');

/** Kinds of event that one denial may be of: the same, of one family, or of families that go together. */
const OF_ONE_KIND = 0.35;
const OF_ONE_FAMILY = 0.5;

const effectsMeet = (a: readonly { what: string; whom: string | null }[], b: typeof a): boolean =>
  b.length === 0 || a.some((x) => b.some((y) => x.what === y.what && x.whom === y.whom));
