/**
 * How far two happenings of different reports speak of one thing. Each field adds or takes points, and says so; the same
 * code scores and explains. Differences that reports of one thing are known to have (figures, blame) take nothing away:
 * they are contradictions, to be shown.
 */
import { type Happening, TOLL } from '../happenings/happening.ts';
import { cosine, holdsAll } from '../words/word-weights.ts';
import { type PlaceRelation, placeRelation } from './place-fit.ts';
import { reportLikeness, sharedFigures } from './report-likeness.ts';
import { gapDays, type TimeRelation, timeRelation } from './time-fit.ts';
import type { TypeFamilies } from './type-fit.ts';

export interface Reason {
  what: 'type' | 'place' | 'time' | 'published' | 'parties' | 'figures' | 'words';
  /** In words, for a person. */
  why: string;
  points: number;
}

export interface Likeness {
  score: number;
  reasons: Reason[];
}

/** From here on, on average, happenings are one incident. */
export const JOINED = 0.18;
/** Below this two happenings are not even held side by side. */
export const CONSIDERED = 0.15;
/** Share of the report's words in the likeness: of what it is about, and of an aside. */
const SUBJECT = 0.9;
const ASIDE = 0.8;
/** An aside that names no place and day, and has nothing of its own in common. */
const NOTHING_OWN = -0.1;
const OWN_WORDS = 0.05;
const ONE_STORY_WORDS = 0.5;
const ANCHORS: ReadonlySet<PlaceRelation> = new Set(['same', 'near']);
const WEEK = 7;
/** Words must agree this far where place and time do not help. */
const STRONG_WORDS = 0.25;

/** What publication weeks apart takes away at most; less where the words are strong: trials are told of years later. */
const PUBLISHED_APART = 0.2;
const STILL_TOLD = 0.08;

const PLACE_POINTS: Record<PlaceRelation, number> = {
  same: 0.12,
  near: 0.03,
  within: 0.02,
  unknown: 0,
  apart: -0.3,
};
/** Two places of other names, one of them in no gazetteer. */
const OTHER_NAME = -0.1;
const TIME_POINTS: Record<TimeRelation, number> = {
  'same-day': 0.12,
  'next-day': 0.02,
  overlapping: 0.02,
  unknown: 0,
  apart: -0.35,
};
/** In a war that goes on, much happens in one place between the same parties: without a day they tell half. */
const WITHOUT_DAY = 0.5;
const TOO_FEW = -0.05;
/** Words count at most so much where places or days are apart. */
const WORDS_TOLD_APART = 0.3;
/** Kinds that never are one thing: enough to keep two happenings apart, not to break up all they stand with. */
const OTHER_TYPE = -0.4;
/** A day's difference may be a slip; not where another kind of event is told, and of no one place. */
const NEXT_OF_OTHER_KIND = -0.15;
/** Two days told for one happening may be a slip; more are two happenings. */
const SLIP_DAYS = 2;

export function likeness(a: Happening, b: Happening, families: TypeFamilies): Likeness {
  const reasons: Reason[] = [];
  const add = (what: Reason['what'], points: number, why: string): void => {
    if (points !== 0) reasons.push({ what, why, points: Math.round(points * 100) / 100 });
  };
  const type = bestType(a, b, families);
  if (type === null) add('type', OTHER_TYPE, 'kinds of event that are no one thing');
  else if (a.types.length > 0 && b.types.length > 0)
    add(
      'type',
      (type - 0.4) * 0.1,
      type >= 0.7 ? 'the same kind of event' : 'kinds of event that go together',
    );
  const place = placesOf(a, b);
  const time = a.period && b.period ? timeRelation(a.period, b.period) : 'unknown';
  // In copies all words are the same, so that they say nothing of what was told apart by place or day.
  const most = place === 'apart' || time === 'apart' ? WORDS_TOLD_APART : 1;
  const anchored = ANCHORS.has(place) && (time === 'same-day' || time === 'next-day' || bounded(a, b));
  const words = Math.min(most, wordLikeness(a, b));
  const told = anchored ? 1 : WITHOUT_DAY;
  add('place', PLACE_POINTS[place] * (place === 'apart' ? 1 : told), `places ${place}`);
  if (place === 'unknown' && otherName(a, b))
    add('place', OTHER_NAME, `${a.site!.name} is not ${b.site!.name}, as far as the names tell`);
  if (time === 'apart') {
    const days = gapDays(a.period!, b.period!);
    add('time', days < SLIP_DAYS ? TIME_POINTS.apart / 2 : TIME_POINTS.apart, `${days} days apart`);
  } else if (time === 'next-day' && !ANCHORS.has(place) && otherKind(a, b, families))
    add('time', NEXT_OF_OTHER_KIND, 'the next day, and of another kind');
  else add('time', TIME_POINTS[time], `times ${time}`);
  const published = publishedGap(a, b);
  if (published !== null && published > 10)
    add(
      'published',
      -Math.min(words < STRONG_WORDS ? PUBLISHED_APART : STILL_TOLD, published / 300),
      `published ${published} days apart`,
    );
  const parties = a.parties.filter((party) => b.parties.includes(party));
  add('parties', Math.min(0.06, parties.length * 0.03) * told, `both name ${parties.join(', ')}`);
  const figures = sharedFigures(a.figures, b.figures);
  add('figures', Math.min(0.1, figures.length * 0.05), `the same figures: ${figures.join(', ')}`);
  add('words', words, 'words in common');
  if (!anchored && words < STRONG_WORDS && figures.length < 2)
    add('words', TOO_FEW, 'place or time not told to a point, and too few words in common');
  if (!anchored && a.rank + b.rank > 0 && words < ONE_STORY_WORDS && cosine(a.words, b.words) < OWN_WORDS)
    add('words', NOTHING_OWN, 'told on the way, without place and day, and in no words that are the same');
  return { score: reasons.reduce((sum, reason) => sum + reason.points, 0), reasons };
}

