/** Finds the parties that a text names: the longest name, pattern or organ at each word, left to right. */
import type { Span } from '../../records/index.ts';
import { inCapitalLine } from './capital-lines.ts';
import { ClassNames, classMatch } from './class-names.ts';
import type { PartyClass } from './class-rows.ts';
import { organOf } from './organ-of.ts';
import { type Expanded, PhraseIndex } from './phrase-index.ts';
import type { Doubt, Organ, PartyEntry, PartyList, PartyMatch, Surface } from './types.ts';
import { BREAK, cutWords, HYPHEN, type Words } from './words.ts';
import { isWrittenSo, leansOnCase, type Phrase, phrasesOf } from './written-so.ts';

const SLOT_FIRST = '{own} ';
const SLOT_LAST = ' {state}';

/** What was found at a word: up to which word, and what it is. */
interface Found {
  to: number;
  phrases: Phrase[];
  organ: Organ | null;
  /** Of a numbered unit, or of the word after an outlet's name ("Rudaw TV"). */
  class: PartyClass | null;
}

interface OrganPhrase {
  text: string;
  organ: Organ;
}

/** The words being read, and which of them stand in lines of capitals. */
interface Reading {
  text: string;
  words: Words;
  capitalLine: Uint8Array;
}

export class PartyMatcher {
  private readonly list: PartyList;
  private readonly names = new PhraseIndex(phrasesOf);
  private readonly afterState = new PhraseIndex(organPhrase);
  private readonly beforeState = new PhraseIndex(organPhrase);
  private readonly bare = new PhraseIndex(organPhrase);
  private readonly classes: ClassNames;
  private readonly made = new Map<string, PartyEntry>();

  constructor(list: PartyList) {
    this.list = list;
    this.classes = new ClassNames(list.classes, list.nameStops);
    for (const surface of list.surfaces) this.names.add(surface.text, surface);
    for (const organ of list.organs.values()) {
      for (const pattern of organ.patterns) {
        if (pattern.startsWith(SLOT_FIRST))
          addOrgan(this.afterState, pattern.slice(SLOT_FIRST.length), organ);
        else addOrgan(this.beforeState, pattern.slice(0, -SLOT_LAST.length), organ);
      }
      for (const words of organ.bare) addOrgan(this.bare, words, organ);
    }
  }

  /**
   * The parties named in `text`, in order, without overlaps. Linear in the text.
   * @param within stretches to be read (sentences, paragraphs, all but furniture), in order; a name never crosses
   * from one to the next. Left out: the whole text, where blank lines and punctuation part names.
   */
  matchParties(text: string, within: readonly Span[] = [[0, text.length]]): PartyMatch[] {
    return within.flatMap(([start, end]) => {
      const words = cutWords(text, start, end);
      return this.matchWords({ text, words, capitalLine: inCapitalLine(text, words) });
    });
  }

  /** First what the tables list, then, in the words left over, unlisted parties known by their class. */
  private matchWords(reading: Reading): PartyMatch[] {
    const { text, words, capitalLine } = reading;
    const matches: PartyMatch[] = [];
    const covered = new Uint8Array(words.folded.length);
    for (let at = 0; at < words.folded.length; ) {
      const found = this.longestAt(reading, at);
      const match = found && this.toMatch(reading, at, found);
      if (match) matches.push(match);
      if (found) covered.fill(1, at, found.to);
      at = found?.to ?? at + 1;
    }
    const unlisted = this.classes.find(text, words, covered, capitalLine);
    return unlisted.length === 0 ? matches : [...matches, ...unlisted].sort((a, b) => a.start - b.start);
  }

  /** The organ of a state the words did not name ("Its Defense Ministry"), once the state is known. */
  organOf(base: PartyEntry, organ: string): PartyEntry | null {
    const row = this.list.organs.get(organ);
    if (row === undefined) return null;
    const key = `${base.key}/${organ}`;
    let entry = this.made.get(key);
    if (entry === undefined) this.made.set(key, (entry = organOf(this.list, base, row)));
    return entry;
  }

