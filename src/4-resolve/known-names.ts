/** The names that dictionary and gazetteer know in a text. The last text is remembered: reading asks twice. */
import type { LexiconHit } from '../3-read/language/lexicon.ts';
import { lexiconHits } from './lexicon-hits.ts';
import { PartyMatcher } from './parties/party-matcher.ts';
import type { PartyEntry, PartyList, PartyMatch } from './parties/types.ts';
import type { Gazetteer } from './places/gazetteer/gazetteer.ts';

export class KnownNames {
  readonly list: PartyList;
  readonly gazetteer: Gazetteer;
  private readonly taught: Gazetteer;
  private readonly matcher: PartyMatcher;
  private readonly givenNames: ReadonlySet<string>;
  private lastText: string | null = null;
  private lastMatches: readonly PartyMatch[] = [];

  constructor(list: PartyList, gazetteer: Gazetteer, givenNames: ReadonlySet<string>) {
    this.list = list;
    this.gazetteer = gazetteer;
    this.givenNames = givenNames;
    this.taught = gazetteer.builtIn;
    this.matcher = new PartyMatcher(list);
  }

  /** Parties named in a text, in order, apart. */
  parties(text: string): readonly PartyMatch[] {
    if (text !== this.lastText) {
      this.lastMatches = this.matcher.matchParties(text);
      this.lastText = text;
    }
    return this.lastMatches;
  }

  /** Parties and places as the language network is told them: it learnt with the built-in gazetteer. */
  hits(text: string): LexiconHit[] {
    return lexiconHits(text, this.parties(text), this.taught, this.givenNames);
  }

  byKey(key: string): PartyEntry | undefined {
    return this.list.byKey.get(key);
  }

  /** The party that is an organ of a state ("russia", "ministry-of-defence"). */
  organ(state: string, organ: string): PartyEntry | undefined {
    const base = this.list.byKey.get(state);
    return (base && this.matcher.organOf(base, organ)) ?? undefined;
  }
}
