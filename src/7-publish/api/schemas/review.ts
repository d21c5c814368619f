/** The review queue, how far articles are reviewed, agreement, cells of incidents. */
import Type from 'typebox';
import { NO_ALPHA } from '../../../5-ledger/index.ts';
import { STATUSES } from '../review/article-status.ts';
import { QUEUE_ORDERS } from '../review/queue.ts';
import { ClaimItem } from './claims.ts';
import { nullable, ref } from './common.ts';

const text = nullable(Type.String());

export const ReviewQueue = Type.Object(
  {
    rows: Type.Array(
      Type.Object({
        row: ref(ClaimItem),
        doubts: Type.Array(Type.String(), { description: 'why a person should look, gravest first' }),
        incident: nullable(Type.String({ description: 'where the queue goes by incident' })),
      }),
    ),
    left: Type.Integer({ description: 'undecided claims in all' }),
    total: Type.Integer(),
  },
  { $id: 'ReviewQueue' },
);
export type ReviewQueue = Type.Static<typeof ReviewQueue>;

export const QueueParams = Type.Object(
  {
    by: Type.Optional(Type.Enum([...QUEUE_ORDERS])),
    who: Type.Optional(Type.String({ maxLength: 300 })),
    blind: Type.Optional(
      Type.Boolean({ description: 'as if others had decided nothing: for double coding; needs who' }),
    ),
    document: Type.Optional(Type.String({ pattern: '^(sha256:)?[0-9a-f]{64}$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'default 200' })),
  },
  { additionalProperties: false },
);

export const ArticleStatus = Type.Object(
  {
    document: Type.String(),
    status: Type.Enum([...STATUSES]),
    who: text,
    at: text,
    claims: Type.Integer(),
    decided: Type.Integer(),
  },
  { $id: 'ArticleStatus' },
);
export type ArticleStatus = Type.Static<typeof ArticleStatus>;

export const Agreement = Type.Object(
  {
    claims: Type.Integer({ description: 'that two or more reviewers decided on' }),
    reviewers: Type.Array(Type.String()),
    fields: Type.Array(
      Type.Object({
        field: Type.String(),
        metric: Type.Enum(['nominal', 'interval']),
        units: Type.Integer(),
        same: nullable(Type.Number()),
        alpha: nullable(Type.Number({ description: 'Krippendorff' })),
        noAlpha: nullable(Type.Enum([...NO_ALPHA], { description: 'why there is none' })),
      }),
    ),
  },
  { $id: 'Agreement' },
);
export type Agreement = Type.Static<typeof Agreement>;
