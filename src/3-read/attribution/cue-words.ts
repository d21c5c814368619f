/** The words that attribute, read from dictionaries/en/cue-*.tsv, hedges.tsv and document-nouns.tsv. */
import type { AttributionKind, Certainty } from '../../records/index.ts';

export interface CueVerb {
  frames: ReadonlySet<string>;
  /** Prepositions of `p:` frames. */
  prepositions: ReadonlySet<string>;
  kind: AttributionKind;
  certainty: Certainty;
}

export interface CueNoun {
  /** What leads to the content: "that", "to", prepositions; none for an adjective. */
  frames: ReadonlySet<string>;
  kind: AttributionKind;
  certainty: Certainty;
}

export interface Hedge {
  certainty: Certainty;
  /** Whether the word also says that somebody unnamed says so ("reportedly"). */
  attributes: boolean;
  /** Whether it stands before a noun ("alleged", "unconfirmed"). */
  adjective: boolean;
}

export interface CueWords {
  verbs: ReadonlyMap<string, readonly CueVerb[]>;
  nouns: ReadonlyMap<string, CueNoun>;
  adjectives: ReadonlyMap<string, CueNoun>;
  hedges: ReadonlyMap<string, Hedge>;
  documents: ReadonlySet<string>;
  /** Nouns for those who can say something: persons and bodies. */
  speakers: ReadonlySet<string>;
  /** Words that stand beside a cue, by role: see dictionaries/en/cue-parts.tsv. */
  parts: Readonly<Record<CuePart, ReadonlySet<string>>>;
}

export const CUE_PARTS = [
  'occasion',
  'citation',
  'carrier',
  'saying',
  'light',
  'speaker',
  'said-again',
  'goes-on',
  'said-of',
  'no-clause',
  'bears-out',
  'tells-nothing',
  'puts-at',
  'tally',
  'blames',
  'shows',
  'unsaid',
] as const;
export type CuePart = (typeof CUE_PARTS)[number];

/** Rows of the files, header and comments left out. */
export interface CueRows {
  verbs: string[][];
  nouns: string[][];
  adjectives: string[][];
  hedges: string[][];
  documents: string[][];
  parts: string[][];
  /** The last word of the first column names who can speak. */
  speakers: string[][];
}

const certaintyOf = (word: string | undefined): Certainty =>
  word === undefined || word === '-' || word === '' ? 'asserted' : (word as Certainty);

export function parseCueWords(rows: CueRows): CueWords {
  const verbs = new Map<string, CueVerb[]>();
  for (const [lemma, frames, kind, certainty] of rows.verbs) {
    const all = frames!.split(' ');
    const verb: CueVerb = {
      frames: new Set(all),
      prepositions: new Set(all.filter((f) => f.startsWith('p:')).map((f) => f.slice(2))),
      kind: kind as AttributionKind,
      certainty: certaintyOf(certainty),
    };
    verbs.set(lemma!, [...(verbs.get(lemma!) ?? []), verb]);
  }
  const held = (list: string[][]) =>
    new Map(
      list.map(([lemma, frames, kind, certainty]): [string, CueNoun] => [
        lemma!,
        {
          frames: new Set(frames!.split(' ')),
          kind: kind as AttributionKind,
          certainty: certaintyOf(certainty),
        },
      ]),
    );
  return {
    verbs,
    nouns: held(rows.nouns),
    adjectives: held(rows.adjectives),
    hedges: new Map(
      rows.hedges.map(([word, certainty, source, note]) => [
        word!,
        {
          certainty: certaintyOf(certainty),
          attributes: source === 'unnamed',
          adjective: (note ?? '').startsWith('before a noun'),
        },
      ]),
    ),
    documents: new Set(rows.documents.map(([lemma]) => lemma!)),
    speakers: new Set(rows.speakers.map(([words]) => words!.split(' ').at(-1)!.toLowerCase())),
    parts: Object.fromEntries(
      CUE_PARTS.map((part) => [
        part,
        new Set(rows.parts.filter(([role]) => role === part).map(([, word]) => word!)),
      ]),
    ) as Record<CuePart, Set<string>>,
  };
}

/** The first row of a verb that has one of the frames. */
export function frameOf(words: CueWords, lemma: string, ...frames: string[]): CueVerb | undefined {
  return words.verbs.get(lemma)?.find((verb) => frames.some((frame) => verb.frames.has(frame)));
}
