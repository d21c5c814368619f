/**
 * Groups the claims of one report into its happenings, in the order of the text. A claim that names neither place nor time
 * goes on with the happening told last that it fits; one that names another place or day begins a new one, or goes back.
 */
import { placeRelation } from '../incidents/place-fit.ts';
import { dayNumber, timeRelation } from '../incidents/time-fit.ts';
import type { TypeFamilies } from '../incidents/type-fit.ts';
import { publishedDay, type Report, type ReportClaim } from '../report.ts';
import type { WordWeights } from '../words/word-weights.ts';
import { namesIn, wordsOf } from '../words/words-of.ts';
import { absorb, type Draft, draftOf, finish, type Happening, wholeReport } from './happening.ts';

export interface GroupContext {
  families: TypeFamilies;
  weights: WordWeights;
}

/** Words of a report's text that stand for it: its beginning, where news tells the most. */
const REPORT_WORDS = 1_000;

export function happeningsOf(report: Report, { families, weights }: GroupContext): Happening[] {
  const drafts: Draft[] = [];
  const byClaim = new Map<string, Draft>();
  const byName = new Map<string, Draft>();
  for (const one of [...report.claims].sort(inTextOrder)) {
    const { event, about, id } = one.claim;
    const target = about?.claim ? byClaim.get(about.claim) : undefined;
    if (!event?.type) {
      if (target && event) join(target, one);
      else if (target) target.claims.push(one);
      if (target) byClaim.set(id, target);
      continue;
    }
    const named = event.happening ? byName.get(event.happening) : undefined;
    // A name that reading gave to claims of two days or places names two happenings.
    const kept = named && toldTogether(draftOf(one), named) ? named : undefined;
    const home = kept ?? target ?? bestHome(draftOf(one), drafts, families);
    if (home) join(home, one);
    else drafts.push(draftOf(one));
    const draft = home ?? drafts.at(-1)!;
    byClaim.set(id, draft);
    if (event.happening) byName.set(event.happening, draft);
  }
  const opening = openingOf(report);
  const context = {
    weights,
    reportWords: weights.vector(opening),
    reportNames: weights.vector(namesIn(opening)),
    publishedDay: dayNumber(publishedDay(report)),
  };
  if (drafts.length === 0) return report.read ? [wholeReport(report, context)] : [];
  // What most of a report is told of is what it is about; of equals, what it tells first.
  const ranked = [...drafts].sort((a, b) => b.claims.length - a.claims.length);
  return drafts.map((draft) => finish(draft, ranked.indexOf(draft), report, context));
}

const join = (draft: Draft, one: ReportClaim): void => absorb(draft, draftOf(one));

const inTextOrder = (a: ReportClaim, b: ReportClaim): number =>
  a.claim.position - b.claim.position || (a.claim.id < b.claim.id ? -1 : 1);

function bestHome(one: Draft, drafts: readonly Draft[], families: TypeFamilies): Draft | null {
  let best: Draft | null = null;
  let bestScore = 0;
  for (const [i, draft] of drafts.entries()) {
    const score = homeScore(one, draft, families, drafts.length - 1 - i);
    if (score !== null && score >= bestScore) {
      best = draft;
      bestScore = score;
    }
  }
  return best;
}

/** How well a claim goes on with a happening of its report; null where it cannot. `back`: how many were begun since. */
function homeScore(one: Draft, draft: Draft, families: TypeFamilies, back: number): number | null {
  const type = typeFit(one, draft, families);
  if (type === null) return null;
  if ([...one.types].every((t) => families.follows(t))) return type + 0.2 - back * 0.1;
  const places = one.sites.flatMap((a) => draft.sites.map((b) => placeRelation(a, b)));
  const times = one.periods.flatMap((a) => draft.periods.map((b) => timeRelation(a, b)));
  if (!toldTogether(one, draft)) return null;
  if (conflicting(one, draft)) return null;
  const shared = [...one.parties].filter((party) => draft.parties.has(party)).length;
  const placed = places.includes('same')
    ? 0.4
    : places.includes('near') || places.includes('within')
      ? 0.1
      : 0;
  const dated = times.includes('same-day') ? 0.3 : 0;
  const fresh = (one.sites.length > 0 && draft.sites.length > 0 && placed === 0 ? -0.3 : 0) - back * 0.1;
  return type + placed + dated + Math.min(0.3, shared * 0.15) + fresh;
}

/** Whether a claim tells of no other place and no other day. */
function toldTogether(one: Draft, draft: Draft): boolean {
  const places = one.sites.flatMap((a) => draft.sites.map((b) => placeRelation(a, b)));
  const times = one.periods.flatMap((a) => draft.periods.map((b) => timeRelation(a, b)));
  return (
    (places.length === 0 || places.some((relation) => relation !== 'apart')) &&
    (times.length === 0 || times.some((relation) => relation !== 'apart' && relation !== 'next-day'))
  );
}

function typeFit(one: Draft, draft: Draft, families: TypeFamilies): number | null {
  let best: number | null = null;
  for (const a of one.types)
    for (const b of draft.types) {
      const fit = families.fit(a, b);
      if (fit !== null && (best === null || fit > best)) best = fit;
    }
  return best;
}

/** Two plain counts of the same victims that differ are two happenings, unless different sources give them. */
function conflicting(one: Draft, draft: Draft): boolean {
  const sources = (d: Draft) => d.claims.map(({ claim }) => claim.chain.at(-1)?.source.text ?? '');
  if (!sources(one).some((source) => sources(draft).includes(source))) return false;
  return one.figures.some((a) =>
    draft.figures.some(
      (b) =>
        a.what === b.what &&
        a.whom === b.whom &&
        (a.what === 'killed' || a.what === 'wounded') &&
        ((a.low ?? 0) > (b.high ?? Infinity) || (b.low ?? 0) > (a.high ?? Infinity)),
    ),
  );
}

function openingOf({ title, text, furniture }: Report): string {
  const words = wordsOf(text, furniture);
  const end = words[Math.min(words.length, REPORT_WORDS) - 1]?.end ?? 0;
  let opening = title ? `${title}\n` : '';
  let at = 0;
  for (const [start, stop] of [...furniture, [end, end] as const]) {
    if (start > at) opening += `${text.slice(at, Math.min(start, end))}\n`;
    at = Math.max(at, stop);
    if (at >= end) break;
  }
  return opening;
}
