/** What the reviewer is about to do on the desk, beside looking. */
import type { Span } from '../api.ts';
import type { RowName } from './fields.ts';
import type { Draft } from './values.ts';

export interface Armed {
  name: string;
  index: number | null;
}

export type Doing =
  | { kind: 'looking' }
  | { kind: 'rejecting' | 'noting' | 'completing' }
  | { kind: 'drafting'; draft: Draft }
  | { kind: 'merging'; from: string }
  | { kind: 'splitting'; parts: Span[] };

export interface DeskState {
  doing: Doing;
  open: RowName | null;
  armed: Armed | null;
}

export const LOOKING: DeskState = { doing: { kind: 'looking' }, open: null, armed: null };
