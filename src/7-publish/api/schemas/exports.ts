/** What may be asked of files that leave the ledger: the filters of claims, and what the gates do. */
import Type from 'typebox';
import { FilterParams } from './claim-query.ts';

const flag = (description: string) => Type.Optional(Type.Boolean({ description }));

export const GATES = {
  incident: Type.Optional(
    Type.Array(Type.String({ maxLength: 64 }), { maxItems: 200, description: 'only these incidents' }),
  ),
  unreviewed: flag('also what no person reviewed; the file’s name and every row then say so'),
  internal: flag('names uncovered, no point held back'),
  delay: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 100_000,
      description: 'hours for which points are held back; default 72',
    }),
  ),
  enemyDead: flag('count a belligerent’s figures for its enemy’s dead'),
};

export const ExportParams = Type.Object(
  {
    ...FilterParams.properties,
    ...GATES,
    interNumbers: flag('acled: kinds of actor as numbers'),
    why: flag('instead of rows, the rule and the words behind each of their cells'),
  },
  { additionalProperties: false },
);
