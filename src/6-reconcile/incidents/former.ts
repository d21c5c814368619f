/**
 * Where names and ids lead that meant a claim which is no longer shown: to what is left of its happening, where a person took
 * the claim away; to the claim that stands at the same words now, where the document was read anew.
 */
import type { Happening } from '../happenings/happening.ts';
import { type Report, triggerOf } from '../report.ts';

export interface Former {
  claim: string;
  trigger: number;
  /** Id of the happening it leads to. */
  leadsTo: string;
}

/**
 * @param happenings those of the report as it is shown
 * @param group how claims of a report are grouped
 */
export function formerOf(
  report: Report,
  happenings: readonly Happening[],
  group: (report: Report) => readonly Happening[],
): Former[] {
  const { hidden = [], earlier = [], claims } = report;
  const home = new Map(happenings.flatMap((one) => one.claims.map((claim) => [claim, one.id] as const)));
  const former: Former[] = [];
  const lead = (claim: string, trigger: number, leadsTo: string | undefined): void => {
    if (leadsTo !== undefined && !home.has(claim)) former.push({ claim, trigger, leadsTo });
  };
  if (hidden.length > 0)
    for (const { claims: together } of group({ ...report, claims: [...claims, ...hidden] })) {
      const left = together.find((claim) => home.has(claim));
      for (const { claim } of hidden)
        if (left && together.includes(claim.id)) lead(claim.id, triggerOf(claim), home.get(left));
    }
  for (const { claim, trigger } of earlier) {
    const now = claims.find(({ claim: { spans } }) =>
      spans.some(([start, end]) => start <= trigger && trigger < end),
    );
    if (now) lead(claim, trigger, home.get(now.claim.id));
  }
  return former;
}
