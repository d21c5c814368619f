/** A retraction that an article brings itself: its outlet says in it that it was withdrawn. */
import type { Article } from '../../records/index.ts';
import type { Ledger } from '../contract.ts';
import type { RetractionInput } from './statements.ts';

/** @returns none where the article says nothing of the kind, or where it is recorded already */
export async function selfRetractions(
  ledger: Pick<Ledger, 'retractions'>,
  document: string,
  { notices, url }: Pick<Article, 'notices' | 'url'>,
  who: string,
): Promise<RetractionInput[]> {
  const notice = notices?.find(({ kind }) => kind === 'withdrawal');
  if (!notice) return [];
  const told = await ledger.retractions(document);
  if (told.some(({ kind }) => kind === 'withdrawn')) return [];
  const why = 'the article says so of itself';
  return [{ who, document, kind: 'withdrawn', claims: null, url, text: notice.text, why }];
}
