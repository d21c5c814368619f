/** How far articles are reviewed: what a person said last of each, else what can be seen from its claims. */
import type { DecisionEntry, DocumentRow, Ledger } from '../../../5-ledger/index.ts';

export const STATUSES = ['unread', 'machine-read', 'in-review', 'complete'] as const;
export type Status = (typeof STATUSES)[number];

export interface ArticleStatus {
  document: string;
  status: Status;
  /** Who said so and when; null where nobody has. */
  who: string | null;
  at: string | null;
  claims: number;
  /** Of these, decided on by a person. */
  decided: number;
}

export async function articleStatuses(
  ledger: Ledger,
  documents: readonly DocumentRow[],
): Promise<ArticleStatus[]> {
  if (documents.length === 0) return [];
  const said = new Map<string, DecisionEntry>();
  for (const entry of await ledger.decisions({ type: ['status'] })) {
    if (entry.inForce && entry.decision.type === 'status') said.set(entry.decision.document, entry);
  }
  const counts = new Map(documents.map(({ sha256 }) => [sha256, { claims: 0, decided: 0 }]));
  for await (const { document, review } of ledger.everyClaim({ document: [...counts.keys()] })) {
    const count = counts.get(document)!;
    count.claims++;
    if (review !== 'undecided') count.decided++;
  }
  return documents.map((row) => statusOf(row, said.get(row.sha256), counts.get(row.sha256)!));
}

function statusOf(
  { sha256, wasRead }: DocumentRow,
  said: DecisionEntry | undefined,
  { claims, decided }: { claims: number; decided: number },
): ArticleStatus {
  const told = said?.decision.type === 'status' ? said.decision.status : null;
  const seen = decided > 0 ? 'in-review' : wasRead ? 'machine-read' : 'unread';
  // "Unread" takes back what was said before.
  const status = told === null || told === 'unread' ? seen : told;
  const by = status === told ? said : undefined;
  return { document: sha256, status, who: by?.who ?? null, at: by?.at ?? null, claims, decided };
}
