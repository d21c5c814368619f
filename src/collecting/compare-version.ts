/** What became of a page: the version that is known against what stands there now. Pure. */
import { createHash } from 'node:crypto';
import type { Visit } from '../5-ledger/index.ts';
import {
  claimsTouched,
  noticeOf,
  type ReconcileTables,
  reportOf,
  type SentenceCutter,
  sentenceDifference,
} from '../6-reconcile/index.ts';
import type { OutletNotice, Reading } from '../records/index.ts';

export interface Became {
  outcome: 'same' | 'changed' | 'emptied' | 'withdrawn' | 'corrected';
  notice: string | null;
  claims: Visit['claims'];
}

export const UNTOUCHED: Visit['claims'] = { changed: [], gone: [] };

/** Fewer than this share of the letters there were, and no sentence of them, is no report any more. */
const EMPTIED = 0.2;

export function compareVersion(
  before: Reading,
  after: Reading,
  { notices }: Pick<ReconcileTables, 'notices'>,
  cut: SentenceCutter,
): Became {
  const [old, now] = [before.article, after.article];
  if (textKey(before) === textKey(after)) return { outcome: 'same', notice: null, claims: UNTOUCHED };
  const changes = sentenceDifference(old, now, cut);
  const claims = claimsTouched(
    before.claims.map(({ id, spans }) => ({ id, spans })),
    changes,
  );
  const told = (reading: Reading) => noticeOf(reportOf(reading), notices) ?? ownNotice(reading);
  const notice = told(after);
  if (notice && notice.words !== told(before)?.words)
    return { outcome: notice.kind, notice: notice.words, claims };
  const left = letters(now.text) / Math.max(1, letters(old.text));
  // A page that was emptied keeps its heading as a rule.
  const isKept = changes.some(
    (change) => change.kind === 'same' && now.text.slice(...change.after).trim() !== now.title?.trim(),
  );
  const isEmptied = letters(old.text) > 0 && left < EMPTIED && !isKept;
  return { outcome: isEmptied ? 'emptied' : 'changed', notice: null, claims };
}

/** What extraction found the outlet to say of its own article, where that changes what it reports. */
function ownNotice({ article }: Reading): { kind: 'withdrawn' | 'corrected'; words: string } | null {
  const of = (...kinds: OutletNotice['kind'][]) => article.notices?.find(({ kind }) => kinds.includes(kind));
  const notice = of('withdrawal') ?? of('correction', 'clarification');
  if (!notice) return null;
  return { kind: notice.kind === 'withdrawal' ? 'withdrawn' : 'corrected', words: notice.text };
}

/** What a reader of the page sees: pages are made anew for each visit, with other bytes round the same words. */
function textKey({ article: { title, text } }: Reading): string {
  return createHash('sha256')
    .update(JSON.stringify([title, text.replace(/\s+/g, ' ').trim()]))
    .digest('hex');
}

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;
