/** All versions of a page that the ledger holds, each with what changed from the one before. */
import type { DocumentRow, Ledger, ReadOptions, VisitEntry } from '../../5-ledger/index.ts';
import type { Article } from '../../records/index.ts';
import { claimsTouched, type TouchedClaims } from './claims-touched.ts';
import { type SentenceChange, type SentenceCutter, sentenceDifference } from './sentence-difference.ts';

/** One sentence, with its words: `before` null is new, `after` null is gone; both the same is unchanged. */
export interface ChangedSentence {
  kind: SentenceChange['kind'];
  before: string | null;
  after: string | null;
}

export interface PageVersion {
  document: DocumentRow;
  /** When this address was asked again and what stood there, this version being the last known. */
  visits: VisitEntry[];
  /** From the version before; null for the first, and where one of the two has no text. */
  difference: { sentences: ChangedSentence[]; claims: TouchedClaims } | null;
}

export async function versionsOf(
  ledger: Ledger,
  sha256: string,
  cut: SentenceCutter,
  options?: ReadOptions,
): Promise<PageVersion[]> {
  const documents = await ledger.versions(sha256, options);
  const versions: PageVersion[] = [];
  let before: { document: string; article: Article } | null = null;
  for (const document of documents) {
    const visits = (await ledger.visits({ document: document.sha256 }, options)).filter(
      (visit) => visit.document === document.sha256,
    );
    const stored = await ledger.currentReading(document.sha256, options);
    const article = stored?.reading.article ?? null;
    const difference = before && article ? await differenceOf(ledger, before, article, cut, options) : null;
    versions.push({ document, visits, difference });
    if (article) before = { document: document.sha256, article };
  }
  return versions;
}

async function differenceOf(
  ledger: Ledger,
  before: { document: string; article: Article },
  after: Article,
  cut: SentenceCutter,
  options: ReadOptions | undefined,
) {
  const changes = sentenceDifference(before.article, after, cut);
  const standing = await ledger.claimsOf(before.document, options);
  const claims = claimsTouched(
    standing.map(({ claim }) => claim),
    changes,
  );
  return { sentences: changes.map((change) => inWords(change, before.article.text, after.text)), claims };
}

function inWords(change: SentenceChange, before: string, after: string): ChangedSentence {
  return {
    kind: change.kind,
    before: 'before' in change ? before.slice(...change.before) : null,
    after: 'after' in change ? after.slice(...change.after) : null,
  };
}
