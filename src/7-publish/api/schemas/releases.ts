/** Releases as the API gives them. */
import Type from 'typebox';

const Part = Type.Object({ count: Type.Integer(), digest: Type.String() });

export const Release = Type.Object(
  {
    seq: Type.Integer(),
    at: Type.String(),
    who: Type.String(),
    why: Type.Union([Type.String(), Type.Null()]),
    name: Type.String(),
    release: Type.String({ description: 'hash of its content: the same for ledgers that say the same' }),
    content: Type.Object({ documents: Part, claims: Type.Integer(), said: Part }),
    state: Type.Object({
      seq: Type.Integer(),
      hash: Type.String({ description: 'of its last statement: deposit it elsewhere' }),
    }),
  },
  { $id: 'Release' },
);
export type Release = Type.Static<typeof Release>;
