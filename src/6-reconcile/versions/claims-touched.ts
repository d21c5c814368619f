/** The claims of an earlier version whose sentence reads differently in the later one, or is not there any more. */
import type { Span } from '../../records/index.ts';
import type { SentenceChange } from './sentence-difference.ts';

export interface TouchedClaims {
  changed: string[];
  gone: string[];
}

interface Spans {
  id: string;
  spans: readonly Span[];
}

export function claimsTouched(claims: readonly Spans[], changes: readonly SentenceChange[]): TouchedClaims {
  const old = changes.filter((change) => change.kind !== 'new');
  const touched: TouchedClaims = { changed: [], gone: [] };
  for (const { id, spans } of claims) {
    const kinds = new Set(
      old
        .filter(({ before: [from, to] }) => spans.some(([start, end]) => start < to && end > from))
        .map(({ kind }) => kind),
    );
    // Of a claim in several sentences one that is gone is enough: it does not say the same without it.
    if (kinds.has('gone')) touched.gone.push(id);
    else if (kinds.has('changed')) touched.changed.push(id);
  }
  return touched;
}
