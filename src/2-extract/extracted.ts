/** What extraction yields. */
import type { Article, Note } from '../records/index.ts';

export const EXTRACT_STATUSES = ['ready', 'another-language', 'no-text', 'unsupported'] as const;

/**
 * - `ready`: read it
 * - `another-language`: keep and show it, unread; `article.language` names it
 * - `no-text`: no words were found in the document
 * - `unsupported`: its media type is none that this version extracts
 */
export type ExtractStatus = (typeof EXTRACT_STATUSES)[number];

export interface Extracted {
  article: Article;
  notes: Note[];
  status: ExtractStatus;
}