  private longestAt(reading: Reading, at: number): Found | null {
    let best: Found | null = null;
    const keep = (found: Found): void => {
      // At equal length a name of its own comes before what a pattern makes of its words ("China Daily").
      if (best === null || found.to > best.to || (found.to === best.to && isOwnName(found))) best = found;
    };
    for (const named of this.namesAt(reading, at)) {
      keep(named);
      const tail =
        named.phrases[0]!.surface.party?.kind === 'outlet'
          ? this.classes.tailFrom(reading.words, named.to)
          : null;
      if (tail) keep({ ...named, to: tail.to, class: tail.row });
      const bases = named.phrases.filter((phrase) => isBase(phrase.surface));
      if (bases.length === 0 || reading.words.gap[named.to] === BREAK) continue;
      this.afterState.walk(reading.words, named.to, (organs, to) => {
        const organ = organs.find((row) => bases.some((phrase) => fits(row, phrase.surface)));
        if (organ)
          keep({ to, phrases: bases.filter((phrase) => fits(organ, phrase.surface)), organ, class: null });
      });
    }
    this.beforeState.walk(reading.words, at, (organs, to) => {
      if (reading.words.gap[to] === BREAK) return;
      for (const named of this.namesAt(reading, to)) {
        const bases = named.phrases.filter(
          (phrase) => isBase(phrase.surface) && phrase.surface.kind !== 'demonym',
        );
        const organ = organs.find((row) => bases.some((phrase) => fits(row, phrase.surface)));
        if (organ) keep({ to: named.to, phrases: bases, organ, class: null });
      }
    });
    this.bare.walk(reading.words, at, (organs, to) => {
      keep({ to, phrases: [], organ: organs[0]!, class: null });
    });
    const unit = this.classes.numberedAt(reading.words, at);
    if (unit) keep({ to: unit.to, phrases: [], organ: null, class: unit.row });
    return best;
  }

  /** Every name that begins at a word and is written as it should be, shortest first. */
  private namesAt(reading: Reading, at: number): Found[] {
    const found: Found[] = [];
    this.names.walk(reading.words, at, (phrases, to) => {
      const written = phrases.filter((phrase) => isWrittenSo(phrase, reading.text, reading.words, at));
      if (written.length > 0) found.push({ to, phrases: mainFirst(written), organ: null, class: null });
    });
    return found;
  }

  private toMatch(reading: Reading, at: number, found: Found): PartyMatch | null {
    const { words } = reading;
    const phrase: Phrase | undefined = found.phrases[0];
    if (phrase?.surface.party === null) return null;
    if (found.class !== null && (phrase === undefined || isAnother(found, phrase, found.class))) {
      return classMatch(reading.text, words, found.class, at, found.to);
    }
    // An organ ("Georgian police") or a word of its class ("Sputnik news agency") settles what else it may be.
    const doubts = new Set<Doubt>(found.organ || found.class ? [] : doubtsOf(found));
    // Capitals tell "US" from "us" but in a line of capitals.
    if (phrase && leansOnCase(phrase) && !reading.capitalLine[at]) doubts.delete('word');
    const parties = [...new Set(found.phrases.map((one) => one.surface.party!))];
    const last = found.to - 1;
    const named = parties[0] ?? null;
    const party = found.organ && named ? this.organOf(named, found.organ.key) : named;
    return {
      start: words.starts[at]!,
      end: words.ends[last]!,
      kind: found.organ === null ? phrase!.surface.kind : named === null ? 'organ' : 'pattern',
      party,
      others: found.organ ? [] : parties.slice(1),
      organ: found.organ?.key ?? null,
      base: found.organ ? named : null,
      doubts: [...doubts],
      joined: words.gap[found.to] === HYPHEN ? words.folded[found.to]! : null,
      joinedBefore: at > 0 && words.gap[at] === HYPHEN ? words.folded[at - 1]! : null,
      possessive: words.possessive[last]!,
    };
  }
}

/** Names, abbreviations and adjectives of states and peoples carry organs; "the Syrians army" is no English. */
function isBase(surface: Surface): boolean {
  const table = surface.party?.table;
  if (table === 'populations') return surface.kind === 'demonym';
  return table === 'states' && surface.kind !== 'people';
}

/** "The Damascus government" is Syria's, but "Damascus police" the city's. */
/** Of parties that share a name the one whose row does not say `shared` is meant unless the context tells. */
function mainFirst(phrases: Phrase[]): Phrase[] {
  if (phrases.length === 1) return phrases;
  const main = phrases.filter((phrase) => !phrase.surface.doubts.includes('shared'));
  return [...main, ...phrases.filter((phrase) => phrase.surface.doubts.includes('shared'))];
}

/** The doubts of the first party's spellings that come to these words ("El Khabar", "al-Khabar"). */
function doubtsOf(found: Found): Doubt[] {
  const party = found.phrases[0]?.surface.party;
  return found.phrases
    .filter(({ surface }) => surface.party === party)
    .flatMap(({ surface }) => surface.doubts);
}

function isOwnName(found: Found): boolean {
  return found.organ === null && found.class === null;
}

/** "Al-Watan television" is not the newspaper al-Watan, where several outlets are called so. */
function isAnother(found: Found, phrase: Phrase, row: PartyClass): boolean {
  return doubtsOf(found).includes('shared') && phrase.surface.party?.type !== row.type;
}

function organPhrase({ text, organ }: OrganPhrase): Expanded<Organ>[] {
  return [{ words: cutWords(text).folded, value: organ }];
}

function addOrgan(index: PhraseIndex<OrganPhrase, Organ>, text: string, organ: Organ): void {
  index.add(text, { text, organ });
}

function fits(organ: Organ, surface: Surface): boolean {
  if (surface.kind === 'metonym' && organ.kind !== null) return false;
  return organ.bases === 'both' || (organ.bases === 'people') === (surface.party!.kind === 'population');
}
