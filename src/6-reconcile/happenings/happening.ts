/** A happening: what the claims of one report tell of together. Incidents are happenings of different reports joined. */
import type { EffectKind, EventType } from '../../records/index.ts';
import { type Site, siteOf } from '../incidents/place-fit.ts';
import type { Period } from '../incidents/time-fit.ts';
import type { TypeFamilies } from '../incidents/type-fit.ts';
import type { Report, ReportClaim } from '../report.ts';
import type { WordVector, WordWeights } from '../words/word-weights.ts';
import { fold } from '../words/words-of.ts';
import { mainPeriod, toldPeriod } from './when.ts';

export interface Figure {
  what: EffectKind;
  whom: string | null;
  low: number | null;
  high: number | null;
}

export interface Happening {
  /** Id of the claim that stands for it: its first. */
  id: string;
  document: string;
  /** Ids of its claims, in the order of the text. */
  claims: string[];
  types: EventType[];
  /** The most exact place told; null where none is. */
  site: Site | null;
  period: Period | null;
  /** A court deals with it. */
  inCourt: boolean;
  parties: string[];
  figures: Figure[];
  /** Words of its claims, and of the whole report. */
  words: WordVector;
  reportWords: WordVector;
  /** Names and numbers of the whole report. */
  reportNames: WordVector;
  /** Words of the place's name, to see whether another report names it. */
  siteWords: readonly number[];
  /** Keys of the places of the report's other happenings. */
  elsewhere: readonly string[];
  /** Position among the report's happenings: the first is what the report is about, as a rule. */
  rank: number;
  /** How far the report as a whole tells of it, 0 to 1: a chronicle of a year tells little of each of its days. */
  focus: number;
  /** Day of publication, as a number; not a date of the happening. */
  publishedDay: number | null;
}

/** What all happenings of a report have from it. */
type ReportContext = Pick<Happening, 'reportWords' | 'reportNames' | 'publishedDay'>;

/** A happening in the making. */
export interface Draft {
  claims: ReportClaim[];
  types: Set<EventType>;
  /** Kinds that what else is told of it must go with: the first, and what the dead turned out to be victims of. */
  core: Set<EventType>;
  sites: Site[];
  periods: Period[];
  /** Where and when what follows on it is told of: an arrest, a trial. */
  after: { sites: Site[]; periods: Period[] };
  /** Number of the claim that joined it last. */
  touched: number;
  parties: Set<string>;
  /** Whom it is said to have struck. */
  targets: Set<string>;
  /** Some claim names a time, even one that no date can be made of. */
  timed: boolean;
  figures: Figure[];
}

/** @param published day of the report, as a number */
export function draftOf(one: ReportClaim, published: number | null): Draft {
  const event = one.claim.event!;
  const site = siteOfClaim(one);
  const period = toldPeriod(one, published);
  return {
    claims: [one],
    types: new Set(event.type ? [event.type] : []),
    core: new Set(event.type ? [event.type] : []),
    sites: site ? [site] : [],
    periods: period ? [period] : [],
    after: { sites: [], periods: [] },
    touched: 0,
    parties: new Set(
      [...event.by, ...event.against].flatMap((role) => (role.party ? [partyKey(role.party.name)] : [])),
    ),
    targets: new Set(event.against.flatMap(({ party }) => (party ? [partyKey(party.name)] : []))),
    timed: event.time !== null,
    figures: figuresOf(one),
  };
}

/** Where a claim says that it happened. Where a report was written says nothing of it. */
export function siteOfClaim({ claim }: ReportClaim): Site | null {
  const place = claim.event?.place ?? null;
  if (place?.rule === 'dateline') return null;
  const site = siteOf(place);
  return site && claim.rules.includes(CARRIED) ? { ...site, carried: true, precise: false } : site;
}

/** Rule of reading by which a claim has the place told last. */
const CARRIED = 'place-told-before';

/** What follows on a happening has its own place and day, which are not those of the happening. */
export function absorb(into: Draft, draft: Draft, families: TypeFamilies): void {
  into.claims.push(...draft.claims);
  const types = [...draft.types];
  const follows = types.length > 0 && types.every((type) => families.follows(type));
  // "Nobody has claimed the attack" makes a bombing no attack.
  const denied = draft.claims.every(({ claim }) => claim.certainty === 'denied');
  if (!denied || into.types.size === 0) for (const type of types) into.types.add(type);
  const open = [...into.core].every((type) => families.follows(type) || families.family(type) === TOLL);
  if (open && !denied && !follows) for (const type of types) into.core.add(type);
  const where = follows ? into.after : into;
  where.sites.push(...draft.sites);
  where.periods.push(...draft.periods);
  for (const party of draft.parties) into.parties.add(party);
  for (const target of draft.targets) into.targets.add(target);
  into.timed ||= draft.timed;
  into.figures.push(...draft.figures);
}

export const TOLL = 'toll';
const COURT = 'court';

export function finish(
  draft: Draft,
  rank: number,
  report: Report,
  context: ReportContext & {
    families: TypeFamilies;
    weights: WordWeights;
    siteKeys: readonly string[];
    focus: number;
  },
): Happening {
  const inCourt = [...draft.types].some((type) => context.families.family(type) === COURT);
  return {
    id: draft.claims[0]!.claim.id,
    document: report.document,
    claims: draft.claims.map(({ claim }) => claim.id),
    types: [...draft.types].sort(),
    site: siteOfDraft(draft),
    period: mainPeriod(draft.periods, { publishedDay: context.publishedDay, inCourt }),
    inCourt,
    siteWords: context.weights.hashes(siteOfDraft(draft)?.name ?? ''),
    elsewhere: context.siteKeys.filter((key) => key !== siteOfDraft(draft)?.key),
    parties: [...draft.parties].sort(),
    figures: draft.figures,
    words: context.weights.vector(draft.claims.map(({ claim }) => claim.text).join('\n')),
    reportWords: context.reportWords,
    reportNames: context.reportNames,
    rank,
    focus: context.focus,
    publishedDay: context.publishedDay,
  };
}

/** A report in which no claim of a happening was read can still be held beside those that speak of the same. */
export function wholeReport(report: Report, context: ReportContext): Happening {
  return {
    id: report.document,
    document: report.document,
    claims: [],
    types: [],
    site: null,
    period: null,
    inCourt: false,
    siteWords: [],
    elsewhere: [],
    parties: [],
    figures: [],
    words: context.reportWords,
    reportWords: context.reportWords,
    reportNames: context.reportNames,
    rank: 0,
    focus: 1,
    publishedDay: context.publishedDay,
  };
}

export const partyKey = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Counts that may be compared between reports: of this happening, not sums, not parts. */
function figuresOf({ claim }: ReportClaim): Figure[] {
  if (claim.certainty === 'denied' || claim.certainty === 'expected') return [];
  return claim
    .event!.effects.filter(
      (e) => e.scope === 'happening' && e.partOf === null && (e.low !== null || e.high !== null),
    )
    .map(({ what, whom, low, high }) => ({ what, whom, low, high }));
}

export const siteOfDraft = ({ sites }: Draft): Site | null => mostExact(sites);

function mostExact(sites: readonly Site[]): Site | null {
  const told = sites.filter(({ carried }) => !carried);
  let best: Site | null = null;
  for (const site of told.length > 0 ? told : sites) {
    if (
      !best ||
      (site.lat !== null && best.lat === null) ||
      (site.lat !== null && site.radiusKm < best.radiusKm)
    )
      best = site;
  }
  return best;
}
