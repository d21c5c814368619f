/** What claims are built with: the article's words, places and times, and who is meant by a phrase. */
import type { RawClaim } from '../../3-read/events/claims.ts';
import type { EventWords } from '../../3-read/events/words.ts';
import type { Token } from '../../3-read/language/parsed-text.ts';
import type { Hop, Party, Place, Time } from '../../records/index.ts';
import type { Meant } from '../parties/phrase-party.ts';

export interface ClaimContext {
  document: string;
  text: string;
  /** Where each sentence stands. */
  sentences: readonly { start: number; end: number }[];
  words: EventWords;
  places: readonly Place[];
  times: readonly Time[];
  /** Hops of an attribution chain for a claim in a given sentence. */
  hops: (chain: readonly number[], sentence: number) => Hop[];
  /** The parties of the article. */
  parties: () => readonly Party[];
  /** Whether a party is only a kind of people ("fighters", "the enemy") that any side may have; "the rebels" are one. */
  sideless: (party: Party) => boolean;
  /** The party nearest to the facts in a chain. */
  speaker: (chain: readonly number[]) => Party | null;
  /** Whether people protest in a sentence or the ones beside it. */
  protests: (sentence: number) => boolean;
  /** Whom a phrase means, inside a claim under the given chain. */
  meant: (claim: RawClaim, head: Token) => Meant;
}
