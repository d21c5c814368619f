/** The table of figures as the API gives it. */
import Type from 'typebox';
import { TABLE_BY, TABLE_WHAT } from '../../exports/table/table.ts';
import { FilterParams } from './claim-query.ts';
import { nullable } from './common.ts';
import { GATES } from './exports.ts';

const text = nullable(Type.String());
const count = nullable(Type.Integer());
const strings = Type.Array(Type.String());

const Figure = Type.Object({
  low: count,
  high: nullable(Type.Integer({ description: 'null where some incident’s figure is open above' })),
  open: Type.Boolean(),
  text: Type.String({ description: '12–43, ≥12, ≤80; empty where nothing is told' }),
  incidents: Type.Integer({ description: 'incidents that tell this figure' }),
});

const Row = Type.Object({
  keys: Type.Record(Type.String(), text, {
    description: 'value of each column of `by`; null: unplaced, undated',
  }),
  admin1Code: text,
  from: text,
  to: text,
  placed: Type.Boolean(),
  dated: Type.Boolean(),
  incidents: Type.Integer(),
  origins: Type.Integer({ description: 'distinct named origins' }),
  parties: Type.Integer({ description: 'of these, parties to the conflict' }),
  sides: strings,
  partyOnly: Type.Number({ description: 'share of its incidents that only parties to the conflict tell' }),
  unreviewed: Type.Number({ description: 'share of its claims that nobody reviewed' }),
  contested: Type.Integer(),
  denied: Type.Integer(),
  figures: Type.Record(Type.String(), Figure),
  incidentIds: strings,
  claims: strings,
  link: Type.String({ description: 'the workbench, with these claims' }),
});

export const FigureTable = Type.Object(
  {
    by: Type.Array(Type.Enum([...TABLE_BY])),
    what: Type.Array(Type.Enum([...TABLE_WHAT])),
    asOf: Type.String(),
    caption: Type.String(),
    coverage: Type.String(),
    review: Type.String(),
    leftOut: Type.Integer({ description: 'incidents that nobody reviewed, left out' }),
    rows: Type.Array(Row, { description: 'unplaced and undated incidents have rows of their own' }),
    total: Row,
  },
  { $id: 'FigureTable' },
);
export type FigureTable = Type.Static<typeof FigureTable>;

export const TableParams = Type.Object(
  {
    ...FilterParams.properties,
    ...GATES,
    by: Type.Optional(
      Type.Array(Type.Enum([...TABLE_BY]), { minItems: 1, maxItems: 4, description: 'default admin1, week' }),
    ),
    what: Type.Optional(
      Type.Array(Type.Enum([...TABLE_WHAT]), {
        minItems: 1,
        maxItems: 5,
        description: 'default killed, wounded, displaced',
      }),
    ),
  },
  { additionalProperties: false },
);
export type TableParams = Type.Static<typeof TableParams>;
