/** The Reading: what one engine says of one article. A public contract; see docs/reading.md. */
import Type from 'typebox';
import { Article } from './article.ts';
import { Attribution } from './attribution.ts';
import { Claim } from './claim.ts';
import { Name, Party, Place, Time } from './mentions.ts';
import { Note } from './span.ts';

/** The four values that, with the bytes and the given metadata, determine a Reading byte for byte. */
export const EngineStamp = Type.Object({
  version: Type.String(),
  models: Type.String(),
  dictionaries: Type.String(),
  gazetteer: Type.String(),
});
export type EngineStamp = Type.Static<typeof EngineStamp>;

export const Reading = Type.Object(
  {
    id: Type.String({ description: 'the id given in batch form, else the document’s sha256' }),
    document: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
    engine: EngineStamp,
    article: Article,
    names: Type.Array(Name),
    parties: Type.Array(Party),
    places: Type.Array(Place),
    times: Type.Array(Time),
    attributions: Type.Array(Attribution),
    claims: Type.Array(Claim),
    notes: Type.Array(Note),
  },
  { $id: 'Reading' },
);
export type Reading = Type.Static<typeof Reading>;
