/**
 * Families: reports that copy one another as wholes, with their earliest known text. Who copied whom is told by credit
 * lines first, then by time of publication; where neither tells, nobody is called the original.
 */
import { outletOf, publishedAt, type Report } from '../report.ts';
import { fold } from '../words/words-of.ts';

export interface Copy {
  document: string;
  /** How it is known that this one is not the first: `credit` names the outlet, `time` is later; null for the first. */
  basis: 'credit' | 'time' | null;
}

export interface Family {
  /** The smallest id of its reports. */
  id: string;
  documents: string[];
  /** The report the others copy; null where it cannot be told. */
  earliest: string | null;
  /** An agency or outlet that credit lines name and that has no report of its own here. */
  elsewhere: string | null;
  copies: Copy[];
}

/** @param reports one connected set of reports that are copies of one another */
export function familyOf(reports: readonly Report[]): Family {
  const sorted = [...reports].sort((a, b) => (a.document < b.document ? -1 : 1));
  const credited = sorted.filter((one) => sorted.some((other) => other !== one && credits(other, one)));
  const earliest = firstOf(credited.length > 0 ? credited : sorted);
  const outside =
    earliest === null || credited.length === 0 ? sorted.map(creditedElsewhere).find((name) => name) : null;
  return {
    id: sorted[0]!.document,
    documents: sorted.map((one) => one.document),
    earliest: earliest?.document ?? null,
    elsewhere: outside ?? null,
    copies: sorted.map((one) => ({
      document: one.document,
      basis: earliest === null || one === earliest ? null : credits(one, earliest) ? 'credit' : 'time',
    })),
  };
}

/** Whether one report's credit lines name the other's outlet. */
export function credits(copy: Report, original: Report): boolean {
  const outlet = outletOf(original);
  if (outlet === null || outlet === outletOf(copy)) return false;
  const name = ` ${words(outlet)} `;
  return copy.credits.some(
    (credit) => credit.kind !== 'dateline' && ` ${words(credit.text)} `.includes(name),
  );
}

/** An agency or outlet that a report says it has from, other than its own. */
export function creditedElsewhere(report: Report): string | null {
  const own = outletOf(report);
  const credit = report.credits.find(
    ({ kind, text }) =>
      (kind === 'agency' || kind === 'republished-from') && (own === null || words(text) !== words(own)),
  );
  return credit?.text ?? null;
}

/** The one that was surely published first; null where dates are missing or the same. */
function firstOf(reports: readonly Report[]): Report | null {
  if (reports.length === 1) return reports[0]!;
  const dated = reports.filter((one) => publishedAt(one) !== null);
  if (dated.length < reports.length) return null;
  const [first, second] = [...dated].sort((a, b) => compareTimes(publishedAt(a)!, publishedAt(b)!));
  return compareTimes(publishedAt(first!)!, publishedAt(second!)!) < 0 ? first! : null;
}

/** Orders two dates or date-times; 0 where the coarser of them does not tell. */
export function compareTimes(a: string, b: string): number {
  if (a.length <= 10 || b.length <= 10) {
    const [x, y] = [a.slice(0, 10), b.slice(0, 10)];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Math.sign(Date.parse(a) - Date.parse(b));
}

const words = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
