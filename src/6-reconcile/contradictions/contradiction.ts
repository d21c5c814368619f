/** Where claims of one incident cannot both be so. Each says what is compared and why it may be. */

export type ContradictionKind =
  | 'figures'
  | 'blame'
  | 'place'
  | 'date'
  | 'denial'
  | 'withdrawal'
  | 'silent-edit';

export interface ContradictionSide {
  origin: string;
  name: string;
  claims: string[];
  /** What this side says, in a few words: "43 killed civilians", "Russia", "4 October 2017". */
  says: string;
}

export interface Contradiction {
  kind: ContradictionKind;
  sides: ContradictionSide[];
  /** A bare denial by the party accused: told, but nothing is contested by it. */
  byAccused: boolean;
  why: string;
}
