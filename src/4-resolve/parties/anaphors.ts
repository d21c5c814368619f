/** Words that come back to a party named before: pronouns, "the ministry", "the group", "the official". */
import type { Party, PartyKind } from '../../records/index.ts';

export interface Anaphor {
  kinds: ReadonlySet<PartyKind>;
  organ: string | null;
}

export interface SourceNoun {
  singular: string;
  plural: string;
}

export interface ReferenceWords {
  anaphors: ReadonlyMap<string, Anaphor>;
  sources: ReadonlyMap<string, SourceNoun>;
}

export function parseReferenceWords(rows: { anaphors: string[][]; sources: string[][] }): ReferenceWords {
  return {
    anaphors: new Map(
      rows.anaphors.map(([lemma, kinds, organ]) => [
        lemma!,
        { kinds: new Set(kinds!.split(' ') as PartyKind[]), organ: organ === '-' ? null : organ! },
      ]),
    ),
    sources: new Map(
      rows.sources.map(([lemma, singular, plural]) => [lemma!, { singular: singular!, plural: plural! }]),
    ),
  };
}

/** A party that the text has spoken of, where, and how prominently. */
export interface Spoken {
  party: Party;
  at: number;
  sentence: number;
  /** Subject of its clause or source of an attribution. */
  prominent: boolean;
  source: boolean;
  /** Did something in a claim before. */
  acts?: boolean;
}

const GROUPS: ReadonlySet<PartyKind> = new Set([
  'state',
  'state-force',
  'armed-group',
  'organisation',
  'outlet',
  'population',
]);

export const isActive = (one: Spoken) => one.prominent || one.source || one.acts === true;

/** How many sentences back a word may reach. */
const REACH = 4;

/** Remembers who was spoken of, and answers who is meant. Fed in order of the text. */
export class Discourse {
  private readonly spoken: Spoken[] = [];

  note(one: Spoken): void {
    this.spoken.push(one);
  }

  /** The last one of the kinds before an offset: prominent ones of the same or last sentence first. */
  last(
    before: number,
    sentence: number,
    kinds: ReadonlySet<PartyKind>,
    accept: (party: Party, spoken: Spoken) => boolean = () => true,
  ): Party | null {
    let best: Spoken | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const one of this.spoken) {
      if (one.at >= before || !kinds.has(one.party.kind) || !accept(one.party, one)) continue;
      const back = sentence - one.sentence;
      if (back > REACH || back < 0) continue;
      const score =
        -1.5 * back + (one.prominent ? 2 : 0) + (one.source ? 1 : 0) + (one.acts ? 1.5 : 0) + one.at / 1e7;
      if (score >= bestScore) {
        best = one;
        bestScore = score;
      }
    }
    return best?.party ?? null;
  }

  /** The last person who spoke: "the spokesman" is never somebody only spoken of. */
  lastSource(before: number, sentence: number): Party | null {
    for (let i = this.spoken.length - 1; i >= 0; i--) {
      const one = this.spoken[i]!;
      if (one.at >= before || !one.source || one.party.kind !== 'person') continue;
      if (sentence - one.sentence <= REACH && sentence >= one.sentence) return one.party;
    }
    return null;
  }

  /** The last one that the same sentence or the one before is about or that speaks there. */
  prominent(before: number, sentence: number, kinds: ReadonlySet<PartyKind>): Party | null {
    for (let i = this.spoken.length - 1; i >= 0; i--) {
      const { party, at, prominent, sentence: where } = this.spoken[i]!;
      if (at < before && prominent && kinds.has(party.kind) && where <= sentence && where >= sentence - 1)
        return party;
    }
    return null;
  }

  /** Whether one party only of these kinds was spoken of of late. */
  isAlone(before: number, sentence: number, kinds: ReadonlySet<PartyKind>): boolean {
    const parties = this.spoken.filter(
      (one) =>
        one.at < before &&
        kinds.has(one.party.kind) &&
        one.sentence <= sentence &&
        one.sentence >= sentence - REACH,
    );
    return new Set(parties.map(({ party }) => party)).size === 1;
  }

  person(before: number, sentence: number): Party | null {
    return this.last(before, sentence, new Set<PartyKind>(['person']));
  }

  /** The last body; one that acts or speaks before one only named, as a state is where things happen. */
  group(before: number, sentence: number): Party | null {
    return (
      this.last(before, sentence, GROUPS, (_, spoken) => isActive(spoken)) ??
      this.last(before, sentence, GROUPS)
    );
  }
}
