/**
 * A claim that stands by itself: what a Reading says with local ids ("p1", "l2") is said here with the party, place or
 * time itself. Decisions are applied to this form, and the rows of the index are made from it.
 */
import type {
  AttributionMode,
  Certainty,
  Claim,
  ClaimKind,
  Cue,
  Effect,
  EventType,
  Party,
  Place,
  SourceKind,
  Span,
  Time,
} from '../../records/index.ts';

/** A party without its place in one Reading. `of` is the name of the party it belongs to. */
export interface ResolvedParty extends Omit<Party, 'id' | 'of' | 'mentions'> {
  of: string | null;
}

export interface ResolvedHop {
  attribution: string | null;
  source: {
    spans: Span[];
    text: string;
    kind: SourceKind;
    party: ResolvedParty | null;
    basis: 'stated' | 'implied' | 'given';
  };
  cue: Cue | null;
  mode: AttributionMode;
}

export interface Quoted {
  span: Span;
  text: string;
}

export interface ResolvedRole {
  span: Span | null;
  text: string | null;
  party: ResolvedParty | null;
  /** The words name a person although no party is known: treated as private. */
  person: boolean;
  basis: 'stated' | 'implied' | 'given';
  rule: string | null;
}

export type ResolvedPlace = Omit<Place, 'id' | 'same' | 'relation' | 'span' | 'candidates'> & {
  span: Span | null;
  relation: { anchor: string; km: number | null; bearing: number | null } | null;
  candidates: Place['candidates'];
};

export type ResolvedTime = Omit<Time, 'id' | 'span'> & { span: Span | null };

export type ResolvedEffect = Omit<Effect, 'span'> & { span: Span | null; text: string | null };

export interface ResolvedEvent {
  type: EventType | null;
  trigger: Quoted | null;
  /** The same within an article for claims of the same happening; local to the article. */
  happening: string | null;
  by: ResolvedRole[];
  against: ResolvedRole[];
  place: ResolvedPlace | null;
  time: ResolvedTime | null;
  means: Quoted[];
  effects: ResolvedEffect[];
}

export interface ResolvedClaim {
  id: string;
  document: string;
  /** Who made it out: an engine, or a person who added it. */
  origin: 'machine' | 'person';
  /** Order in the Reading; claims of persons come after. */
  position: number;
  spans: Span[];
  text: string;
  /** `given` when the words were typed in because the document has no text of its own. */
  basis: 'stated' | 'given';
  translation: string | null;
  chain: ResolvedHop[];
  certainty: Certainty;
  certaintyWords: Span[];
  kind: ClaimKind;
  about: Claim['about'];
  loaded: Span[];
  event: ResolvedEvent | null;
  rules: string[];
}
