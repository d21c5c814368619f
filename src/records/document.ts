/** A document: bytes as they came, with where from and when; never changed. */
import Type from 'typebox';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** What a feed or sitemap says of a page that it names. It holds only where the page itself says nothing. */
export const FeedItem = Type.Object({
  feed: Type.String({ description: 'address or path of the feed' }),
  guid: Type.String({ description: "the feed's own id of the item" }),
  title: nullable(Type.String()),
  published: nullable(Type.String({ description: 'ISO 8601' })),
  updated: nullable(Type.String({ description: 'ISO 8601' })),
});
export type FeedItem = Type.Static<typeof FeedItem>;

/** Facts that came in with a document and are not in its bytes; they are `given`, never guessed. */
export const GivenMetadata = Type.Object({
  title: Type.Optional(Type.String()),
  published: Type.Optional(Type.String({ description: 'ISO 8601 date or date-time' })),
  url: Type.Optional(Type.String()),
  publisher: Type.Optional(Type.String()),
  item: Type.Optional(FeedItem),
});
export type GivenMetadata = Type.Static<typeof GivenMetadata>;

/** Where the bytes came from. `location` is a path, a URL or "-" for standard input. */
export const Provenance = Type.Object({
  how: Type.Enum(['file', 'stdin', 'url', 'upload', 'paste', 'feed'], {
    description: 'feed: the text of an item as the feed carries it',
  }),
  location: Type.String(),
  finalUrl: nullable(Type.String()),
  redirects: Type.Optional(Type.Array(Type.String(), { description: 'addresses that sent on to the next' })),
  fetched: Type.String({ description: 'UTC, ISO 8601: when the bytes came in' }),
  status: nullable(Type.Integer({ description: 'HTTP status' })),
  headers: Type.Record(Type.String(), Type.String()),
});
export type Provenance = Type.Static<typeof Provenance>;

/** What is recorded of a document beside its bytes. */
export const DocumentRecord = Type.Object({
  sha256: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
  size: Type.Integer({ description: 'bytes' }),
  mediaType: Type.String({ description: 'text/plain, text/html …, by content, not by name alone' }),
  charset: nullable(Type.String({ description: 'as declared by transport or file, if at all' })),
  provenance: Provenance,
  given: GivenMetadata,
});
export type DocumentRecord = Type.Static<typeof DocumentRecord>;

/** A document in memory: the record and the bytes. */
export interface Document extends DocumentRecord {
  bytes: Uint8Array;
}
