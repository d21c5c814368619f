/** Opens what the engine reads from disk, and is the only code that does: models, dictionaries, gazetteer. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  EXTRACT_DICTIONARIES,
  type ExtractDictionary,
  type ExtractRules,
  readExtractRules,
} from './2-extract/rules/extract-rules.ts';
import { type CueWords, parseCueWords } from './3-read/attribution/cue-words.ts';
import { type EventWords, parseEventWords } from './3-read/events/words.ts';
import { cutSentences } from './3-read/language/cut-sentences.ts';
import { Language } from './3-read/language/language.ts';
import { parseLemmas } from './3-read/language/lemmas.ts';
import type { NameSigns } from './3-read/language/names/name-signs.ts';
import { NounClasses } from './3-read/language/names/noun-classes.ts';
import { readSentenceWeights } from './3-read/language/sentences.ts';
import { KnownNames } from './4-resolve/known-names.ts';
import { parseReferenceWords, type ReferenceWords } from './4-resolve/parties/anaphors.ts';
import { parseParties } from './4-resolve/parties/parse-parties.ts';
import { type Gazetteer, openGazetteer } from './4-resolve/places/gazetteer/gazetteer.ts';
import { type PlaceWords, parsePlaceWords } from './4-resolve/places/place-words.ts';
import { parseTimeWords, type TimeWords } from './4-resolve/times/time-words.ts';
import { ReportedlyError } from './errors.ts';
import { PACKAGE, PACKAGE_VERSION } from './package.ts';
import type { Article, EngineStamp, Span } from './records/index.ts';

export interface EngineFiles {
  models?: string;
  dictionaries?: string;
  /** The built-in gazetteer's file. */
  gazetteer?: string;
  /** A gazetteer imported into a ledger's folder, used beside the built-in one. */
  imported?: string;
}

/** Everything stages 2 to 4 need, as plain data, with what it was made from. */
export interface Engine {
  stamp: EngineStamp;
  language: Language;
  extract: ExtractRules;
  cues: CueWords;
  events: EventWords;
  references: ReferenceWords;
  known: KnownNames;
  places: PlaceWords;
  times: TimeWords;
}

/** Opens the engine. Throws `engine-unusable` where a file is missing or broken. */
export function openEngine(files: EngineFiles = {}): Engine {
  const folder = {
    models: files.models ?? path.join(PACKAGE, 'models'),
    dictionaries: files.dictionaries ?? path.join(PACKAGE, 'dictionaries'),
  };
  const gazetteerFile = files.gazetteer ?? path.join(folder.dictionaries, 'gazetteer/gazetteer.bin');
  try {
    const read = new FileReader(folder.dictionaries);
    const gazetteer = readFileSync(gazetteerFile);
    const imported = files.imported && existsSync(files.imported) ? readFileSync(files.imported) : undefined;
    const known = openKnownNames(read, openGazetteer(gazetteer, imported));
    const language = openLanguage(known, folder.models, read);
    const engine = {
      language: language.language,
      extract: readExtractRules(
        Object.fromEntries(EXTRACT_DICTIONARIES.map((name) => [name, read.text(name)])) as Record<
          ExtractDictionary,
          string
        >,
      ),
      cues: parseCueWords({
        verbs: read.rows('cue-verbs'),
        nouns: read.rows('cue-nouns'),
        adjectives: read.rows('cue-adjectives'),
        hedges: read.rows('hedges'),
        documents: read.rows('document-nouns'),
        parts: read.rows('cue-parts'),
        speakers: [...read.rows('source-nouns'), ...read.rows('person-nouns')],
      }),
      events: parseEventWords({
        triggers: read.rows('event-triggers'),
        questions: read.rows('event-questions'),
        means: read.rows('means'),
        persons: read.rows('person-nouns'),
        things: read.rows('thing-nouns'),
        actors: read.rows('actor-nouns'),
        loaded: read.rows('loaded-words'),
        courtesies: read.rows('courtesies'),
        otherHarms: read.rows('other-harms'),
        judging: read.rows('judging-words'),
        verbRoles: read.rows('happening-verbs'),
        effects: read.rows('effect-words'),
      }),
      references: parseReferenceWords({
        anaphors: read.rows('anaphors'),
        sources: read.rows('source-nouns'),
      }),
      known,
      places: parsePlaceWords(read.text('en/place-words.tsv')),
      times: parseTimeWords(read.text('en/times-words.tsv'), read.text('en/times-rules.tsv')),
    };
    return {
      ...engine,
      stamp: {
        version: PACKAGE_VERSION,
        models: language.hash,
        dictionaries: read.hash(),
        gazetteer: hashOf(imported ? [gazetteer, imported] : [gazetteer]),
      },
    };
  } catch (cause) {
    if (cause instanceof ReportedlyError) throw cause;
    throw new ReportedlyError('engine-unusable', { reason: (cause as Error).message }, { cause });
  }
}

/** The language engine alone, for parsing and training. */
export function openLanguage(
  known: KnownNames = openKnownNames(),
  models = path.join(PACKAGE, 'models'),
  read = new FileReader(path.join(PACKAGE, 'dictionaries')),
): { language: Language; hash: string } {
  const files = ['kernels.wasm', 'en/network.bin', 'en/names.bin', 'en/lemmas.tsv', 'en/sentences.bin'];
  const [wasm, network, names, lemmaFile, sentences] = files.map((name) =>
    readFileSync(path.join(models, name)),
  ) as [Buffer, Buffer, Buffer, Buffer, Buffer];
  const language = new Language({
    wasm: new WebAssembly.Module(wasm),
    network,
    names,
    nouns: readNounClasses(read),
    signs: readNameSigns(read),
    lemmas: parseLemmas(lemmaFile.toString('utf8'), read.rows('irregular-words'), namedVerbs(read)),
    sentences: readSentenceWeights(sentences),
    words: readTokenWords(read),
    lexicon: (text) => known.hits(text),
  });
  return { language, hash: hashOf([wasm, network, names, lemmaFile, sentences]) };
}

