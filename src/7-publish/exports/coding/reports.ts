/** The reports that an incident's claims stand in, and who speaks in them. */
import type { Origin, Report } from '../../../6-reconcile/index.ts';
import type { DeriveSource } from '../source.ts';
import { type IncidentView, originName, type ViewClaim } from '../view.ts';
import { type Evidence, evidenceOf, wordsOf } from './cell.ts';

export interface ToldReport {
  outlet: string;
  title: string;
  url: string;
  day: string;
  document: string;
}

/** By publication, each report once. */
export function reportsOf({ told }: Pick<IncidentView, 'told'>): ToldReport[] {
  const reports = new Map(told.map((claim) => [claim.report.document, claim]));
  return [...reports.values()].map(reportOf).sort((a, b) => {
    const [x, y] = [`${a.day || '~'} ${a.document}`, `${b.day || '~'} ${b.document}`];
    return x < y ? -1 : 1;
  });
}

function reportOf({ report, mask }: ViewClaim): ToldReport {
  return {
    outlet: mask.text(outletName(report)),
    title: mask.text(report.title ?? ''),
    url: report.url ? mask.url(report.url) : '',
    day: report.published?.value.slice(0, 10) ?? '',
    document: report.document,
  };
}

/** Its publisher, else the host it stands at: who wrote it is no outlet. */
export function outletName({ publisher, url }: Report): string {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1];
  return publisher ?? host ?? '';
}

/** Named origins of the claims that feed the row, each once. */
export function originsOf(view: IncidentView): { origin: Origin; claim: ViewClaim }[] {
  const found = new Map<string, { origin: Origin; claim: ViewClaim }>();
  for (const claim of view.told)
    if (claim.origin && !found.has(claim.origin.key))
      found.set(claim.origin.key, { origin: claim.origin, claim });
  return [...found.values()].sort((a, b) => (a.origin.key < b.origin.key ? -1 : 1));
}

/** "Karez Dispatch, 6 Oct 2017: Abu Yazan says that …" in the claims' own words; a person may rewrite it. */
export function notesOf(view: IncidentView, { masks }: DeriveSource): { text: string; evidence: Evidence[] } {
  // How things stood is told only where nothing is told to have happened.
  const happened = view.told.filter(({ one }) => one.claim.kind === 'event');
  const told = fullest(happened.length > 0 ? happened : view.told);
  const lines = told.map((claim) => {
    const { report, origin } = claim;
    const outlet = claim.mask.text(outletName(report));
    const day = report.published?.value.slice(0, 10);
    const who = origin?.countable ? originName(origin, claim, masks.off) : 'an unnamed source';
    const through = outlet && outlet !== who ? `, in ${outlet}` : '';
    return `${who[0]!.toUpperCase()}${who.slice(1)}${through}${day ? ` (${day})` : ''}: “${wordsOf(claim)}”.`;
  });
  const more = view.told.length - told.length;
  const rest = more > 0 ? ` And ${more} more ${more === 1 ? 'claim' : 'claims'}.` : '';
  return { text: `As reported. ${lines.join(' ')}${rest}`, evidence: evidenceOf(told) };
}

const MOST_NOTES = 6;

/** One claim of each origin, those with the most in them, by publication. */
function fullest(claims: readonly ViewClaim[]): ViewClaim[] {
  const best = new Map<string, ViewClaim>();
  for (const claim of claims) {
    const key = claim.origin?.key ?? claim.report.document;
    const before = best.get(key);
    if (!before || fullness(claim) > fullness(before)) best.set(key, claim);
  }
  const day = ({ report, one }: ViewClaim) => `${report.published?.value ?? '~'} ${one.claim.id}`;
  const inOrder = (a: ViewClaim, b: ViewClaim) => (day(a) < day(b) ? -1 : 1);
  return [...best.values()]
    .sort((a, b) => fullness(b) - fullness(a) || inOrder(a, b))
    .slice(0, MOST_NOTES)
    .sort(inOrder);
}

function fullness({ one: { claim } }: ViewClaim): number {
  const { event } = claim;
  if (!event) return 0;
  const parts = [event.place, event.time, event.by[0], event.against[0], event.effects[0]];
  const counted = event.effects.some(({ what, low, high }) => what === 'killed' && (low ?? high) !== null);
  return parts.filter(Boolean).length + (counted ? 2 : 0) + (claim.kind === 'event' ? 1 : 0);
}
