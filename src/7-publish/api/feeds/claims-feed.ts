/** A search as a feed: its newest claims, each with who says so and how surely it is worded. */
import { Feed } from 'feed';
import type { ClaimRow } from '../../../5-ledger/index.ts';

export interface FeedInput {
  /** Newest first, each with when it came into the ledger. */
  claims: readonly { row: ClaimRow; recorded: string }[];
  /** The line that goes with whatever is shared. */
  caption: string;
  /** What was searched for, as it stands in the address. */
  query: string;
  /** Where the server is: http://127.0.0.1:4710 */
  origin: string;
  ledger: string;
}

export const FEED_FORMS = ['atom', 'json'] as const;
export type FeedForm = (typeof FEED_FORMS)[number];

export function claimsFeed({ claims, caption, query, origin, ledger }: FeedInput, form: FeedForm): string {
  const api = `${origin}/api/v1/claims`;
  const feed = new Feed({
    id: `urn:reportedly:ledger:${ledger}:claims?${query}`,
    title: query === '' ? 'Claims' : `Claims: ${decoded(query)}`,
    description: caption,
    link: `${origin}/?${query}`,
    // With no claims yet there is no time to tell of but the beginning of all times.
    updated: new Date(claims[0]?.recorded ?? 0),
    generator: 'Reportedly',
    copyright: caption,
    feedLinks: { atom: `${api}.atom?${query}`, json: `${api}.feed?${query}` },
  });
  for (const { row, recorded } of claims) {
    feed.addItem({
      id: `urn:reportedly:claim:${row.id}`,
      title: `${sourcesOf(row)}: ${shortened(row.text)}`,
      link: `${origin}/claims/${row.id}`,
      date: new Date(recorded),
      description: lineOf(row),
      content: escaped(`“${row.text}” — ${lineOf(row)}`),
    });
  }
  return form === 'atom' ? feed.atom1() : feed.json1();
}

const sourcesOf = ({ sources, publisher }: ClaimRow): string => {
  const chain = sources.map(({ name, text }) => name ?? text ?? 'unnamed').join(', citing ');
  return chain || publisher || 'the report itself';
};

function lineOf(row: ClaimRow): string {
  const parts = [
    `worded as ${row.certainty}`,
    row.review === 'undecided' ? 'not reviewed' : `reviewed: ${row.review}`,
    row.publisher && `in ${row.publisher}`,
    row.published && `of ${row.published.slice(0, 10)}`,
    row.withdrawn && 'the report was withdrawn',
  ];
  return parts.filter(Boolean).join(', ');
}

const shortened = (text: string) => (text.length <= 200 ? text : `${text.slice(0, 199).trimEnd()}…`);

/** A feed's content is HTML: what a report says must stay words. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const decoded = (query: string) => new URLSearchParams(query).toString().replaceAll('+', ' ').slice(0, 300);
