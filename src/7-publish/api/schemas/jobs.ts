/** What is asked for when documents are added, and how far a job is. */
import Type from 'typebox';
import { GivenMetadata } from '../../../records/index.ts';
import { nullable, Problem, ref } from './common.ts';

/** Text that was pasted, or an address to fetch. Files are sent as multipart/form-data. */
export const AddBody = Type.Object(
  {
    text: Type.Optional(Type.String({ minLength: 1, description: 'the report itself' })),
    url: Type.Optional(
      Type.String({
        maxLength: 4000,
        pattern: '^[Hh][Tt][Tt][Pp][Ss]?://',
        description: 'an address to fetch',
      }),
    ),
    given: Type.Optional(GivenMetadata),
  },
  { additionalProperties: false, description: 'either text or url' },
);
export type AddBody = Type.Static<typeof AddBody>;

export const JOB_STATES = ['waiting', 'running', 'done'] as const;

const Added = Type.Object({
  input: Type.String({ description: 'the file, address or paste' }),
  document: nullable(Type.String({ description: 'sha256 of what is now in the ledger' })),
  isNew: Type.Boolean({ description: 'false where the ledger had it already' }),
  claims: Type.Integer(),
  problem: nullable(ref(Problem)),
});
export type Added = Type.Static<typeof Added>;

export const Job = Type.Object(
  {
    id: Type.String(),
    state: Type.Enum([...JOB_STATES]),
    inputs: Type.Integer({ description: 'files, addresses and pastes that were handed over' }),
    results: Type.Array(Added, {
      description: 'one for each that is through: what has a document is in the ledger for good',
    }),
    begun: Type.String(),
    ended: nullable(Type.String()),
    who: nullable(Type.String()),
  },
  { $id: 'Job' },
);
export type Job = Type.Static<typeof Job>;
