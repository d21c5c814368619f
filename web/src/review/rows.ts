/** The rows of a claim as a person goes through them: what is there, and the two that are always asked. */
import type { Claim } from '../api.ts';
import { type Field, fieldsOf } from '../article/fields.ts';
import { words } from '../labels.ts';
import type { RowName } from './fields.ts';

export interface Row extends Field, RowName {
  /** What stands there was told; an empty one is only a place for it. */
  told: boolean;
}

const PATTERN = /^([a-z]+)(\d*)$/i;
/** Shown but not set by hand. */
const FIXED = new Set(['voice', 'about', 'loaded']);

export function rowsOf(claim: Claim, text: string): Row[] {
  const rows = fieldsOf(claim, text).map((field): Row => {
    const [, name = field.key, index = ''] = PATTERN.exec(field.key) ?? [];
    return { ...field, name, index: Number(index || 0), told: true };
  });
  const has = (name: string) => rows.some((row) => row.name === name);
  const empty = (name: string, label: string, value: string): Row => ({
    ...{ key: name, name, index: 0, label, value, more: '', spans: [], told: false },
  });
  if (!has('type')) {
    const trigger = rows.findIndex(({ name }) => name === 'trigger');
    const certainty = rows.findIndex(({ name }) => name === 'certainty');
    rows.splice((trigger >= 0 ? trigger : certainty) + 1, 0, empty('type', 'Type', 'none chosen'));
  }
  if (!has('kind')) rows.push({ ...empty('kind', 'Kind', words(claim.kind)), told: true });
  return rows;
}

export const isFixed = ({ name }: RowName): boolean => FIXED.has(name);
