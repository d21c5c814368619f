/**
 * Groups the claims of one report into its happenings, in the order of the text. A claim that names neither place nor time
 * goes on with the happening told last that it fits; one that names another place or day begins a new one, or goes back.
 */
import { type NoticePattern, noticeOf } from '../contradictions/withdrawals.ts';
import { placeRelation } from '../incidents/place-fit.ts';
import { dayNumber, type Period, timeRelation } from '../incidents/time-fit.ts';
import type { TypeFamilies } from '../incidents/type-fit.ts';
import { publishedDay, type Report, type ReportClaim } from '../report.ts';
import type { WordWeights } from '../words/word-weights.ts';
import { namesIn, wordsOf } from '../words/words-of.ts';
import {
  absorb,
  type Draft,
  draftOf,
  finish,
  type Happening,
  siteOfDraft,
  TOLL,
  wholeReport,
} from './happening.ts';

export interface GroupContext {
  families: TypeFamilies;
  weights: WordWeights;
  notices: readonly NoticePattern[];
}

/** What a claim loses for each happening told of since. */
const STEP_BACK = 0.3;
/** Words of a report's text that stand for it: its beginning, where news tells the most. */
const REPORT_WORDS = 1_000;
/** Happenings that a report of one story tells at most, as a rule. */
const HAPPENINGS = 8;
/** Or half of its claims tell of one. */
const HALF = 2;
/** Words of a lead. */
const LEAD_WORDS = 60;

export function happeningsOf(report: Report, { families, weights, notices }: GroupContext): Happening[] {
  const notice = noticeOf(report, notices)?.span ?? null;
  const drafts: Draft[] = [];
  const byClaim = new Map<string, Draft>();
  const byName = new Map<string, Draft>();
  const published = dayNumber(publishedDay(report));
  const join = (draft: Draft, one: ReportClaim, own: Draft | null, number: number): void => {
    if (own) absorb(draft, own, families);
    else draft.claims.push(one);
    draft.touched = number;
    byClaim.set(one.claim.id, draft);
  };
  for (const [number, one] of [...report.claims].sort(inTextOrder).entries()) {
    const { event, about, id } = one.claim;
    const target = about?.claim ? byClaim.get(about.claim) : undefined;
    const trigger = event?.trigger?.span[0] ?? -1;
    // "The Post withdraws its report" tells of a report.
    if (notice && notice[0] <= trigger && trigger < notice[1]) continue;
    const own = event && draftOf(one, published);
    if (!event?.type || !own) {
      const last = own && !target ? lastFit(own, drafts, families) : null;
      const home = target ?? (last && (tellsOn(one) || goesOn(one, last)) ? last : null);
      if (home) join(home, one, own, number);
      continue;
    }
    const named = event.happening ? byName.get(event.happening) : undefined;
    // A name that reading gave to claims of two days or places names two happenings.
    const kept = named && toldTogether(own, named) ? named : undefined;
    // A quotation that goes on may go on to another place.
    const continued = target && (about!.as !== 'continues' || toldTogether(own, target));
    const home = kept ?? (continued ? target : null) ?? bestHome(own, drafts, families);
    if (home) join(home, one, own, number);
    else drafts.push({ ...own, touched: number });
    const draft = home ?? drafts.at(-1)!;
    byClaim.set(id, draft);
    if (event.happening) byName.set(event.happening, draft);
  }
  const opening = openingOf(report);
  const context = {
    families,
    weights,
    reportWords: weights.vector(opening),
    reportNames: weights.vector(namesIn(opening)),
    publishedDay: published,
  };
  if (drafts.length === 0) return report.read ? [wholeReport(report, context)] : [];
  // What most of a report is told of is what it is about; of equals, what it tells first.
  const ranked = [...drafts].sort((a, b) => b.claims.length - a.claims.length);
  const siteKeys = drafts.flatMap((draft) => siteOfDraft(draft)?.key ?? []);
  const claims = drafts.reduce((sum, draft) => sum + draft.claims.length, 0);
  return drafts.map((draft) => {
    const focus = Math.min(1, Math.max(HAPPENINGS / drafts.length, HALF * (draft.claims.length / claims)));
    return finish(draft, ranked.indexOf(draft), report, { ...context, siteKeys, focus });
  });
}

/** A situation that counts the dead of a happening, or in which a source denies its part in one, goes on with it. */
function tellsOn({ claim }: ReportClaim): boolean {
  if (claim.certainty === 'denied') return claim.chain.length > 0;
  return claim.event!.effects.some(({ what }) => HARM.has(what));
}

/** What a source says at once of the one who was hit, in words of no kind of event: "he lost an arm". */
function goesOn({ claim }: ReportClaim, draft: Draft): boolean {
  const before = draft.claims.at(-1)!.claim;
  const gap = (claim.spans[0]?.[0] ?? 0) - (before.spans.at(-1)?.[1] ?? 0);
  const harmed = before.event?.effects.some(({ what, unit }) => HARM.has(what) && unit === 'persons');
  return (
    claim.chain.length > 0 &&
    harmed === true &&
    gap >= 0 &&
    gap <= AT_ONCE &&
    !claim.event!.time &&
    !claim.event!.place
  );
}

/** Characters between two claims of which one goes on with the other. */
const AT_ONCE = 120;
const HARM = new Set(['killed', 'wounded', 'missing', 'captured']);

