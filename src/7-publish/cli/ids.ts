/** Ids as people type them: the beginning of one is enough, as long as it is the only one. */
import type { Ledger } from '../../5-ledger/index.ts';
import { ReportedlyError } from '../../errors.ts';

/** The claim whose id begins so. */
export async function claimId(ledger: Ledger, typed: string): Promise<string> {
  const found = /^[\w-]{4,64}$/.test(typed) ? await ledger.idsBeginning('claim', typed) : [];
  if (found.includes(typed)) return typed;
  if (found.length === 1) return found[0]!;
  throw new ReportedlyError(found.length === 0 ? 'claim-not-found' : 'claim-ambiguous', { claim: typed });
}

/** The document whose sha256 begins so, with or without `sha256:`. */
export async function documentId(ledger: Ledger, typed: string): Promise<string> {
  const hex = typed.replace(/^sha256:/, '');
  const found = /^[0-9a-f]{4,64}$/.test(hex) ? await ledger.idsBeginning('document', `sha256:${hex}`) : [];
  if (found.length === 1) return found[0]!;
  throw new ReportedlyError(found.length === 0 ? 'document-not-found' : 'document-ambiguous', {
    document: typed,
  });
}
