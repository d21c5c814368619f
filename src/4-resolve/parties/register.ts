/**
 * The parties of one article: those of the dictionary that it names, and the persons and bodies that only it names.
 * Mentions are kept in order of the text, so that later words can come back to them.
 */

import type { NameMention } from '../../3-read/language/parsed-text.ts';
import type { Party, PartyKind } from '../../records/index.ts';
import type { MatchKind, PartyEntry, PartyMatch } from './types.ts';

/** How a mention leads to its party; `engine` is a name only the language engine saw. */
export interface PartyMention {
  start: number;
  end: number;
  party: Party;
  entry: PartyEntry | null;
  kind: MatchKind | 'engine';
  match: PartyMatch | null;
}

export class PartyRegister {
  readonly parties: Party[] = [];
  readonly mentions: PartyMention[] = [];
  /** Organs named without their state ("the defence ministry"), to be settled by what stands around them. */
  readonly organs: PartyMatch[] = [];
  private readonly byKey = new Map<string, Party>();
  private readonly entries = new Map<Party, PartyEntry>();
  private readonly byName = new Map<string, Party>();
  /** Characters of the longest mention: how far back one may begin that reaches into a stretch. */
  private longest = 0;

  entryOf(party: Party): PartyEntry | null {
    return this.entries.get(party) ?? null;
  }

  /** The local party of a dictionary entry. */
  ofEntry(entry: PartyEntry, byKey: (key: string) => PartyEntry | undefined): Party {
    const known = this.byKey.get(entry.key);
    if (known) return known;
    const party: Party = {
      id: `p${this.parties.length + 1}`,
      name: entry.name,
      aliases: [],
      kind: entry.kind,
      of: null,
      public: entry.kind === 'person' ? entry.public : true,
      external: { ...entry.external },
      mentions: [],
    };
    this.parties.push(party);
    this.byKey.set(entry.key, party);
    this.entries.set(party, entry);
    const owner = entry.of ? byKey(entry.of) : undefined;
    if (owner && owner !== entry) party.of = this.ofEntry(owner, byKey).id;
    return party;
  }

  /** A party that only this article names; later mentions of the same name, or of a person's last name, join it. */
  ofName(name: string, kind: PartyKind, isPublic: boolean): Party {
    const key = `${kind} ${name.toLowerCase()}`;
    const known = this.byName.get(key) ?? (kind === 'person' ? this.personCalled(name) : undefined);
    if (known) {
      this.byName.set(key, known);
      return known;
    }
    const party: Party = {
      id: `p${this.parties.length + 1}`,
      name,
      aliases: [],
      kind,
      of: null,
      public: isPublic || kind !== 'person',
      external: {},
      mentions: [],
    };
    this.parties.push(party);
    this.byName.set(key, party);
    return party;
  }

  /** The last person whose name ends with these words, or with whose last word these words end. */
  private personCalled(name: string): Party | undefined {
    const words = name.toLowerCase().split(/\s+/);
    for (let i = this.parties.length - 1; i >= 0; i--) {
      const party = this.parties[i]!;
      if (party.kind !== 'person') continue;
      const known = party.name.toLowerCase().split(/\s+/);
      if (words.length < known.length && words.every((w, k) => known[known.length - words.length + k] === w))
        return party;
      if (words.length === 1 && known.length > 1 && known.includes(words[0]!) && words[0]!.length > 3)
        return party;
      if (known.length === 1 && words.length > 1 && words.at(-1) === known[0]) {
        // The fuller name comes later: it becomes the name.
        party.name = name;
        return party;
      }
    }
    return undefined;
  }

  mention(
    start: number,
    end: number,
    text: string,
    party: Party,
    kind: PartyMention['kind'],
    match: PartyMatch | null,
  ): PartyMention {
    const mention: PartyMention = { start, end, party, entry: this.entryOf(party), kind, match };
    this.mentions.push(mention);
    party.mentions.push([start, end]);
    const words = text.slice(start, end);
    if (words !== party.name && !party.aliases.includes(words)) party.aliases.push(words);
    return mention;
  }

  /** Mentions that overlap [start, end), in order; to be asked once all are in and sorted. */
  within(start: number, end: number): PartyMention[] {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle]!.start <= start - this.longest) low = middle + 1;
      else high = middle;
    }
    const found: PartyMention[] = [];
    for (let at = low; at < this.mentions.length && this.mentions[at]!.start < end; at++)
      if (this.mentions[at]!.end > start) found.push(this.mentions[at]!);
    return found;
  }

  sort(): void {
    this.mentions.sort((a, b) => a.start - b.start || b.end - a.end);
    this.longest = this.mentions.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    for (const party of this.parties) party.mentions.sort((a, b) => a[0] - b[0]);
  }
}

/** Endings that tell what a body is, where only the language engine knows the name. */
const OUTLET_WORDS =
  /\b(?:News|Newspaper|TV|Television|Radio|Times|Post|Herald|Tribune|Gazette|Daily|Weekly|Press|Agency|Media|Journal|Magazine|Broadcasting|Channel|Wire|Observer|Chronicle|Courier|Telegraph|Monitor)\b/;
const GROUP_WORDS =
  /\b(?:Front|Brigades?|Battalion|Liberation|Militia|Movement|Resistance|Jaish|Jaysh|Ansar|Liwa|Kataib|Katibat|Harakat|Jabhat|Army of|Fighters|Martyrs|Jund|Hizb|Fatah)\b/;

export function kindOfName(name: NameMention): PartyKind | null {
  if (name.type === 'person') return 'person';
  if (name.type === 'outlet') return 'outlet';
  if (name.type !== 'organisation') return null;
  if (OUTLET_WORDS.test(name.text)) return 'outlet';
  if (GROUP_WORDS.test(name.text)) return 'armed-group';
  return 'organisation';
}
