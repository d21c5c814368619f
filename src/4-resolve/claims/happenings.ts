/**
 * Which claims of an article tell of the same happening, and which figures are totals over several. A toll told twice
 * counts once; a total is never added to its parts.
 */
import type { Claim, ClaimEvent, Effect, EventType, Place, Time } from '../../records/index.ts';

/** What the words say of how a happening is brought up. */
export interface Telling {
  claim: Claim;
  sentence: number;
  /** "the attack", "this", "they": something told before. */
  definite: boolean;
  /** "strikes", "attacks": several happenings told together. */
  plural: boolean;
  /** "in all", "a total of": the figures are over several. */
  total: boolean;
}

/** Types that can be one and the same happening; what stands alone is only like itself. */
const FAMILIES: EventType[][] = [
  ['air-drone-strike', 'attack', 'casualties', 'armed-clash'],
  ['shelling-artillery-missile', 'attack', 'casualties', 'armed-clash'],
  [
    'remote-explosive-landmine-ied',
    'suicide-bomb',
    'grenade',
    'attack',
    'casualties',
    'looting-property-destruction',
  ],
  ['chemical-weapon', 'attack', 'casualties', 'air-drone-strike', 'shelling-artillery-missile'],
  ['armed-clash', 'attack', 'casualties'],
  ['abduction-forced-disappearance', 'arrests'],
  ['government-regains-territory', 'territorial-advance', 'non-violent-transfer-of-territory'],
  ['non-state-actor-overtakes-territory', 'territorial-advance', 'non-violent-transfer-of-territory'],
  [
    'peaceful-protest',
    'protest-with-intervention',
    'excessive-force-against-protesters',
    'violent-demonstration',
    'casualties',
  ],
  ['mob-violence', 'attack', 'casualties', 'violent-demonstration'],
  ['sexual-violence', 'attack'],
];

function alike(a: EventType, b: EventType): boolean {
  return a === b || FAMILIES.some((family) => family.includes(a) && family.includes(b));
}

interface Happening {
  id: string;
  members: { telling: Telling; event: ClaimEvent }[];
}

export function tellHappenings(
  tellings: readonly Telling[],
  places: readonly Place[],
  times: readonly Time[],
): void {
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const timeOf = new Map(times.map((time) => [time.id, time]));
  const happenings: Happening[] = [];
  for (const telling of tellings) {
    const event = telling.claim.events[0];
    if (!event?.type || telling.claim.kind !== 'event') continue;
    const same = happenings
      .slice(-12)
      .reverse()
      .find((h) => h.members.some((m) => isSame(m.telling, m.event, telling, event)));
    if (same) same.members.push({ telling, event });
    else happenings.push({ id: `h${happenings.length + 1}`, members: [{ telling, event }] });
    event.happening = same?.id ?? happenings.at(-1)!.id;
  }
  markTotals(tellings);

  function isSame(before: Telling, a: ClaimEvent, after: Telling, b: ClaimEvent): boolean {
    if (!a.type || !b.type || !alike(a.type, b.type)) return false;
    const where = placesMeet(a, b);
    if (where === 'apart' || timesApart(a, b) || sidesApart(a, b) || figuresApart(before, a, after, b))
      return false;
    // "Strikes" over several places and one of them are not one happening.
    if (before.plural !== after.plural && !after.definite) return false;
    if (after.definite) return true;
    const tells = b.type === 'casualties' || a.type === 'casualties';
    if (tells && after.sentence - before.sentence <= 2) return true;
    return where === 'together' && (a.type === b.type || tells);
  }

  function placesMeet(a: ClaimEvent, b: ClaimEvent): 'together' | 'apart' | 'open' {
    const [x, y] = [a.place ? placeOf.get(a.place) : undefined, b.place ? placeOf.get(b.place) : undefined];
    if (!x || !y) return 'open';
    if (x === y || (x.same ?? x.id) === (y.same ?? y.id)) return isWide(x) ? 'open' : 'together';
    if (isWide(x) || isWide(y)) return 'open';
    if (x.lat === null || y.lat === null || x.lon === null || y.lon === null) return 'open';
    const near = Math.abs(x.lat - y.lat) < 0.2 && Math.abs(x.lon - y.lon) < 0.25;
    return near ? 'together' : 'apart';
  }

  function timesApart(a: ClaimEvent, b: ClaimEvent): boolean {
    const [x, y] = [a.time ? timeOf.get(a.time) : undefined, b.time ? timeOf.get(b.time) : undefined];
    if (!x?.from || !y?.from) return false;
    const end = (t: Time) => (t.to ?? t.from!).slice(0, 10);
    return end(x) < y.from.slice(0, 10) || end(y) < x.from.slice(0, 10);
  }
}

