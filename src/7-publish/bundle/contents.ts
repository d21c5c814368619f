/** What goes into a bundle: which statements with their content, which documents, and the claims as they stood. */
import type { Ledger, StandingClaim, StatementRow } from '../../5-ledger/index.ts';
import type { DecisionPayload } from '../../5-ledger/review/decision.ts';
import type { ReadingPayload, ReplacementPayload } from '../../5-ledger/statements/kinds.ts';
import type { BundledClaim } from './format.ts';

export interface Chosen {
  /** Only what concerns these documents; null: all. */
  documents: ReadonlySet<string> | null;
  /** The last statement of the state. */
  until: number;
}

/** The row as it goes into the bundle: content that was not chosen is withheld, and the chain holds all the same. */
export function disclosed(row: StatementRow, { documents }: Chosen): StatementRow {
  if (documents === null || row.payload === null) return row;
  const about = documentOf(row.kind, JSON.parse(row.payload));
  return about !== null && documents.has(about) ? row : { ...row, payload: null, salt: null };
}

/** The document that a statement is about; null where it is about none, or not about one alone. */
export function documentOf(kind: string, payload: unknown): string | null {
  switch (kind) {
    case 'document':
      return (payload as { sha256: string }).sha256;
    case 'reading':
      return (payload as ReadingPayload).reading.document;
    case 'replacement': {
      const { kind: replaced, payload: left } = payload as ReplacementPayload;
      return documentOf(replaced, left);
    }
    case 'assessment': {
      const { on } = payload as { on: { what: string; id: string } };
      return on.what === 'document' ? on.id : null;
    }
    default:
      return (payload as Partial<DecisionPayload>).document ?? null;
  }
}

/** Documents of the state, by hash. */
export async function documentsOf(ledger: Ledger, { documents, until }: Chosen): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ledger.documents({ limit: 500, cursor }, { asOf: until });
    for (const { sha256 } of page.rows) if (documents === null || documents.has(sha256)) found.push(sha256);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found.sort();
}

const AROUND = 32;

export function bundledClaim({ claim, review, withdrawn }: StandingClaim, text: string): BundledClaim {
  return {
    id: claim.id,
    document: claim.document,
    review,
    withdrawn,
    selectors: claim.spans.map(([start, end]) => ({
      position: { type: 'TextPositionSelector', start, end },
      quote: {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - AROUND), start),
        suffix: text.slice(end, end + AROUND),
      },
    })),
    claim,
  };
}
