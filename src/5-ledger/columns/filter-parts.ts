/** Which parts of the columns a filter is judged by. */
import type { ClaimFilter } from '../read/claim-types.ts';
import type { Part, TextColumn } from './claim-columns.ts';

export type FilterField = keyof ClaimFilter;

/** Fields that are one column. */
export const COLUMN_OF: Partial<Record<FilterField, TextColumn>> = {
  certainty: 'certainty',
  kind: 'kind',
  type: 'type',
  nearest: 'nearest',
  nearestKind: 'nearest_kind',
  outermost: 'outermost',
  outermostKind: 'outermost_kind',
  place: 'place',
  country: 'country',
  admin1: 'admin1',
  placeStatus: 'place_status',
  precision: 'precision',
  publisher: 'publisher',
  language: 'language',
  origin: 'origin',
  review: 'review',
  engine: 'engine',
};

export const ROLES_OF: Partial<Record<FilterField, readonly string[]>> = {
  source: ['source'],
  by: ['by'],
  against: ['against'],
  party: ['source', 'by', 'against'],
};

/** Judged together: one effect must meet all of them. */
export const EFFECT_FIELDS: readonly FilterField[] = ['effect', 'whom', 'atLeast'];

const OTHERS: Partial<Record<FilterField, readonly Part[]>> = {
  withdrawn: ['withdrawn'],
  placed: ['point'],
  box: ['point'],
  dated: ['time_from', 'time_to'],
  timeFrom: ['time_from', 'time_to'],
  timeTo: ['time_from', 'time_to'],
  publishedFrom: ['published'],
  publishedTo: ['published'],
};

/** Whether the columns alone tell which claims pass, and something is asked of them. */
export function isInColumns(filter: ClaimFilter): boolean {
  const fields = (Object.keys(filter) as FilterField[]).filter((field) => filter[field] !== undefined);
  const held = (field: FilterField) =>
    field in COLUMN_OF || field in ROLES_OF || field in OTHERS || EFFECT_FIELDS.includes(field);
  return fields.length > 0 && fields.every(held);
}

/** The review state is always judged; what the columns do not hold is asked of the tables and needs no part. */
export function partsOf(filter: ClaimFilter): Part[] {
  const fields = (Object.keys(filter) as FilterField[]).filter((field) => filter[field] !== undefined);
  const parts = fields.flatMap((field): readonly Part[] => {
    const column = COLUMN_OF[field];
    if (column) return [column];
    if (ROLES_OF[field]) return ['parties'];
    return EFFECT_FIELDS.includes(field) ? ['effects'] : (OTHERS[field] ?? []);
  });
  return ['review', ...parts];
}