/** Verbs of one word that the dictionaries name. */
function namedVerbs(read: FileReader): string[] {
  const told = [...read.rows('event-triggers'), ...read.rows('effect-words')];
  const verbs = told.flatMap(([word, kind]) => (kind === 'V' ? [word!] : []));
  return [...verbs, ...read.rows('cue-verbs').map(([word]) => word!)].filter((verb) =>
    /^[a-z-]+$/.test(verb),
  );
}

/** Parties and places by name, without the rest of the engine. */
export function openKnownNames(
  read = new FileReader(path.join(PACKAGE, 'dictionaries')),
  gazetteer = openGazetteers(),
): KnownNames {
  const givenNames = new Set(read.rows('given-names').map((row) => row[0]!));
  return new KnownNames(parseParties(read.tables('parties')), gazetteer, givenNames);
}

/** The built-in gazetteer, and beside it the one imported into a ledger's folder where there is one. */
export function openGazetteers(imported?: string | null): Gazetteer {
  const builtIn = readFileSync(path.join(PACKAGE, 'dictionaries/gazetteer/gazetteer.bin'));
  return openGazetteer(builtIn, imported && existsSync(imported) ? readFileSync(imported) : undefined);
}

/** Cuts articles into sentences as reading does, without opening the rest of the engine. */
export function openSentenceCutter(): (article: Pick<Article, 'text' | 'furniture'>) => Span[] {
  const words = readTokenWords();
  const model = readSentenceWeights(readFileSync(path.join(PACKAGE, 'models/en/sentences.bin')));
  return ({ text, furniture }) =>
    cutSentences(text, furniture, words, model).map(({ words: own }) => [own[0]!.start, own.at(-1)!.end]);
}

/** What kind of thing or person the nouns of war mean. */
export function readNounClasses(read = new FileReader(path.join(PACKAGE, 'dictionaries'))): NounClasses {
  return new NounClasses({
    means: read.rows('means'),
    things: read.rows('thing-nouns'),
    persons: read.rows('person-nouns'),
    actors: read.rows('actor-nouns'),
    places: read.rows('place-words'),
    sources: read.rows('source-nouns'),
  });
}

/** Classes of things that go somewhere. */
const VEHICLES = new Set(['aircraft', 'armour', 'ships', 'vehicles']);

/** What stands beside names of places and of persons. */
export function readNameSigns(read = new FileReader(path.join(PACKAGE, 'dictionaries'))): NameSigns {
  const rows = read.rows('name-signs');
  const words = (sign: string, from = rows) =>
    new Set(from.flatMap(([kind, word]) => (kind === sign ? [word!] : [])));
  return {
    inside: words('inside'),
    trusted: words('trusted'),
    entered: words('entered'),
    struck: words('struck'),
    beside: words('beside'),
    several: words('several'),
    ships: words('ship'),
    loose: words('loose'),
    things: new Map([
      ...read.rows('thing-nouns').flatMap(([words, kind]) => {
        const type = kind === 'weapons' ? 'weapon' : VEHICLES.has(kind!) ? 'vehicle' : null;
        return type ? [[words!, type] as const] : [];
      }),
      ...rows.flatMap(([kind, word]) => (kind === 'no-thing' ? [[word!, 'none'] as const] : [])),
    ]),
    titles: words('person-title', read.rows('place-words')),
    persons: new Set(read.rows('person-nouns').map(([word]) => word!)),
    speech: new Set(read.rows('cue-verbs').flatMap(([lemma, , kind]) => (kind === 'speech' ? [lemma!] : []))),
  };
}

export function readTokenWords(read = new FileReader(path.join(PACKAGE, 'dictionaries'))) {
  return {
    abbreviations: new Map(read.rows('abbreviations').map((row) => [row[0]!, row[1]!])),
    prefixes: new Set(read.rows('hyphen-prefixes').map((row) => row[0]!)),
    acronyms: new Map(read.rows('acronym-words').map((row) => [row[0]!, row[1]!])),
  };
}

/** Reads dictionary files and remembers what was read, for the hash of the dictionaries. */
class FileReader {
  private readonly folder: string;
  private readonly seen = new Map<string, Buffer>();

  constructor(folder: string) {
    this.folder = folder;
  }

  text(name: string): string {
    const bytes = readFileSync(path.join(this.folder, name));
    this.seen.set(name, bytes);
    return bytes.toString('utf8');
  }

  /** Rows of an English dictionary: comment lines (#) and the header left out. */
  rows(name: string): string[][] {
    return this.text(`en/${name}.tsv`)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .slice(1)
      .map((line) => line.split('\t'));
  }

  /** All tables of a folder by file name. */
  tables(folder: string): Record<string, string> {
    const names = readdirSync(path.join(this.folder, folder))
      .filter((name) => name.endsWith('.tsv'))
      .sort();
    return Object.fromEntries(names.map((name) => [name, this.text(`${folder}/${name}`)]));
  }

  hash(): string {
    const parts = [...this.seen].sort((a, b) => (a[0] < b[0] ? -1 : 1));
    return hashOf(parts.flatMap(([name, bytes]) => [Buffer.from(name), bytes]));
  }
}

function hashOf(parts: readonly Buffer[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}\n`).update(part);
  return `sha256:${hash.digest('hex')}`;
}