/** The happening told last of which a claim without a type may tell. */
function lastFit(one: Draft, drafts: readonly Draft[], families: TypeFamilies): Draft | null {
  let last: Draft | null = null;
  for (const draft of drafts) {
    if (![...draft.types].some((type) => families.fit('casualties', type) !== null)) continue;
    if (toldTogether(one, draft) && (!last || draft.touched > last.touched)) last = draft;
  }
  return last;
}

const inTextOrder = (a: ReportClaim, b: ReportClaim): number =>
  a.claim.position - b.claim.position || (a.claim.id < b.claim.id ? -1 : 1);

function bestHome(one: Draft, drafts: readonly Draft[], families: TypeFamilies): Draft | null {
  let best: Draft | null = null;
  let bestScore = 0;
  for (const draft of drafts) {
    const back = drafts.filter(({ touched }) => touched > draft.touched).length;
    const score = homeScore(one, draft, families, back);
    if (score !== null && score >= bestScore) {
      best = draft;
      bestScore = score;
    }
  }
  return best;
}

/** How well a claim goes on with a happening of its report; null where it cannot. `back`: how many were told of since. */
function homeScore(one: Draft, draft: Draft, families: TypeFamilies, back: number): number | null {
  const type = typeFit(one, draft, families);
  if (type === null) return null;
  if ([...one.types].every((t) => families.follows(t))) return type + 0.2 - back * 0.1;
  const places = one.sites.flatMap((a) => draft.sites.map((b) => placeRelation(a, b)));
  const times = one.periods.flatMap((a) => draft.periods.map((b) => timeRelation(a, b)));
  if (!toldTogether(one, draft)) return null;
  if (conflicting(one, draft)) return null;
  // "On Wednesday X was hit", after strikes on others that were told without a day, is another strike.
  if (one.timed && !draft.timed && isDisjoint(one.targets, draft.targets)) return null;
  const shared = [...one.parties].filter((party) => draft.parties.has(party)).length;
  const placed = places.includes('same')
    ? 0.4
    : places.includes('near') || places.includes('within')
      ? 0.1
      : 0;
  const dated = times.includes('same-day') ? 0.3 : 0;
  // What names neither place, day nor party goes on with what was told last.
  const step = placed + dated + shared === 0 ? STEP_BACK : STEP_BACK / 3;
  const fresh = (one.sites.length > 0 && draft.sites.length > 0 && placed === 0 ? -0.3 : 0) - back * step;
  return type + placed + dated + Math.min(0.3, shared * 0.15) + fresh;
}

const isDisjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));

/**
 * Whether a claim tells of no other place and no other day than the happening's first that was told most exactly: what came
 * by way of others would take in a whole chronicle.
 */
function toldTogether(one: Draft, draft: Draft): boolean {
  const place = draft.sites.find(({ precise }) => precise) ?? draft.sites[0];
  const time = draft.periods.find(({ day }) => day) ?? draft.periods.find(isShort) ?? draft.periods[0];
  const where = place ? one.sites.map((site) => placeRelation(site, place)) : [];
  const when = time ? one.periods.map((period) => timeRelation(period, time)) : [];
  return (
    (where.length === 0 || where.some((relation) => relation !== 'apart')) &&
    (when.length === 0 || when.some((relation) => relation !== 'apart' && relation !== 'next-day'))
  );
}

const isShort = ({ from, to }: Period): boolean => from !== null && to !== null && to - from <= MONTH;
const MONTH = 31;

/** With the kinds that began it: what came to it by way of others, as a flight to a clash, takes in nothing itself. */
function typeFit(one: Draft, draft: Draft, families: TypeFamilies): number | null {
  let best: number | null = null;
  for (const a of one.types)
    for (const b of draft.core) {
      // That the dead of a strike were counted makes it no toll.
      if (families.family(b) === TOLL && draft.core.size > 1) continue;
      const fit = families.fit(a, b);
      if (fit !== null && (best === null || fit > best)) best = fit;
    }
  return best;
}

/**
 * Two plain counts of the same victims that differ are two happenings, unless different sources give them; and where one is
 * many times the other, whoever gives them.
 */
function conflicting(one: Draft, draft: Draft): boolean {
  const sources = (d: Draft) => d.claims.map(({ claim }) => claim.chain.at(-1)?.source.text ?? '');
  const ofOne = sources(one).some((source) => sources(draft).includes(source));
  return one.figures.some((a) =>
    draft.figures.some((b) => {
      if (a.what !== b.what || a.whom !== b.whom || !COUNTED.has(a.what)) return false;
      const [less, more] = (a.low ?? 0) < (b.low ?? 0) ? [a, b] : [b, a];
      if ((more.low ?? 0) <= (less.high ?? Infinity)) return false;
      return ofOne || (less.high! >= FEW && more.low! > less.high! * MANY_TIMES);
    }),
  );
}

const COUNTED = new Set(['killed', 'wounded']);
/** Fewer may be some of the many: those who are named. */
const FEW = 5;
const MANY_TIMES = 10;

/** Title and beginning; the first words twice, since news tells there what it is about. */
function openingOf({ title, text, furniture }: Report): string {
  const words = wordsOf(text, furniture);
  const upTo = (count: number): string => {
    const end = words[Math.min(words.length, count) - 1]?.end ?? 0;
    let opening = '';
    let at = 0;
    for (const [start, stop] of [...furniture, [end, end] as const]) {
      if (start > at) opening += `${text.slice(at, Math.min(start, end))}\n`;
      at = Math.max(at, stop);
      if (at >= end) break;
    }
    return opening;
  };
  return `${title ? `${title}\n` : ''}${upTo(REPORT_WORDS)}${upTo(LEAD_WORDS)}`;
}
