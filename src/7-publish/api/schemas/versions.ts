/** The versions of a page as the API gives them. */
import Type from 'typebox';
import { Visit } from '../../../5-ledger/index.ts';
import { nullable, ref } from './common.ts';
import { DocumentItem } from './documents.ts';

const Ids = Type.Array(Type.String());

const ChangedSentence = Type.Object({
  kind: Type.Enum(['same', 'changed', 'gone', 'new'] as const),
  before: nullable(Type.String()),
  after: nullable(Type.String()),
});

export const VisitItem = Type.Object(
  { ...Visit.properties, seq: Type.Integer(), recorded: Type.String() },
  { $id: 'VisitItem' },
);

export const PageVersions = Type.Object(
  {
    versions: Type.Array(
      Type.Object({
        document: ref(DocumentItem),
        visits: Type.Array(ref(VisitItem), {
          description:
            'when its address was asked again, this version being the last known, and what stood there',
        }),
        difference: nullable(
          Type.Object(
            {
              sentences: Type.Array(ChangedSentence),
              claims: Type.Object(
                { changed: Ids, gone: Ids },
                { description: 'claims of the version before whose sentence reads differently or is gone' },
              ),
            },
            { description: 'from the version before; null for the first' },
          ),
        ),
      }),
      { description: 'oldest first' },
    ),
  },
  { $id: 'PageVersions' },
);
export type PageVersions = Type.Static<typeof PageVersions>;
