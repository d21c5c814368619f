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
}

/** Rows of the files, header and comments left out. */
export interface CueRows {
  verbs: string[][];
  nouns: string[][];
  adjectives: string[][];
  hedges: string[][];
  documents: string[][];
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
  const plain = (list: string[][]) =>
    new Map(
      list.map(([lemma, kind, certainty]) => [
        lemma!,
        { kind: kind as AttributionKind, certainty: certaintyOf(certainty) },
      ]),
    );
  return {
    verbs,
    nouns: plain(rows.nouns),
    adjectives: plain(rows.adjectives),
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
  };
}

/** The first row of a verb that has one of the frames. */
export function frameOf(words: CueWords, lemma: string, ...frames: string[]): CueVerb | undefined {
  return words.verbs.get(lemma)?.find((verb) => frames.some((frame) => verb.frames.has(frame)));
}
