/** What the party dictionary holds and what the matcher says: the contract of this folder. */
import type { PartyKind } from '../../records/index.ts';
import type { PartyClass } from './class-rows.ts';

/** The years a person held an office; null on either side where open or not known. */
export interface Office {
  /** As worded in the dictionary: "President", "army spokesman". */
  title: string;
  /** Key of the party the office belongs to. */
  of: string | null;
  from: number | null;
  to: number | null;
}

/** One party of the dictionary, or one that an organ pattern makes of a state ("Chadian Army"). */
export interface PartyEntry {
  /** Stable slug; made entries have `STATE.ORGAN`. */
  key: string;
  /** The full usual English name. */
  name: string;
  kind: PartyKind;
  /** Key of the party it belongs to: a ministry's state, a wing's group, an outlet's owner, a person's body. */
  of: string | null;
  /** Other names, spellings and abbreviations; adjectives, demonyms and capitals are not among them. */
  aliases: readonly string[];
  /** ISO 3166-1 alpha-2 of the country it is of or mostly acts in. */
  country: string | null;
  /** Persons of the dictionary hold or held an office: everything in it is public. */
  public: boolean;
  external: Readonly<Record<string, string>>;
  /** Finer sort within the table: agency, newspaper, monitor, court, cartel …; null where the table has none. */
  type: string | null;
  /** Who runs an outlet: `state`, `party` (then `of` names whom) or null (neither, or not known). */
  control: 'state' | 'party' | null;
  /** The organs this entry is for its state (`armed-forces`) or another (`united-states/coalition`): patterns lead here. */
  organs: readonly string[];
  /** Web domains of an outlet or organisation, lower-case. */
  domains: readonly string[];
  offices: readonly Office[];
  /** True where the words tell a sort and no body of its own: "rebels", "gunmen", "residents". */
  generic: boolean;
  note: string | null;
  /** The table it came from, without `.tsv`; made entries have `party-patterns`. */
  table: string;
}

/**
 * How the words lead to the party. `demonym` is an adjective or a people's name ("Syrian", "Syrians"), `metonym` a
 * place that stands for its state ("Moscow"), `pattern` a state's organ ("Russia's defence ministry"), `organ` an
 * organ whose state the words do not say ("the defence ministry"; its party is null), `member` a word for members
 * of a group ("Talibs"), `class` an unlisted party known by a word beside its name ("Anbar Star television").
 */
export type MatchKind =
  | 'name'
  | 'alias'
  | 'demonym'
  | 'people'
  | 'metonym'
  | 'member'
  | 'pattern'
  | 'organ'
  | 'class';

/**
 * Why a match may be wrong, for the resolver to weigh: the same words are a common `word`, a `place`, a `person`'s
 * name, or the name of another body (`shared`).
 */
export type Doubt = 'word' | 'place' | 'person' | 'shared';

/** One mention found. Offsets are UTF-16 code units of the given text. */
export interface PartyMatch {
  start: number;
  end: number;
  kind: MatchKind;
  /** The party, or null for an organ of an unnamed state. */
  party: PartyEntry | null;
  /** Other parties of the same words, in the dictionary's order. */
  others: readonly PartyEntry[];
  /** The organ pattern, for kinds `pattern` and `organ`. */
  organ: string | null;
  /** For kind `pattern`: the state or people the words name. */
  base: PartyEntry | null;
  doubts: readonly Doubt[];
  /** Folded word joined to it by a hyphen on the right: `backed` in "Turkish-backed", `led` in "Saudi-led". */
  joined: string | null;
  /** Folded word joined to it by a hyphen on the left: `anti`, `pro`, `non`. */
  joinedBefore: string | null;
  /** Followed by 's or a bare apostrophe. */
  possessive: boolean;
}

/** A way of writing a party, ready to be put in the trie. */
export interface Surface {
  text: string;
  kind: Exclude<MatchKind, 'pattern' | 'organ' | 'class'>;
  /** Null: the words are known to be no party ("Gulf of Mexico") and hide the shorter names in them. */
  party: PartyEntry | null;
  doubts: readonly Doubt[];
  /** Only exactly so, letter for letter in case. */
  exactCase: boolean;
}

/** A row of party-patterns.tsv: an organ that states (or peoples) have, and the words for it. */
export interface Organ {
  key: string;
  /** Kind of the party it makes, or null where the words mean the state itself ("Syrian officials"). */
  kind: PartyKind | null;
  type: string | null;
  /** Name of the made party; `{adj}` and `{state}` are filled in. */
  name: string;
  /** The organ it is part of (`army` of `armed-forces`), or null: then of the state. */
  of: string | null;
  /** What may stand in the slot: states, peoples, or both. */
  bases: 'state' | 'people' | 'both';
  /** Word sequences with one slot `{own}` first or `{state}` last; brackets and bars already spelt out. */
  patterns: readonly string[];
  /** Words that name the organ with no state beside them. */
  bare: readonly string[];
  examples: readonly string[];
}

export interface PartyList {
  entries: readonly PartyEntry[];
  byKey: ReadonlyMap<string, PartyEntry>;
  surfaces: readonly Surface[];
  organs: ReadonlyMap<string, Organ>;
  classes: readonly PartyClass[];
  /** Folded words that are no part of an unlisted party's name, though written with a capital. */
  nameStops: ReadonlySet<string>;
  /** `STATE/ORGAN` -> the entry of its own that fills the organ. */
  fills: ReadonlyMap<string, PartyEntry>;
  /** First adjective of a state or people, for the names of made parties. */
  adjectives: ReadonlyMap<string, string>;
  /** Outlets and organisations by web domain. */
  byDomain: ReadonlyMap<string, PartyEntry>;
  /** Rows that could not be read, as `FILE:LINE reason`; empty for the shipped dictionary. */
  problems: readonly string[];
}
