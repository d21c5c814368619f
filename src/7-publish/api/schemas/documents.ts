/** Documents, articles and the ledger itself as the API gives them. */
import Type from 'typebox';
import {
  Article,
  Attribution,
  DocumentRecord,
  EngineStamp,
  GivenMetadata,
  Name,
  Note,
  Party,
  Place,
  Time,
} from '../../../records/index.ts';
import { StandingClaim } from './claims.ts';
import { nullable, ref, Snippet } from './common.ts';

const text = nullable(Type.String());

export const Coverage = Type.Object(
  {
    documents: Type.Integer(),
    read: Type.Integer(),
    notRead: Type.Integer(),
    claims: Type.Integer(),
    reviewed: Type.Integer(),
  },
  { $id: 'Coverage' },
);

export const LedgerInfo = Type.Object(
  {
    id: Type.String(),
    version: Type.String({ description: 'of Reportedly' }),
    asOf: Type.String({ description: 'UTC' }),
    coverage: ref(Coverage),
    caption: Type.String({ description: 'the line that goes with whatever is shown or shared' }),
  },
  { $id: 'LedgerInfo' },
);
export type LedgerInfo = Type.Static<typeof LedgerInfo>;

export const DocumentItem = Type.Object(
  {
    sha256: Type.String(),
    size: Type.Integer(),
    mediaType: Type.String(),
    how: Type.String(),
    location: Type.String(),
    fetched: Type.String(),
    recorded: Type.String(),
    title: text,
    byline: text,
    publisher: text,
    url: text,
    language: text,
    published: text,
    publishedBasis: text,
    reading: text,
    wasRead: Type.Boolean(),
    claims: Type.Integer(),
    example: Type.Boolean(),
  },
  { $id: 'DocumentItem' },
);
export type DocumentItem = Type.Static<typeof DocumentItem>;

export const DocumentPage = Type.Object(
  { rows: Type.Array(ref(DocumentItem)), next: text },
  { $id: 'DocumentPage' },
);
export type DocumentPage = Type.Static<typeof DocumentPage>;

const ReadingSummary = Type.Object({
  id: Type.String(),
  seq: Type.Integer(),
  recorded: Type.String(),
  given: GivenMetadata,
  engine: EngineStamp,
  claims: Type.Integer(),
  current: Type.Boolean(),
});

export const DocumentDetail = Type.Object(
  { row: ref(DocumentItem), record: DocumentRecord, readings: Type.Array(ReadingSummary) },
  { $id: 'DocumentDetail' },
);
export type DocumentDetail = Type.Static<typeof DocumentDetail>;

/** The Reading in force of one document, with its claims as they stand. Spans count over `article.text`. */
export const ArticleDetail = Type.Object(
  {
    document: ref(DocumentItem),
    reading: Type.Object({
      id: Type.String(),
      recorded: Type.String(),
      engine: EngineStamp,
      given: GivenMetadata,
    }),
    article: Article,
    names: Type.Array(Name),
    parties: Type.Array(Party),
    places: Type.Array(Place),
    times: Type.Array(Time),
    attributions: Type.Array(Attribution),
    notes: Type.Array(Note),
    claims: Type.Array(ref(StandingClaim)),
  },
  { $id: 'ArticleDetail' },
);
export type ArticleDetail = Type.Static<typeof ArticleDetail>;

export const ArticlePage = Type.Object(
  { rows: Type.Array(Type.Object({ document: ref(DocumentItem), snippet: Snippet })), next: text },
  { $id: 'ArticlePage' },
);
export type ArticlePage = Type.Static<typeof ArticlePage>;

export const Verified = Type.Object(
  {
    intact: Type.Boolean(),
    faults: Type.Array(Type.Object({ what: Type.String(), where: Type.String(), detail: Type.String() })),
    moreFaults: Type.Integer(),
    statements: Type.Integer(),
    documents: Type.Integer(),
    readings: Type.Integer(),
    claims: Type.Integer(),
    erased: Type.Integer(),
    erasedOriginals: Type.Integer(),
    erasureUnfinished: Type.Boolean(),
    unnamedOriginals: Type.Integer(),
    indexCompared: Type.Boolean(),
    head: Type.String({ description: 'hash of the last statement' }),
  },
  { $id: 'Verified' },
);
export type Verified = Type.Static<typeof Verified>;