const isWide = (place: Place) => ['country', 'region', 'province', 'sea'].includes(place.precision ?? '');

/** Both name who did it, or to whom, and no party is on both lists. */
function sidesApart(a: ClaimEvent, b: ClaimEvent): boolean {
  return (['by', 'against'] as const).some((role) => {
    const [x, y] = [a[role], b[role]].map((list) => list.flatMap((r) => (r.party ? [r.party] : [])));
    return x!.length > 0 && y!.length > 0 && !x!.some((party) => y!.includes(party));
  });
}

/** The same speaker gives another figure of the same thing: something else is told. Different speakers may differ. */
function figuresApart(before: Telling, a: ClaimEvent, after: Telling, b: ClaimEvent): boolean {
  const speaker = ({ claim }: Telling) =>
    claim.chain.at(-1)?.source.party ?? claim.chain.at(-1)?.source.text ?? '';
  if (speaker(before) !== speaker(after)) return false;
  return a.effects.some((x) =>
    b.effects.some((y) => x.what === y.what && x.whom === y.whom && x.partOf === y.partOf && isAnother(x, y)),
  );
}

const isAnother = (x: Effect, y: Effect) =>
  (x.high !== null && y.low !== null && x.high < y.low) ||
  (y.high !== null && x.low !== null && y.high < x.low);

/**
 * A figure over several happenings, told by the same speaker of the same thing, sums the figures of each: it gets scope
 * `sum`, and they are named. "Air strikes killed scores": the strikes are told one by one after it.
 */
function markTotals(tellings: readonly Telling[]): void {
  for (const [i, whole] of tellings.entries()) {
    const event = whole.claim.events[0];
    if (!event?.type || (!whole.plural && !whole.total)) continue;
    const parts = tellings.slice(i + 1, i + 13).filter((part) => isPartOf(part, whole));
    for (const effect of event.effects) {
      const sums = parts.flatMap((part) =>
        part.claim.events[0]!.effects.filter(
          (e) => e.what === effect.what && e.partOf === null && fits(e, effect),
        ),
      );
      if (effect.scope !== 'happening' || effect.partOf !== null) continue;
      if (sums.length >= (whole.total ? 1 : 2) && effect.low !== null) {
        effect.scope = 'sum';
        effect.sums = sums.map((e) => e.id);
      } else if (whole.total && whole.plural) effect.scope = 'sum';
    }
  }
}

const fits = (part: Effect, whole: Effect) =>
  part.unit === whole.unit && (whole.high === null || part.low === null || part.low <= whole.high);

function isPartOf(part: Telling, whole: Telling): boolean {
  const [a, b] = [whole.claim.events[0], part.claim.events[0]];
  if (!a?.type || !b?.type || part.plural || a.happening === b.happening) return false;
  const speaker = ({ claim }: Telling) => claim.chain.at(-1)?.source.party ?? null;
  return (
    speaker(part) === speaker(whole) &&
    (alike(a.type, b.type) || b.type === 'disrupted-weapons-use') &&
    !sidesApart(a, b)
  );
}