/**
 * How the places go together. A report that names the other's place, and tells no other happening of it, may have this
 * one there too: where somebody was held, or where an official spoke, is read as the place now and then.
 */
function placesOf(a: Happening, b: Happening): PlaceRelation {
  if (!a.site || !b.site) return 'unknown';
  const relation = placeRelation(a.site, b.site);
  if (relation !== 'apart') return relation;
  return names(a, b) || names(b, a) ? 'unknown' : 'apart';
}

const names = (report: Happening, { site, siteWords }: Happening): boolean =>
  !report.elsewhere.includes(site!.key) && holdsAll(report.reportWords, siteWords);

function bestType(a: Happening, b: Happening, families: TypeFamilies): number | null {
  if (a.types.length === 0 || b.types.length === 0) return 0;
  let best: number | null = null;
  for (const x of a.types)
    for (const y of b.types) {
      const fit = families.fit(x, y);
      if (fit !== null && (best === null || fit > best)) best = fit;
    }
  return best;
}

/** Whether each tells of a kind of its own; the dead and what follows are told of every kind. */
function otherKind(a: Happening, b: Happening, families: TypeFamilies): boolean {
  const own = ({ types }: Happening) =>
    types.filter((type) => !families.follows(type)).map((type) => families.family(type));
  const [x, y] = [a, b].map((one) => own(one).filter((family) => family !== TOLL)) as [string[], string[]];
  return x.length > 0 && y.length > 0 && !x.some((family) => y.includes(family));
}

/** Whether two happenings are told at different places, or on different days. */
export function toldApart(a: Happening, b: Happening): boolean {
  if (a.site && b.site && placeRelation(a.site, b.site) === 'apart') return true;
  const time = a.period && b.period ? timeRelation(a.period, b.period) : 'unknown';
  return time === 'apart' || time === 'next-day';
}

/** A span of time that ends and is short enough to tell something. */
const bounded = (a: Happening, b: Happening): boolean =>
  [a, b].every(
    ({ period }) => period && period.from !== null && period.to !== null && period.to - period.from <= WEEK,
  );

/** Places of two names that neither report shares, where the gazetteer cannot tell how far apart they are. */
function otherName(a: Happening, b: Happening): boolean {
  if (!a.site || !b.site || a.site.carried || b.site.carried || a.site.key === b.site.key) return false;
  if (a.siteWords.length === 0 || b.siteWords.length === 0) return false;
  return !holdsAll(a.reportWords, b.siteWords) && !holdsAll(b.reportWords, a.siteWords);
}

/** What a report is about lies in all its words, what it mentions on the way in the claim's own. */
function wordLikeness(a: Happening, b: Happening): number {
  const share = (a.rank === 0 && b.rank === 0 ? SUBJECT : ASIDE) * Math.min(a.focus, b.focus);
  const claims = cosine(a.words, b.words);
  return Math.round((share * reportLikeness(a, b) + (1 - share) * claims) * 1000) / 1000;
}

/** Days between their reports; null where one is not dated. */
export function publishedGap(a: Happening, b: Happening): number | null {
  return a.publishedDay === null || b.publishedDay === null
    ? null
    : Math.abs(a.publishedDay - b.publishedDay);
}
